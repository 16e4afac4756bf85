/** The admin as webhooks tell it: a number as id, an avatar, and the reason to be away in words. Source: captured deliveries. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { model, Nullable } from '../../schema/types.ts'
import { Avatar, presentAvatar, type AdminRow } from './admin.ts'

export const DeliveredAdmin = model('delivered_admin', {
  type: Type.Literal('admin'),
  id: Type.Integer(),
  name: Type.String(),
  email: Type.String(),
  job_title: Nullable(Type.String()),
  away_mode_enabled: Type.Boolean(),
  away_mode_reassign: Type.Boolean(),
  /** Empty: a workspace has no list of reasons yet. */
  away_status_reason: Type.String(),
  has_inbox_seat: Type.Boolean(),
  team_ids: Type.Array(Type.Integer()),
  avatar: Avatar,
})

export const presentDeliveredAdmin = (row: AdminRow): Static<typeof DeliveredAdmin> => ({
  type: 'admin',
  id: row.id,
  name: row.name,
  email: row.email,
  job_title: row.job_title,
  away_mode_enabled: row.away_mode_enabled,
  away_mode_reassign: row.away_mode_reassign,
  away_status_reason: '',
  has_inbox_seat: row.has_inbox_seat,
  team_ids: row.team_ids,
  avatar: presentAvatar(row),
})
