import { step } from '../../test/tour/step.ts'

export default [
  step('POST /custom_object_instances/{}', {
    gives: { object: ({ id }) => id },
    go: (c) =>
      c.post('/custom_object_instances/Engine', {
        external_id: '123',
        external_created_at: 1_392_036_272,
        external_updated_at: 1_392_036_272,
        custom_attributes: { order_number: 'ENGINE-12345', total_amount: 99.99 },
      }),
  }),
  step('GET /custom_object_instances/{}', {
    needs: ['object'],
    go: (c) => c.get('/custom_object_instances/Engine?external_id=123'),
  }),
  step('GET /custom_object_instances/{}', { needs: ['object'], go: (c) => c.get('/custom_object_instances/Engine') }),
  step('GET /custom_object_instances/{}/{}', {
    needs: ['object'],
    go: (c, { object }) => c.get(`/custom_object_instances/Engine/${object}`),
  }),
  step('DELETE /custom_object_instances/{}/{}', {
    ends: ['object'],
    go: (c, { object }) => c.delete(`/custom_object_instances/Engine/${object}`),
  }),
  step('POST /custom_object_instances/{}', {
    gives: { namelessObject: ({ id }) => id },
    go: (c) => c.post('/custom_object_instances/Engine', { custom_attributes: { total_amount: 12.5 } }),
  }),
  step('DELETE /custom_object_instances/{}/{}', {
    ends: ['namelessObject'],
    go: (c, { namelessObject }) => c.delete(`/custom_object_instances/Engine/${namelessObject}`),
  }),
  step('POST /custom_object_instances/{}', {
    gives: { spareObject: ({ external_id }) => external_id },
    go: (c) => c.post('/custom_object_instances/Engine', { external_id: '124' }),
  }),
  step('DELETE /custom_object_instances/{}', {
    ends: ['spareObject'],
    go: (c, { spareObject }) => c.delete(`/custom_object_instances/Engine?external_id=${spareObject}`),
  }),
  step('POST /parley/custom_object_types', {
    gives: { setObjectType: ({ identifier }) => identifier },
    go: (c) =>
      c.post('/parley/custom_object_types', {
        identifier: 'Parcel',
        name: 'Parcel',
        attributes: [
          { name: 'order_number', data_type: 'string', label: 'Order number' },
          { name: 'total_amount', data_type: 'float' },
        ],
      }),
  }),
  step('GET /parley/custom_object_types', { go: (c) => c.get('/parley/custom_object_types') }),
  step('GET /parley/custom_object_types/{}', {
    needs: ['setObjectType'],
    go: (c, { setObjectType }) => c.get(`/parley/custom_object_types/${setObjectType}`),
  }),
  step('PUT /parley/custom_object_types/{}', {
    needs: ['setObjectType'],
    go: (c, { setObjectType }) =>
      c.put(`/parley/custom_object_types/${setObjectType}`, { description: 'Boxes on their way to a customer' }),
  }),
  step('POST /parley/custom_object_types/{}/attributes', {
    needs: ['setObjectType'],
    gives: { setAttribute: ({ attributes }) => attributes.at(-1).id },
    go: (c, { setObjectType }) =>
      c.post(`/parley/custom_object_types/${setObjectType}/attributes`, {
        name: 'roast',
        data_type: 'string',
        options: ['Light', 'Dark'],
      }),
  }),
  step('PUT /parley/custom_object_types/{}/attributes/{}', {
    needs: ['setObjectType', 'setAttribute'],
    go: (c, { setObjectType, setAttribute }) =>
      c.put(`/parley/custom_object_types/${setObjectType}/attributes/${setAttribute}`, { label: 'Roast of the beans' }),
  }),
  step('POST /parley/custom_object_types/{}/relationships', {
    needs: ['setObjectType'],
    gives: { setRelationship: ({ relationships }) => relationships.at(-1).id },
    go: (c, { setObjectType }) =>
      c.post(`/parley/custom_object_types/${setObjectType}/relationships`, {
        name: 'recipient',
        related_to: 'contact',
        related_name: 'parcels',
        cardinality: 'many_to_one',
      }),
  }),
  step('DELETE /parley/custom_object_types/{}/relationships/{}', {
    needs: ['setObjectType'],
    ends: ['setRelationship'],
    go: (c, { setObjectType, setRelationship }) =>
      c.delete(`/parley/custom_object_types/${setObjectType}/relationships/${setRelationship}`),
  }),
  step('DELETE /parley/custom_object_types/{}/attributes/{}', {
    needs: ['setObjectType'],
    ends: ['setAttribute'],
    go: (c, { setObjectType, setAttribute }) =>
      c.delete(`/parley/custom_object_types/${setObjectType}/attributes/${setAttribute}`),
  }),
  step('DELETE /parley/custom_object_types/{}', {
    ends: ['setObjectType'],
    go: (c, { setObjectType }) => c.delete(`/parley/custom_object_types/${setObjectType}`),
  }),
]
