import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /admins/activity_logs': { query: () => ({ created_at_after: '1000000000' }) },
  'POST /admins/activity_logs/search': {
    body: () => ({ created_at_after: 1_000_000_000, event_types: ['app_team_creation'] }),
  },
  'GET /admins/activity_log_event_types': {},
} satisfies Record<string, Sample>
