import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /teams': {},
  'GET /teams/{}': {},
  'PUT /teams/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }) => ({
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
    }),
  },
  'GET /teams/{}/office_hours': { needs: ['an office hours schedule'] },
  'PUT /teams/{}/office_hours': {
    needs: ['an office hours schedule'],
    body: ({ 'an office hours schedule': { id } }) => ({ office_hours_schedule_id: id }),
  },
  'GET /parley/teams': {},
  'GET /parley/teams/{}': {},
  'POST /parley/teams': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      name: unique('team'),
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
      distribution_method: 'load_balanced',
      assignment_limit: 5,
    }),
  },
  'PUT /parley/teams/{}': {
    needs: ['an admin'],
    body: ({ 'an admin': { id } }, { unique }) => ({
      name: unique('team'),
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [Number(id)] },
      distribution_method: 'load_balanced',
    }),
  },
  'DELETE /parley/teams/{}': {
    needs: ['an admin'],
    fresh: ['a team'],
    body: ({ 'an admin': { id } }) => ({ hand_over_to_admin_id: id }),
  },
  'GET /teams/{}/metrics': { query: () => ({ idle_threshold: '60' }) },
} satisfies Record<string, Sample>
