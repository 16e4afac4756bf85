/** A contact that is no longer active, on the wire: its state, and its remaining properties. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { escapeHtml } from '../../html.ts'
import { described, Id, IdOf, model, Nullable } from '../../schema/types.ts'

const STATUSES = {
  archived: 'archived',
  blocked: 'blocked',
  merged: 'merged',
  deleted: 'permanently_deleted',
} as const

export const DeletedContact = model('deleted_contact', {
  id: IdOf('contact'),
  status: described(Type.Enum(Object.values(STATUSES)), 'The way in which the contact stopped being active.'),
  merged_into_id: described(Type.Optional(Id), 'The id of the contact that it was merged into, of merged ones only.'),
  external_id: described(
    Nullable(Type.String()),
    'The id that the contact had in your own system; null if none, or once deleted for good.',
  ),
  email: described(Nullable(Type.String()), 'The email address; null if none, or once deleted for good.'),
})

export interface DeletedContactRow {
  id: string
  state: keyof typeof STATUSES
  into_id: string | null
  external_id: string | null
  email: string | null
}

export const presentDeletedContact = (row: DeletedContactRow, escapes: boolean): Static<typeof DeletedContact> => ({
  id: row.id,
  status: STATUSES[row.state],
  ...(row.into_id !== null && { merged_into_id: row.into_id }),
  external_id: row.external_id,
  email: escapes && row.email !== null ? escapeHtml(row.email) : row.email,
})
