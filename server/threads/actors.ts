/** The admin on whose behalf a request acts: a teammate, or the operator bot. */
import type { Db } from '../db/pool.ts'
import type { AdminsRow } from '../db/types/admins.ts'
import type { ContactsRow } from '../db/types/contacts.ts'
import { apiError, notFound, parameterMissing } from '../http/errors.ts'
import { numberId } from '../ids.ts'
import type { PartAuthor } from './thread.ts'

export type Actor = Pick<AdminsRow, 'id' | 'kind' | 'name' | 'email' | 'has_inbox_seat'>

/** @throws 400 where nobody is named, 404 admin_not_found */
export async function getActor(db: Db, workspaceId: number, adminId: string | number | undefined): Promise<Actor> {
  if (adminId === undefined) throw parameterMissing('admin_id')
  const id = numberId(adminId)
  const [actor] =
    id === undefined
      ? []
      : await db<Actor[]>`
          select id, kind, name, email, has_inbox_seat from admins
          where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`
  if (!actor) throw notFound('admin')
  return actor
}

/** The bot. Every workspace has one. */
export async function getBot(db: Db, workspaceId: number): Promise<Actor> {
  const [bot] = await db<Actor[]>`
    select id, kind, name, email, has_inbox_seat from admins
    where workspace_id = ${workspaceId} and kind = 'operator' order by id limit 1`
  if (!bot) throw new Error(`workspace ${workspaceId} has no operator`)
  return bot
}

/** Managing conversations is for those with a seat in the inbox, and for the bot. */
export function requireSeat({ kind, has_inbox_seat }: Actor): void {
  if (kind === 'admin' && !has_inbox_seat)
    throw apiError(403, 'action_forbidden', 'The admin needs an inbox seat to do this')
}

export const isBot = ({ kind }: Actor) => kind === 'operator'

/** The columns of a part that an admin or the bot writes. */
export const byAdmin = (actor: Actor): PartAuthor => ({
  author_type: isBot(actor) ? 'bot' : 'admin',
  author_contact_id: null,
  author_admin_id: actor.id,
})

/** The columns of a part that a contact writes. */
export const byContact = ({ id, role }: Pick<ContactsRow, 'id' | 'role'>): PartAuthor => ({
  author_type: role === 'user' ? 'user' : 'lead',
  author_contact_id: id,
  author_admin_id: null,
})
