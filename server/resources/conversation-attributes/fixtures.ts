import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const conversationAttributeFixtures = {
  'a conversation attribute': fixture({
    params: { attribute_id: byId, option_id: (attribute) => attribute['options'][0].id },
    make: ({ send, unique }) =>
      send('POST', '/conversations/attributes', {
        name: unique('list'),
        data_type: 'list',
        options: ['one', 'two', 'three'].map((word) => ({ label: unique(word) })),
      }),
  }),
  'a deleted conversation attribute': fixture({
    consumes: ['a conversation attribute'],
    removed: 'a conversation attribute',
    make: async ({ send }, { 'a conversation attribute': attribute }) => {
      await send('DELETE', `/conversations/attributes/${attribute!['id']}`)
      return attribute!
    },
  }),
}
