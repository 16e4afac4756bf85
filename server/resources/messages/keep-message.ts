/** Keeps a message of an admin with its recipients, and begins its conversation where it has one. */
import type { Ctx } from '../../context.ts'
import type { MessagesRow } from '../../db/types/messages.ts'
import type { Actor } from '../../threads/actors.ts'
import { markContacted } from '../../threads/queries.ts'
import { knownContact } from '../conversations/known-contact.ts'
import { beginByAdmin } from './begin-by-admin.ts'
import { insertMessage, updateThreadOf } from './queries.ts'
import type { Addressee } from './recipients.ts'

interface Outgoing extends Pick<
  MessagesRow,
  'message_type' | 'subject' | 'template' | 'locale' | 'body' | 'created_at'
> {
  admin: Actor
  addressees: Addressee[]
  /** True if a conversation begins at once. */
  begins: boolean
}

export async function keepMessage(ctx: Ctx, { admin, addressees, begins, ...columns }: Outgoing): Promise<MessagesRow> {
  const { db, workspaceId } = ctx
  const message = await insertMessage(db, workspaceId, { ...columns, admin_id: admin.id }, addressees)
  if (begins) {
    const known = await Promise.all(
      addressees.map(async ({ kind, contact }) => ({ kind, contact: await knownContact(ctx, contact) })),
    )
    message.thread_id = await beginByAdmin(ctx, message, known, admin)
    await updateThreadOf(db, workspaceId, message.id, message.thread_id)
  }
  const ids = addressees.map(({ contact }) => contact.id)
  await markContacted(db, workspaceId, ids, message.created_at)
  return message
}
