import { step } from '../../test/tour/step.ts'

const MONDAY = { start_minute: 540, end_minute: 1020 }

export default [
  step('POST /office_hours_schedules', {
    gives: { schedule: ({ id }) => id },
    go: (c) =>
      c.post('/office_hours_schedules', {
        name: 'Support hours',
        time_zone_name: 'America/New_York',
        time_intervals: [MONDAY],
      }),
  }),
  step('GET /office_hours_schedules', { go: (c) => c.get('/office_hours_schedules') }),
  step('GET /office_hours_schedules/{}', {
    needs: ['schedule'],
    go: (c, { schedule }) => c.get(`/office_hours_schedules/${schedule}`),
  }),
  step('PUT /office_hours_schedules/{}', {
    needs: ['schedule'],
    go: (c, { schedule }) => c.put(`/office_hours_schedules/${schedule}`, { name: 'Longer hours' }),
  }),
  step('POST /office_hours_schedules/{}/office_hours_exceptions', {
    needs: ['schedule'],
    gives: { exception: ({ id }) => id },
    go: (c, { schedule }) =>
      c.post(`/office_hours_schedules/${schedule}/office_hours_exceptions`, {
        exception_date: '2026-12-25',
        exception_type: 'closed',
        name: 'Christmas Day',
        recurring_annually: true,
      }),
  }),
  step('GET /office_hours_schedules/{}/office_hours_exceptions', {
    needs: ['schedule'],
    go: (c, { schedule }) => c.get(`/office_hours_schedules/${schedule}/office_hours_exceptions`),
  }),
  step('GET /office_hours_schedules/{}/office_hours_exceptions/{}', {
    needs: ['schedule', 'exception'],
    go: (c, { schedule, exception }) =>
      c.get(`/office_hours_schedules/${schedule}/office_hours_exceptions/${exception}`),
  }),
  step('PUT /office_hours_schedules/{}/office_hours_exceptions/{}', {
    needs: ['schedule', 'exception'],
    go: (c, { schedule, exception }) =>
      c.put(`/office_hours_schedules/${schedule}/office_hours_exceptions/${exception}`, {
        exception_type: 'custom_hours',
        time_intervals: [{ start_minute: 540, end_minute: 720 }],
      }),
  }),
  step('DELETE /office_hours_schedules/{}/office_hours_exceptions/{}', {
    needs: ['schedule'],
    ends: ['exception'],
    go: (c, { schedule, exception }) =>
      c.delete(`/office_hours_schedules/${schedule}/office_hours_exceptions/${exception}`),
  }),
  step('DELETE /office_hours_schedules/{}', {
    ends: ['schedule'],
    go: (c, { schedule }) => c.delete(`/office_hours_schedules/${schedule}`),
  }),
]
