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
  /** With the name of its attribute. */
  'an option of a conversation attribute': fixture({
    consumes: ['a conversation attribute'],
    make: async (_, { 'a conversation attribute': attribute }) => {
      const { id, name, options } = attribute!
      return { ...options[0], attribute_id: id, attribute: name }
    },
  }),
  'an archived option of a conversation attribute': fixture({
    consumes: ['an option of a conversation attribute'],
    removed: 'an option of a conversation attribute',
    make: async ({ send }, { 'an option of a conversation attribute': option }) => {
      await send('DELETE', `/conversations/attributes/${option!['attribute_id']}/options/${option!['id']}`)
      return option!
    },
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
