/** The state of a contact: active, archived or blocked. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { presentContact } from './contact.ts'
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
  ctx.emit(after.listed ? 'contact.unarchive' : 'contact.archived', presentContact(ctx.workspace, after))
  return after
}
