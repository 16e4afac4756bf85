import type { Sample } from '../../test/requests/request.ts'

const MORNING = [{ start_minute: 540, end_minute: 720 }]

export default {
  'GET /office_hours_schedules': {},
  'POST /office_hours_schedules': {
    body: (_, { unique }) => ({
      name: unique('schedule'),
      time_zone_name: 'Europe/Berlin',
      time_intervals: MORNING,
    }),
  },
  'GET /office_hours_schedules/{}': {},
  'PUT /office_hours_schedules/{}': {
    body: (_, { unique }) => ({ name: unique('schedule'), time_zone_name: 'Europe/Berlin', time_intervals: MORNING }),
  },
  'DELETE /office_hours_schedules/{}': { fresh: ['an office hours schedule'] },
  'GET /office_hours_schedules/{}/office_hours_exceptions': {},
  'POST /office_hours_schedules/{}/office_hours_exceptions': {
    body: (_, { unique, ordinal }) => ({
      exception_date: new Date(Date.UTC(2031, 0, ordinal())).toISOString().slice(0, 10),
      exception_type: 'custom_hours',
      name: unique('holiday'),
      time_intervals: MORNING,
      recurring_annually: true,
    }),
  },
  'GET /office_hours_schedules/{}/office_hours_exceptions/{}': {},
  'PUT /office_hours_schedules/{}/office_hours_exceptions/{}': {
    body: (_, { unique }) => ({ exception_type: 'custom_hours', name: unique('holiday'), time_intervals: MORNING }),
  },
  'DELETE /office_hours_schedules/{}/office_hours_exceptions/{}': { fresh: ['an office hours exception'] },
} satisfies Record<string, Sample>
