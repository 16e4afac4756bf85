/** The admin as the settings show it: as the API does, and what only those see who may change it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import { CreatedAt, described, model, Nullable, Timestamp } from '../../../schema/types.ts'
import { Admin, presentAdmin, type AdminRow } from '../admin.ts'

export const AdminSettings = model('admin_settings', {
  ...Admin.properties,
  avatar: described(
    Type.Object({
      type: Type.Literal('avatar'),
      image_url: described(Nullable(Type.String()), 'The address of the picture; null if there is none.'),
    }),
    'The picture.',
  ),
  conversation_assignment_limit: described(
    Nullable(Type.Integer()),
    'The most open conversations that balanced teams assign to the admin; null for no limit.',
  ),
  is_bot: Type.Boolean({ description: 'The operator of the workspace, which cannot be changed.' }),
  created_at: CreatedAt('admin'),
  removed_at: described(Nullable(Timestamp), 'When the admin was removed from the workspace; null for admins of now.'),
})

export const presentAdminSettings = (row: AdminRow): Static<typeof AdminSettings> => ({
  ...presentAdmin(row),
  avatar: { type: 'avatar', image_url: row.avatar_url },
  conversation_assignment_limit: row.conversation_assignment_limit,
  is_bot: row.kind === 'operator',
  created_at: unix(row.created_at),
  removed_at: unix(row.removed_at),
})
