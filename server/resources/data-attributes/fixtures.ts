import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const dataAttributeFixtures = {
  'a data attribute': fixture({
    params: { data_attribute_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/data_attributes', { name: unique('attribute'), model: 'contact', data_type: 'string' }),
  }),
  'an archived data attribute': fixture({
    consumes: ['a data attribute'],
    removed: 'a data attribute',
    make: async ({ send }, { 'a data attribute': attribute }) =>
      send('PUT', `/data_attributes/${attribute!['id']}`, { archived: true }),
  }),
}
