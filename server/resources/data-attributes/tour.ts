import { step } from '../../test/tour/step.ts'

export default [
  step('GET /data_attributes', { go: (c) => c.get('/data_attributes') }),
  step('POST /data_attributes', {
    gives: { attribute: (attribute) => String(attribute.id) },
    go: (c) =>
      c.post('/data_attributes', {
        model: 'contact',
        name: 'Mithril Shirt',
        description: 'Its size',
        data_type: 'string',
        options: [{ value: 'S' }, { value: 'L' }],
      }),
  }),
  step('PUT /data_attributes/{}', {
    needs: ['attribute'],
    go: (c, { attribute }) =>
      c.put(`/data_attributes/${attribute}`, { options: [{ value: 'S' }, { value: 'XL' }], archived: true }),
  }),
  step('GET /data_attributes', { go: (c) => c.get('/data_attributes?model=contact&include_archived=true') }),
]
