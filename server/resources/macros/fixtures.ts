import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const macroFixtures = {
  'a macro': fixture({
    params: { macro_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/macros', {
        name: unique('macro'),
        body: `Hi {{user.name | fallback: 'there'}}, ${unique('words')}`,
      }),
  }),
  'a deleted macro': fixture({
    consumes: ['a macro'],
    removed: 'a macro',
    make: async ({ send }, { 'a macro': macro }) => {
      await send('DELETE', `/parley/macros/${macro!['id']}`)
      return macro!
    },
  }),
}
