import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const schedules = (id: unknown) => ({ office_hours_schedule_id: id })

export default [
  ...rows(404, 'admin_not_found', 'Admin not found', {
    'GET /admins/{}/office_hours': () => ['/admins/123/office_hours'],
    'PUT /admins/{}/office_hours': () => ['/admins/123/office_hours', schedules(null)],
  }),
  row('PUT /admins/office_hours', 404, 'admin_not_found', 'assignments[1]: Admin not found', ({ adminId }) => [
    '/admins/office_hours',
    {
      assignments: [
        { admin_id: String(adminId), ...schedules(null) },
        { admin_id: '123', ...schedules(null) },
      ],
    },
  ]),
  row(
    'PUT /admins/office_hours',
    400,
    'parameter_invalid',
    /^assignments\[1\]: \d+ is named twice$/,
    ({ adminId }) => [
      '/admins/office_hours',
      { assignments: [schedules(null), schedules(null)].map((one) => ({ admin_id: String(adminId), ...one })) },
    ],
    { field: 'assignments' },
  ),
  row(
    'PUT /admins/office_hours',
    400,
    'parameter_invalid',
    'assignments[0]: office_hours_schedule_id must be given',
    ({ adminId }) => ['/admins/office_hours', { assignments: [{ admin_id: String(adminId) }] }],
    { field: 'office_hours_schedule_id' },
  ),
  row(
    'PUT /admins/office_hours',
    422,
    'parameter_invalid',
    'assignments[0]: office_hours_schedule_id is not the id of a schedule',
    ({ adminId }) => ['/admins/office_hours', { assignments: [{ admin_id: String(adminId), ...schedules('123') }] }],
    { field: 'office_hours_schedule_id' },
  ),
  row(
    'PUT /admins/{}/office_hours',
    400,
    'parameter_invalid',
    'office_hours_schedule_id must be given',
    ({ adminId }) => [`/admins/${adminId}/office_hours`, {}],
    { field: 'office_hours_schedule_id' },
  ),
  row(
    'PUT /admins/{}/office_hours',
    422,
    'parameter_invalid',
    'office_hours_schedule_id is not the id of a schedule',
    ({ adminId }) => [`/admins/${adminId}/office_hours`, schedules('123')],
    { field: 'office_hours_schedule_id' },
  ),
  row('GET /admins/{}', 404, 'admin_not_found', 'Admin not found', () => ['/admins/123']),
  row('PUT /admins/{}/away', 404, 'admin_not_found', 'Admin for admin_id not found', () => [
    '/admins/123/away',
    { away_mode_enabled: true, away_mode_reassign: true },
  ]),
  row(
    'PUT /admins/{}/away',
    403,
    'forbidden',
    'Only an admin with access to the inbox can have replies reassigned',
    async ({ newest, number }) => {
      const admin = { name: 'Otto', email: `otto-${number()}@example.com`, has_inbox_seat: false }
      const { id } = (await newest.post('/parley/admins', admin)).body
      return [`/admins/${id}/away`, { away_mode_enabled: true, away_mode_reassign: true }]
    },
    { since: '2.17' },
  ),
  row(
    'PUT /admins/{}/away',
    400,
    'parameter_invalid',
    'away_status_reason_id can only be given when away_mode_enabled is true',
    ({ adminId }) => [
      `/admins/${adminId}/away`,
      { away_mode_enabled: false, away_mode_reassign: false, away_status_reason_id: 7 },
    ],
    { since: '2.17' },
  ),
  row(
    'PUT /admins/{}/away',
    400,
    'parameter_invalid',
    'Away status reason is deleted',
    async ({ adminId, another }) => {
      const { id } = await another('a deleted away status reason')
      return [
        `/admins/${adminId}/away`,
        { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: Number(id) },
      ]
    },
    { since: '2.14' },
  ),
] satisfies ErrorRow[]
