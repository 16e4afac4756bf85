import { step } from '../../test/tour/step.ts'

export default [
  step('GET /me', { gives: { admin: (me) => me.id }, go: (c) => c.get('/me') }),
  step('GET /admins', { go: (c) => c.get('/admins') }),
  step('GET /admins/{}', { needs: ['admin'], go: (c, { admin }) => c.get(`/admins/${admin}`) }),
  step('PUT /admins/{}/away', {
    needs: ['admin'],
    go: (c, { admin }) => c.put(`/admins/${admin}/away`, { away_mode_enabled: false, away_mode_reassign: false }),
  }),
  step('PUT /admins/{}/office_hours', {
    needs: ['admin', 'schedule'],
    go: (c, { admin, schedule }) => c.put(`/admins/${admin}/office_hours`, { office_hours_schedule_id: schedule }),
  }),
  step('GET /admins/{}/office_hours', {
    needs: ['admin'],
    go: (c, { admin }) => c.get(`/admins/${admin}/office_hours`),
  }),
  step('GET /admins/office_hours', { go: (c) => c.get('/admins/office_hours') }),
  step('PUT /admins/office_hours', {
    needs: ['admin'],
    go: (c, { admin }) =>
      c.put('/admins/office_hours', { assignments: [{ admin_id: admin, office_hours_schedule_id: null }] }),
  }),
  step('GET /parley/admins', { go: (c) => c.get('/parley/admins?include_removed=true') }),
  step('POST /parley/admins', {
    gives: { setAdmin: ({ id }) => id },
    go: (c) =>
      c.post('/parley/admins', {
        name: 'Grace Hopper',
        email: 'grace@fernhill.example',
        job_title: 'Customer support',
        avatar: { image_url: 'https://example.com/grace.png' },
        has_inbox_seat: true,
        role: { name: 'Support lead' },
      }),
  }),
  step('GET /parley/admins/{}', { needs: ['setAdmin'], go: (c, { setAdmin }) => c.get(`/parley/admins/${setAdmin}`) }),
  step('PUT /parley/admins/{}', {
    needs: ['setAdmin'],
    go: (c, { setAdmin }) => c.put(`/parley/admins/${setAdmin}`, { job_title: 'Head of support' }),
  }),
  step('DELETE /parley/admins/{}', {
    ends: ['setAdmin'],
    go: (c, { setAdmin }) => c.delete(`/parley/admins/${setAdmin}`, {}),
  }),
]
