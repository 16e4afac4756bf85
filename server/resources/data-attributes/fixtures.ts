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
  /** With the name of its attribute. */
  'an option of a data attribute': fixture({
    make: async ({ send, unique }) => {
      const labels = ['one', 'two', 'three'].map(unique)
      const list = { name: unique('list'), model: 'contact', data_type: 'options', options: labels }
      const { id, name } = await send('POST', '/data_attributes', list)
      return { id: labels[0], label: labels[0], left: labels.slice(1), attribute_id: id, attribute: name }
    },
  }),
  'an archived option of a data attribute': fixture({
    consumes: ['an option of a data attribute'],
    removed: 'an option of a data attribute',
    make: async ({ send }, { 'an option of a data attribute': option }) => {
      await send('PUT', `/data_attributes/${option!['attribute_id']}`, { options: option!['left'] })
      return option!
    },
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
