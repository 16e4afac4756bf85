import { step } from '../../test/tour/step.ts'

export default [
  step('GET /admins/activity_logs', { go: (c) => c.get('/admins/activity_logs?created_at_after=1000000000') }),
  step('POST /admins/activity_logs/search', {
    go: (c) =>
      c.post('/admins/activity_logs/search', { created_at_after: 1_000_000_000, event_types: ['app_team_creation'] }),
  }),
  step('GET /admins/activity_log_event_types', { go: (c) => c.get('/admins/activity_log_event_types') }),
]
