/**
 * Requests that operations refuse for reasons of their own, made right after the tour's request to the
 * operation succeeded. That an id means nothing, and that a body says nothing, is tried everywhere.
 */
import type { Step } from '../test/tour.ts'

export const refusals: Record<string, Step['go'][]> = {
  'POST /contacts': [(c) => c.post('/contacts', { external_id: 'user-1' })],
  'PUT /contacts/{}': [(c, f) => c.put(`/contacts/${f['user']}`, { external_id: 'user-2' })],
  'POST /contacts/search': [
    (c) => c.post('/contacts/search', { query: { field: 'shoe_size', operator: '=', value: 42 } }),
  ],
  'POST /contacts/merge': [(c, f) => c.post('/contacts/merge', { from: f['user'], into: f['user'] })],
  'GET /companies': [(c) => c.get('/companies?per_page=1000'), (c) => c.get('/companies?company_id=nobody')],
  'POST /companies/list': [(c) => c.post('/companies/list', { per_page: 1000 })],
  'GET /companies/scroll': [(c) => c.get('/companies/scroll?scroll_param=unknown')],
  'POST /companies/search': [
    (c) => c.post('/companies/search', { query: { field: 'plan.name', operator: '=', value: 'Pro' } }),
  ],
  'POST /contacts/bulk': [
    (c) => c.post('/contacts/bulk', { contacts: Array.from({ length: 101 }, () => ({})) }),
    (c) => c.post('/contacts/bulk', { contacts: [{}], job: { id: 'job_v2_1' } }),
  ],
  'PUT /contacts/bulk': [(c) => c.put('/contacts/bulk', { contacts: [{ name: 'Ada' }] })],
  'POST /contacts/bulk/delete': [(c) => c.post('/contacts/bulk/delete', { contacts: { id: 'x' } })],
  'POST /companies/bulk': [
    (c) => c.post('/companies/bulk', { companies: Array.from({ length: 101 }, () => ({})) }),
    (c) => c.post('/companies/bulk', { companies: [{}], job: { id: 'job_v2_1' } }),
  ],
  'PUT /companies/bulk': [(c) => c.put('/companies/bulk', { companies: [{ name: 'Acme' }] })],
  'POST /companies/bulk/delete': [(c) => c.post('/companies/bulk/delete', { companies: { id: 'x' } })],
  'POST /conversations': [
    (c) => c.post('/conversations', { from: { type: 'user', id: 'f'.repeat(24) }, body: 'Where is my engine?' }),
  ],
  'POST /conversations/search': [
    (c) => c.post('/conversations/search', { query: { field: 'shoe_size', operator: '=', value: 42 } }),
  ],
  'POST /conversations/attributes': [
    (c) => c.post('/conversations/attributes', { name: 'Order number', data_type: 'string' }),
    (c) => c.post('/conversations/attributes', { name: 'Mood', data_type: 'colour' }),
  ],
  'PUT /parley/workspace': [(c) => c.put('/parley/workspace', { time_zone: 'Mars/Olympus' })],
  'POST /parley/admins': [(c) => c.post('/parley/admins', { name: 'Grace', email: 'grace@fernhill.example' })],
  'POST /parley/segments': [
    (c) =>
      c.post('/parley/segments', {
        name: 'Tall',
        person_type: 'user',
        filter: { field: 'shoe_size', operator: '>', value: 46 },
      }),
  ],
  'DELETE /conversations/{}/customers/{}': [
    (c, f) => c.delete(`/conversations/${f['conversation']}/customers/${f['user']}`, { admin_id: f['admin'] }),
  ],
}
