import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const teamFixtures = {
  'a team': fixture({
    params: { team_id: byId },
    make: ({ send, unique, adminId }) =>
      send('POST', '/parley/teams', {
        name: unique('team'),
        admin_ids: [Number(adminId)],
        distribution_method: 'load_balanced',
      }),
  }),
  'a deleted team': fixture({
    consumes: ['a team'],
    removed: 'a team',
    make: async ({ send }, { 'a team': team }) => {
      await send('DELETE', `/parley/teams/${team!['id']}`, {})
      return team!
    },
  }),
}
