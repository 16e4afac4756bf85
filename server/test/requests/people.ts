/** Valid requests to what there is about contacts and visitors. */
import type { Sample } from './request.ts'

const everyone = { field: 'created_at', operator: '>', value: 1 }

export const people: Record<string, Sample> = {
  'GET /contacts': {},
  'POST /contacts': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique, mark }) => ({
      role: 'user',
      external_id: unique('external'),
      email: `${unique('mail').replaceAll(' ', '-')}@${mark}.example`,
      name: unique('name'),
      phone: '+353871234567',
      avatar: 'https://example.com/a.png',
      owner_id: admin['id'],
    }),
  },
  'POST /contacts/search': {
    body: () => ({ query: everyone, pagination: { per_page: 5 }, sort: { field: 'name', order: 'ascending' } }),
  },
  'POST /contacts/merge': {
    needs: ['a contact', 'a lead'],
    fresh: ['a lead'],
    body: ({ 'a contact': into, 'a lead': from }) => ({
      from: from['id'],
      into: into['id'],
      skip_duplicate_validation: true,
    }),
  },
  'POST /contacts/merge/preview': {
    needs: ['a contact', 'a lead'],
    body: ({ 'a contact': into, 'a lead': from }) => ({
      from: from['id'],
      into: into['id'],
      skip_duplicate_validation: true,
    }),
  },
  'GET /contacts/activities': {},
  'GET /contacts/deleted': {},
  'GET /contacts/{}': {},
  'GET /contacts/find_by_external_id/{}': {},
  'PUT /contacts/{}': {
    needs: ['an admin'],
    fresh: ['a contact'],
    body: ({ 'an admin': admin }, { unique }) => ({
      name: unique('name'),
      owner_id: admin['id'],
      avatar: { image_url: 'https://example.com/b.png' },
    }),
  },
  'DELETE /contacts/{}': { fresh: ['a contact'] },
  'POST /contacts/{}/archive': { fresh: ['a contact'] },
  'POST /contacts/{}/unarchive': {},
  'POST /contacts/{}/block': { fresh: ['a contact'] },
  'GET /contacts/{}/merge_history': {},
  'POST /contacts/bulk': {
    needs: ['a bulk job of contacts'],
    body: ({ 'a bulk job of contacts': job }, { unique }) => ({
      contacts: [{ external_id: unique('bulk') }],
      job: { id: job['id'] },
    }),
  },
  'PUT /contacts/bulk': {
    needs: ['a contact', 'a bulk job of contacts'],
    body: ({ 'a contact': { id }, 'a bulk job of contacts': job }, { unique }) => ({
      contacts: [{ id, name: unique('name') }],
      job: { id: job['id'] },
    }),
  },
  'POST /contacts/bulk/delete': {
    needs: ['a contact', 'a bulk job of contacts'],
    fresh: ['a contact'],
    body: ({ 'a contact': { id }, 'a bulk job of contacts': job }) => ({ contacts: [{ id }], job: { id: job['id'] } }),
  },
  'GET /contacts/bulk/{}': {},
  'GET /contacts/{}/companies': {},
  'POST /contacts/{}/companies': { needs: ['a company'], body: ({ 'a company': company }) => ({ id: company['id'] }) },
  'DELETE /contacts/{}/companies/{}': {
    before: ({ 'a contact': contact, 'a company': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/companies`, { id }),
  },
  'GET /contacts/{}/granted_companies': {},
  'PUT /contacts/{}/granted_companies': {
    needs: ['a company'],
    body: ({ 'a company': { company_id } }) => ({ company_ids: [company_id] }),
  },
  'DELETE /contacts/{}/granted_companies/{}': {
    path: { company_id: ['a company', ({ company_id }) => company_id] },
    before: ({ 'a contact': contact, 'a company': { company_id } }, scene) =>
      scene.send('PUT', `/contacts/${contact['id']}/granted_companies`, { company_ids: [company_id] }),
  },
  'GET /contacts/{}/tags': {},
  'POST /contacts/{}/tags': { needs: ['a tag'], body: ({ 'a tag': tag }) => ({ id: tag['id'] }) },
  'DELETE /contacts/{}/tags/{}': {
    before: ({ 'a contact': contact, 'a tag': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/tags`, { id }),
  },
  'GET /contacts/{}/notes': {},
  'POST /contacts/{}/notes': {
    needs: ['an admin'],
    body: ({ 'an admin': admin }, { unique }) => ({ body: unique('note'), admin_id: admin['id'] }),
  },
  'GET /notes/{}': {},
  'DELETE /notes/{}': { fresh: ['a note'] },
  'GET /contacts/{}/segments': {},
  'GET /contacts/{}/subscriptions': {},
  'POST /contacts/{}/subscriptions': {
    needs: ['a subscription type'],
    body: ({ 'a subscription type': type }) => ({ id: type['id'], consent_type: 'opt_out' }),
  },
  'DELETE /contacts/{}/subscriptions/{}': {
    before: ({ 'a contact': contact, 'a subscription type': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/subscriptions`, { id, consent_type: 'opt_out' }),
  },
  'GET /visitors': { needs: ['a visitor'], query: ({ 'a visitor': { user_id } }) => ({ user_id }) },
  'PUT /visitors': {
    needs: ['a visitor'],
    body: ({ 'a visitor': { user_id } }, { unique }) => ({ user_id, name: unique('name') }),
  },
  'POST /visitors/convert': {
    needs: ['a visitor', 'a contact'],
    fresh: ['a visitor'],
    body: ({ 'a visitor': { user_id }, 'a contact': { id } }) => ({ visitor: { user_id }, user: { id }, type: 'user' }),
  },
}
