/** The admin as the settings show it: as the API does, and what only those see who may change it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import { model, Nullable, Timestamp } from '../../../schema/types.ts'
import { Admin, presentAdmin, type AdminRow } from '../admin.ts'

export const AdminSettings = model('admin_settings', {
  ...Admin.properties,
  avatar: Type.Object({ type: Type.Literal('avatar'), image_url: Nullable(Type.String()) }),
  is_bot: Type.Boolean({ description: 'The operator of the workspace, which cannot be changed.' }),
  created_at: Timestamp,
  removed_at: Nullable(Timestamp),
})

export const presentAdminSettings = (row: AdminRow): Static<typeof AdminSettings> => ({
  ...presentAdmin(row),
  avatar: { type: 'avatar', image_url: row.avatar_url },
  is_bot: row.kind === 'operator',
  created_at: unix(row.created_at),
  removed_at: unix(row.removed_at),
})
