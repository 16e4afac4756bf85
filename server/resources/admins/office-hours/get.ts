import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { AdminOfficeHours, presentAdminHours } from './admin-office-hours.ts'
import { getAdminHours } from './queries.ts'

export const getAdminOfficeHours = operation({
  method: 'GET',
  path: '/admins/{admin_id}/office_hours',
  group: 'Admins',
  scopes: ['read_all', 'read_write_office_hours'],
  summary: 'Retrieve the office hours of an admin',
  inferred: 'the statuses of errors',
  params: Type.Object({ admin_id: Type.String() }),
  reply: AdminOfficeHours,
  answer: "The admin's schedule.",
  handle: async (ctx, { params }) => presentAdminHours(await getAdminHours(ctx.db, ctx.workspaceId, params.admin_id)),
})
