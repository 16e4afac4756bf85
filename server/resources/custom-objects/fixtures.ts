import { fixture } from '../../test/fixtures/fixture.ts'

export const customObjectTypeFixtures = {
  'a custom object type': fixture({
    params: {
      custom_object_type_identifier: (type) => type['identifier'],
      type_attribute_id: (type) => type['attributes'][0].id,
      relationship_id: (type) => type['relationships'][0].id,
    },
    make: async ({ send, unique }) => {
      const name = unique('type')
      const identifier = name.replaceAll(' ', '_')
      const attributes = [{ name: unique('part'), data_type: 'string' }]
      await send('POST', '/parley/custom_object_types', { identifier, name, attributes })
      return send('POST', `/parley/custom_object_types/${identifier}/relationships`, {
        name: unique('owner'),
        related_to: 'contact',
        related_name: unique('things'),
        cardinality: 'many_to_one',
      })
    },
  }),
  'a deleted custom object type': fixture({
    consumes: ['a custom object type'],
    removed: 'a custom object type',
    make: async ({ send }, { 'a custom object type': type }) => {
      await send('DELETE', `/parley/custom_object_types/${type!['identifier']}`)
      return type!
    },
  }),
}
