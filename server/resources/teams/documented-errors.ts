import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

async function team({ newTeam }: Ground): Promise<string> {
  return `/teams/${await newTeam()}`
}

/** Another request is at it until the row's is answered. */
async function holdTeam({ app, later, newTeam }: Ground): Promise<string> {
  const id = await newTeam()
  const held = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  const holding = app.db.begin(async (tx) => {
    await tx`select from teams where workspace_id = ${app.workspace.id} and id = ${id} for update`
    held.resolve()
    await free.promise
  })
  later(async () => {
    free.resolve()
    await holding
  })
  await held.promise
  return `/teams/${id}`
}

export default [
  ...rows(404, 'team_not_found', 'Team not found', {
    'GET /teams/{}': () => ['/teams/123'],
    'GET /teams/{}/metrics': () => ['/teams/123/metrics'],
    'PUT /teams/{}': ({ adminId }) => ['/teams/123', { admin_ids: [adminId] }],
    'GET /teams/{}/office_hours': () => ['/teams/123/office_hours'],
    'PUT /teams/{}/office_hours': () => ['/teams/123/office_hours', { office_hours_schedule_id: null }],
  }),
  row(
    'PUT /teams/{}/office_hours',
    400,
    'parameter_invalid',
    'office_hours_schedule_id must be given',
    async (ground) => [`${await team(ground)}/office_hours`, {}],
    { field: 'office_hours_schedule_id' },
  ),
  row(
    'PUT /teams/{}/office_hours',
    422,
    'parameter_invalid',
    'office_hours_schedule_id is not the id of a schedule',
    async (ground) => [`${await team(ground)}/office_hours`, { office_hours_schedule_id: '123' }],
    { field: 'office_hours_schedule_id' },
  ),
  row('PUT /teams/{}', 400, 'parameter_invalid', 'admin_ids must contain only numeric admin ids', async (ground) => [
    await team(ground),
    { admin_ids: ['Ada'] },
  ]),
  row(
    'PUT /teams/{}',
    400,
    'parameter_invalid',
    /^admin_priority_level gives \d+ more than one priority level$/,
    async (ground) => {
      const ids = [ground.adminId]
      const admin_priority_level = { primary_admin_ids: ids, secondary_admin_ids: ids }
      return [await team(ground), { admin_ids: ids, admin_priority_level }]
    },
  ),
  row(
    'PUT /teams/{}',
    400,
    'parameter_invalid',
    /^admin_priority_level names \d+, which is on neither the team nor admin_ids$/,
    async (ground) => [
      await team(ground),
      { admin_ids: [ground.adminId], admin_priority_level: { primary_admin_ids: [814865] } },
    ],
  ),
  row(
    'PUT /teams/{}',
    400,
    'parameter_invalid',
    'Only admin_ids and admin_priority_level can be updated on a team, but the request changed name',
    async (ground) => [await team(ground), { admin_ids: [ground.adminId], name: 'Other' }],
  ),
  row(
    'PUT /teams/{}',
    409,
    'conflict',
    'The members of this team are being changed by another request. Try again.',
    async (ground) => [await holdTeam(ground), { admin_ids: [ground.adminId] }],
  ),
] satisfies ErrorRow[]
