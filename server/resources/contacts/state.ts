/** The state of a contact: active, archived or blocked. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { presentDeliveredContact } from './delivered-contact.ts'
import { updateContact } from './queries.ts'

/** Moves a locked contact into a state, and the count of those that are listed with it. */
export async function changeState(
  ctx: Ctx,
  row: ContactsRow,
  state: 'active' | 'archived' | 'blocked',
): Promise<ContactsRow> {
  const after = await updateContact(ctx.db, ctx.workspaceId, row.id, { state }, ctx.now)
  if (after.listed === row.listed) return after
  ctx.count('contacts', after.listed ? 1 : -1)
  const { id, external_id } = after
  if (after.listed) ctx.emit('contact.unarchive', presentDeliveredContact(ctx.workspace, after))
  else ctx.emit('contact.archived', { id, external_id, type: 'contact', archived: true })
  return after
}
