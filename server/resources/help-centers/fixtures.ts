import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const helpCenterFixtures = {
  'a help center': fixture({
    params: { help_center_id: byId },
    make: ({ send, unique }) => {
      const display_name = unique('help center')
      return send('POST', '/parley/help_centers', { identifier: display_name.replaceAll(' ', '-'), display_name })
    },
  }),
  'a deleted help center': fixture({
    consumes: ['a help center'],
    removed: 'a help center',
    make: async ({ send }, { 'a help center': center }) => {
      await send('DELETE', `/parley/help_centers/${center!['id']}`)
      return center!
    },
  }),
}
