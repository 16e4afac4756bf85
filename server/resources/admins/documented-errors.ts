import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
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
