import { step } from '../../test/tour/step.ts'

export default [
  step('GET /teams', { go: (c) => c.get('/teams') }),
  step('GET /teams/{}', { needs: ['team'], go: (c, { team }) => c.get(`/teams/${team}`) }),
  step('GET /teams/{}/metrics', { needs: ['team'], go: (c, { team }) => c.get(`/teams/${team}/metrics`) }),
  step('PUT /teams/{}', {
    needs: ['team', 'admin'],
    go: (c, { team, admin }) => c.put(`/teams/${team}`, { admin_ids: [Number(admin)] }),
  }),
  step('PUT /teams/{}/office_hours', {
    needs: ['team', 'schedule'],
    go: (c, { team, schedule }) => c.put(`/teams/${team}/office_hours`, { office_hours_schedule_id: schedule }),
  }),
  step('GET /teams/{}/office_hours', {
    needs: ['team', 'schedule'],
    go: (c, { team }) => c.get(`/teams/${team}/office_hours`),
  }),
  step('GET /parley/teams', { go: (c) => c.get('/parley/teams') }),
  step('POST /parley/teams', {
    needs: ['setAdmin'],
    gives: { setTeam: ({ id }) => id },
    go: (c, { setAdmin }) =>
      c.post('/parley/teams', {
        name: 'Escalations',
        admin_ids: [Number(setAdmin)],
        distribution_method: 'load_balanced',
        assignment_limit: 10,
      }),
  }),
  step('GET /parley/teams/{}', { needs: ['setTeam'], go: (c, { setTeam }) => c.get(`/parley/teams/${setTeam}`) }),
  step('PUT /parley/teams/{}', {
    needs: ['setTeam', 'setAdmin'],
    go: (c, { setTeam, setAdmin }) =>
      c.put(`/parley/teams/${setTeam}`, {
        name: 'Second line',
        admin_priority_level: { secondary_admin_ids: [Number(setAdmin)] },
      }),
  }),
  step('DELETE /parley/teams/{}', {
    ends: ['setTeam'],
    go: (c, { setTeam }) => c.delete(`/parley/teams/${setTeam}`, {}),
  }),
]
