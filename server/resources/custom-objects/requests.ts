import type { Sample } from '../../test/requests/request.ts'

export default {
  'POST /custom_object_instances/{}': {
    needs: ['a custom object type'],
    body: ({ 'a custom object type': type }, { unique }) => ({
      external_id: unique('object'),
      external_created_at: 1_700_000_000,
      external_updated_at: 1_700_000_000,
      custom_attributes: { [type['attributes'][0].name]: unique('value') },
    }),
  },
  'GET /custom_object_instances/{}': {},
  'GET /custom_object_instances/{}/{}': {},
  'DELETE /custom_object_instances/{}': {
    fresh: ['a custom object'],
    needs: ['a custom object'],
    query: ({ 'a custom object': object }) => ({ external_id: object['external_id'] }),
  },
  'DELETE /custom_object_instances/{}/{}': { fresh: ['a custom object'] },
  'GET /parley/custom_object_types': {},
  'GET /parley/custom_object_types/{}': {},
  'POST /parley/custom_object_types': {
    body: (_, { unique }) => ({
      identifier: unique('type').replaceAll(' ', '_'),
      name: unique('type'),
      description: unique('description'),
      attributes: [{ name: unique('part'), data_type: 'string', label: unique('label') }],
    }),
  },
  'PUT /parley/custom_object_types/{}': { body: (_, { unique }) => ({ name: unique('type') }) },
  'DELETE /parley/custom_object_types/{}': { fresh: ['a custom object type'] },
  'POST /parley/custom_object_types/{}/attributes': {
    fresh: ['a custom object type'],
    body: (_, { unique }) => ({ name: unique('part'), data_type: 'string', label: unique('label') }),
  },
  'PUT /parley/custom_object_types/{}/attributes/{}': { body: (_, { unique }) => ({ label: unique('label') }) },
  'DELETE /parley/custom_object_types/{}/attributes/{}': { fresh: ['a custom object type'] },
  'POST /parley/custom_object_types/{}/relationships': {
    fresh: ['a custom object type'],
    body: (_, { unique }) => ({
      name: unique('owner'),
      related_to: 'contact',
      related_name: unique('things'),
      cardinality: 'many_to_one',
    }),
  },
  'DELETE /parley/custom_object_types/{}/relationships/{}': { fresh: ['a custom object type'] },
} satisfies Record<string, Sample>
