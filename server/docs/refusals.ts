/**
 * Requests that operations refuse for reasons of their own, on the demo as it was filled in. Unknown
 * ids and empty bodies are tried everywhere.
 */
import { asked, dev, kestrel, nora, tomas } from './demo-ids.ts'
import { at, type ExampleRequest } from './example-request.ts'

const many = (item: object) => Array.from({ length: 101 }, () => item)
const unknownField = { query: { field: 'shoe_size', operator: '=', value: 42 } }

export const refusals: Record<string, ExampleRequest[]> = {
  'POST /contacts': [at('/contacts', { external_id: 'fernhill-1001' })],
  'PUT /contacts/{}': [at(`/contacts/${dev}`, { external_id: 'fernhill-1001' })],
  'POST /contacts/search': [at('/contacts/search', unknownField)],
  'POST /contacts/merge': [at('/contacts/merge', { from: nora, into: nora })],
  'GET /companies': [at('/companies?per_page=1000'), at('/companies?company_id=nobody')],
  'POST /companies/list': [at('/companies/list', { per_page: 1000 })],
  'GET /companies/scroll': [at('/companies/scroll?scroll_param=unknown')],
  'POST /companies/search': [
    at('/companies/search', { query: { field: 'plan.name', operator: '=', value: 'Office' } }),
  ],
  'POST /contacts/bulk': [
    at('/contacts/bulk', { contacts: many({}) }),
    at('/contacts/bulk', { contacts: [{}], job: { id: 'job_v2_1' } }),
  ],
  'PUT /contacts/bulk': [at('/contacts/bulk', { contacts: [{ name: 'Dev' }] })],
  'POST /contacts/bulk/delete': [at('/contacts/bulk/delete', { contacts: { id: dev } })],
  'GET /content/search': [at('/content/search?states=live')],
  'POST /content/bulk_actions': [
    at('/content/bulk_actions', { action: 'publish', content_ids: [] }),
    at('/content/bulk_actions', { action: 'archive', content_ids: [{ type: 'article', id: '1' }] }),
  ],
  'POST /companies/bulk': [
    at('/companies/bulk', { companies: many({}) }),
    at('/companies/bulk', { companies: [{}], job: { id: 'job_v2_1' } }),
  ],
  'PUT /companies/bulk': [at('/companies/bulk', { companies: [{ name: 'Kestrel' }] })],
  'POST /companies/bulk/delete': [at('/companies/bulk/delete', { companies: { id: kestrel } })],
  'POST /conversations': [
    at('/conversations', { from: { type: 'user', id: 'f'.repeat(24) }, body: 'Where is my order?' }),
  ],
  'POST /conversations/search': [at('/conversations/search', unknownField)],
  'POST /conversations/attributes': [
    at('/conversations/attributes', { name: 'order_number', data_type: 'string' }),
    at('/conversations/attributes', { name: 'Mood', data_type: 'colour' }),
  ],
  'DELETE /conversations/{}/customers/{}': [at(`/conversations/${asked}/customers/${nora}`, { admin_id: tomas })],
  'PUT /parley/workspace': [at('/parley/workspace', { time_zone: 'Mars/Olympus' })],
  'POST /parley/admins': [at('/parley/admins', { name: 'Tomás', email: 'tomas@fernhill.example' })],
  'POST /parley/segments': [
    at('/parley/segments', {
      name: 'Tall',
      person_type: 'user',
      filter: { field: 'shoe_size', operator: '>', value: 46 },
    }),
  ],
}
