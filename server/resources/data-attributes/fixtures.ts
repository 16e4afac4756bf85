import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const dataAttributeFixtures = {
  'a data attribute': fixture({
    params: { data_attribute_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/data_attributes', { name: unique('attribute'), model: 'contact', data_type: 'string' }),
  }),
  'a data attribute of companies': fixture({
    make: ({ send, unique }) =>
      send('POST', '/data_attributes', { name: unique('attribute'), model: 'company', data_type: 'string' }),
  }),
  'an archived data attribute of companies': fixture({
    consumes: ['a data attribute of companies'],
    removed: 'a data attribute of companies',
    make: async ({ send }, { 'a data attribute of companies': attribute }) =>
      send('PUT', `/data_attributes/${attribute!['id']}`, { archived: true }),
  }),
  'an archived data attribute': fixture({
    consumes: ['a data attribute'],
    removed: 'a data attribute',
    make: async ({ send }, { 'a data attribute': attribute }) =>
      send('PUT', `/data_attributes/${attribute!['id']}`, { archived: true }),
  }),
}
