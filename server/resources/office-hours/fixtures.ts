import { byId, fixture } from '../../test/fixtures/fixture.ts'

const MONDAY_MORNING = [{ start_minute: 540, end_minute: 720 }]

export const officeHoursFixtures = {
  'an office hours schedule': fixture({
    params: { office_hours_schedule_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/office_hours_schedules', {
        name: unique('schedule'),
        time_zone_name: 'Europe/Dublin',
        time_intervals: MONDAY_MORNING,
      }),
  }),
  'an office hours exception': fixture({
    needs: ['an office hours schedule'],
    params: { office_hours_exception_id: byId },
    make: ({ send, ordinal }, { 'an office hours schedule': schedule }) =>
      send('POST', `/office_hours_schedules/${schedule!['id']}/office_hours_exceptions`, {
        exception_date: new Date(Date.UTC(2030, 0, ordinal())).toISOString().slice(0, 10),
        exception_type: 'closed',
      }),
  }),
  'a deleted office hours schedule': fixture({
    consumes: ['an office hours schedule'],
    removed: 'an office hours schedule',
    make: ({ send }, { 'an office hours schedule': schedule }) =>
      send('DELETE', `/office_hours_schedules/${schedule!['id']}`),
  }),
}
