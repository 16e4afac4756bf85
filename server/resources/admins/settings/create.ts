import { operation } from '../../../http/operation.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { addAdmin, NewAdmin } from './new-admin.ts'
import { described } from '../../../schema/types.ts'

export const createAdmin = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/admins',
  group: 'Admins',
  summary: 'Create an admin',
  description: 'No two admins have one email, in whatever letter case; one who was removed gives it away.',
  body: described(NewAdmin, 'The new admin.'),
  reply: AdminSettings,
  answer: 'The new admin.',
  handle: async (ctx, { body }) => presentAdminSettings(await addAdmin(ctx, body)),
})
