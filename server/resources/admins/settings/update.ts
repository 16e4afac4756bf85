import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { changeAdmin } from './change-admin.ts'
import { AdminDetails } from './details.ts'
import { described } from '../../../schema/types.ts'

export const updateAdmin = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/admins/{admin_id}',
  group: 'Admins',
  summary: 'Update an admin',
  description: 'Missing properties stay as they are. The bot cannot be changed, nor can those who were removed.',
  params: Type.Object({ admin_id: Type.String() }),
  body: described(AdminDetails, 'The details to change.'),
  reply: AdminSettings,
  answer: 'The admin with its new details.',
  refusals: { 409: 'Another admin has the email address.' },
  handle: async (ctx, { params, body }) => presentAdminSettings(await changeAdmin(ctx, params.admin_id, body)),
})
