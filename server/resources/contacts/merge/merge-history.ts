/** Contacts that were merged into a contact, as it shows them on request. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { Ctx } from '../../../context.ts'
import type { ContactMergesRow } from '../../../db/types/contact_merges.ts'
import { described, Id, model, Timestamp } from '../../../schema/types.ts'
import type { ContactWire } from '../contact.ts'
import { listMergesInto } from './queries.ts'

export const MergeHistoryItem = model('merge_history_item', {
  type: Type.Literal('merge_history'),
  source_contact_id: described(Id, 'The id of the contact that was merged away.'),
  source_contact_role: described(Type.Enum(['user', 'lead']), 'The role of that contact before the merge.'),
  merged_at: described(Timestamp, 'When the two were merged.'),
})

type Item = Static<typeof MergeHistoryItem>

export const presentMerge = (row: ContactMergesRow): Item => ({
  type: 'merge_history',
  source_contact_id: row.from_id,
  source_contact_role: row.from_role as Item['source_contact_role'],
  merged_at: unix(row.merged_at),
})

/** Every operation that answers contacts may be asked for it. */
export const MergeHistoryQuery = Type.Object({ include_merge_history: Type.Optional(Type.Boolean()) })

type Asked = Static<typeof MergeHistoryQuery>

/** Adds the history to the users among the contacts, where the query asks for it. Leads have none. */
export async function withMergeHistories(ctx: Ctx, asked: Asked, contacts: ContactWire[]): Promise<ContactWire[]> {
  // In a version that does not have the parameter it stays text.
  if (asked.include_merge_history !== true) return contacts
  const users = contacts.filter(({ role }) => role === 'user')
  const merges = await listMergesInto(
    ctx.db,
    ctx.workspaceId,
    users.map(({ id }) => id),
  )
  const byContact = Map.groupBy(merges, ({ into_id }) => into_id as string)
  return contacts.map((contact) =>
    contact.role === 'user'
      ? { ...contact, merge_history: (byContact.get(contact.id) ?? []).map(presentMerge) }
      : contact,
  )
}

export function withMergeHistory(ctx: Ctx, asked: Asked, contact: ContactWire): ContactWire | Promise<ContactWire> {
  if (asked.include_merge_history !== true) return contact
  return withMergeHistories(ctx, asked, [contact]).then(([answered]) => answered!)
}
