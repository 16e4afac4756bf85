import { byId, fixture } from '../../test/fixtures/fixture.ts'

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
  'a custom object': fixture({
    needs: ['a custom object type'],
    params: { custom_object_instance_id: byId },
    make: ({ send, unique }, { 'a custom object type': type }) =>
      send('POST', `/custom_object_instances/${type!['identifier']}`, {
        external_id: unique('object'),
        external_created_at: 1_700_000_000,
        external_updated_at: 1_700_000_000,
        custom_attributes: { [type!['attributes'][0].name]: unique('value') },
      }),
  }),
  'a deleted custom object': fixture({
    needs: ['a custom object type'],
    consumes: ['a custom object'],
    removed: 'a custom object',
    make: async ({ send }, { 'a custom object': object }) => {
      await send('DELETE', `/custom_object_instances/${object!['type']}/${object!['id']}`)
      return object!
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
