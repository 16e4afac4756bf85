import { step } from '../../test/tour/step.ts'

const path = '/conversations/attributes'
const option = ({ list, option }: Record<'list' | 'option', string>) => `${path}/${list}/options/${option}`

export default [
  step('POST /conversations/attributes', {
    go: (c) => c.post(path, { name: 'Order number', data_type: 'string', description: 'As it is on the parcel' }),
  }),
  step('POST /conversations/attributes', {
    gives: { list: (attribute) => String(attribute.id), option: (attribute) => attribute.options[2].id },
    go: (c) =>
      c.post(path, {
        name: 'Issue',
        data_type: 'list',
        options: [{ label: 'Delivery' }, { label: 'Billing' }, { label: 'Other' }],
      }),
  }),
  step('GET /conversations/attributes/{}', { needs: ['list'], go: (c, { list }) => c.get(`${path}/${list}`) }),
  step('POST /conversations/attributes/{}/options', {
    needs: ['list'],
    go: (c, { list }) => c.post(`${path}/${list}/options`, { label: 'Returns' }),
  }),
  step('PUT /conversations/attributes/{}/options/{}', {
    needs: ['list', 'option'],
    go: (c, f) => c.put(option(f), { label: 'Anything else' }),
  }),
  step('DELETE /conversations/attributes/{}/options/{}', {
    needs: ['list'],
    ends: ['option'],
    go: (c, f) => c.delete(option(f)),
  }),
  step('GET /conversations/attributes', { go: (c) => c.get(path) }),
  step('PUT /conversations/attributes/{}', {
    needs: ['list'],
    go: (c, { list }) => c.put(`${path}/${list}`, { name: 'Topic' }),
  }),
  step('DELETE /conversations/attributes/{}', { ends: ['list'], go: (c, { list }) => c.delete(`${path}/${list}`) }),
  step('GET /conversations/attributes', { go: (c) => c.get(`${path}?include_archived=true`) }),
]
