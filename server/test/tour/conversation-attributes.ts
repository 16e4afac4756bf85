/** The part of the tour that goes to the attributes of conversations. */
import type { Step } from '../tour.ts'

const path = '/conversations/attributes'
const option = (found: Record<string, string>) => `${path}/${found['list']}/options/${found['option']}`

export const conversationAttributes: Step[] = [
  {
    key: 'POST /conversations/attributes',
    go: (c) => c.post(path, { name: 'Order number', data_type: 'string', description: 'As it is on the parcel' }),
  },
  {
    key: 'POST /conversations/attributes',
    go: (c) =>
      c.post(path, {
        name: 'Issue',
        data_type: 'list',
        options: [{ label: 'Delivery' }, { label: 'Billing' }, { label: 'Other' }],
      }),
    find: (attribute) => ({ list: String(attribute.id), option: attribute.options[2].id }),
  },
  { key: 'GET /conversations/attributes/{}', go: (c, f) => c.get(`${path}/${f['list']}`) },
  {
    key: 'POST /conversations/attributes/{}/options',
    go: (c, f) => c.post(`${path}/${f['list']}/options`, { label: 'Returns' }),
  },
  { key: 'PUT /conversations/attributes/{}/options/{}', go: (c, f) => c.put(option(f), { label: 'Anything else' }) },
  { key: 'DELETE /conversations/attributes/{}/options/{}', go: (c, f) => c.delete(option(f)) },
  { key: 'GET /conversations/attributes', go: (c) => c.get(path) },
  { key: 'PUT /conversations/attributes/{}', go: (c, f) => c.put(`${path}/${f['list']}`, { name: 'Topic' }) },
  { key: 'DELETE /conversations/attributes/{}', go: (c, f) => c.delete(`${path}/${f['list']}`) },
  { key: 'GET /conversations/attributes', go: (c) => c.get(`${path}?include_archived=true`) },
]
