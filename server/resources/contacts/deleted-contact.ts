/** A contact that is no longer active, on the wire: its state, and its remaining properties. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { escapeHtml } from '../../html.ts'
import { Id, model, Nullable } from '../../schema/types.ts'

const STATUSES = {
  archived: 'archived',
  blocked: 'blocked',
  merged: 'merged',
  deleted: 'permanently_deleted',
} as const

export const DeletedContact = model('deleted_contact', {
  id: Id,
  status: Type.Enum(Object.values(STATUSES)),
  merged_into_id: Type.Optional(Id),
  external_id: Nullable(Type.String()),
  email: Nullable(Type.String()),
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
