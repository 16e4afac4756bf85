/** The state of a contact: active, archived or blocked. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { countContact, newlyListed } from '../companies/people-queries.ts'
import { withObjects } from '../custom-objects/references.ts'
import { presentDeliveredContact } from './delivered-contact.ts'
import { updateContact } from './queries.ts'

/** Moves a locked contact, whose companies are locked, into a state, and with it the counts of what lists show. */
export async function changeState(
  ctx: Ctx,
  row: ContactsRow,
  state: 'active' | 'archived' | 'blocked',
): Promise<ContactsRow> {
  const after = await updateContact(ctx.db, ctx.workspaceId, row.id, { state }, ctx.now)
  if (after.listed === row.listed) return after
  await countListed(ctx, row.id, after.listed ? 1 : -1)
  const { id, external_id } = after
  if (after.listed) ctx.emit('contact.unarchive', presentDeliveredContact(ctx.workspace, await withObjects(ctx, after)))
  else ctx.emit('contact.archived', { id, external_id, type: 'contact', archived: true })
  return after
}

/** Counts a contact that lists show from now on (1), or no more (-1), in its companies too. */
export async function countListed(ctx: Ctx, id: string, change: 1 | -1): Promise<void> {
  ctx.count('contacts', change)
  ctx.count('companies', newlyListed(await countContact(ctx.db, ctx.workspaceId, id, change)))
}
