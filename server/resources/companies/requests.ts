import type { Sample } from '../../test/requests/request.ts'

const everything = { field: 'created_at', operator: '>', value: 1 }

const details = {
  plan: 'Gold',
  size: 12,
  website: 'https://example.com',
  industry: 'Brewing',
  monthly_spend: 1.5,
  remote_created_at: 1_700_000_000,
}

export default {
  'GET /contacts/{}/companies': {},
  'POST /contacts/{}/companies': { needs: ['a company'], body: ({ 'a company': company }) => ({ id: company['id'] }) },
  'DELETE /contacts/{}/companies/{}': {
    before: ({ 'a contact': contact, 'a company': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/companies`, { id }),
  },
  'GET /companies': {},
  'POST /companies': {
    body: (_, { unique }) => ({ company_id: unique('company id'), name: unique('company'), ...details }),
  },
  'POST /companies/list': { body: () => ({ page: 1, per_page: 5, order: 'asc' }) },
  'GET /companies/scroll': {},
  'POST /companies/search': {
    body: () => ({ query: everything, pagination: { per_page: 5 }, sort: { field: 'name', order: 'ascending' } }),
  },
  'GET /companies/{}': {},
  'PUT /companies/{}': { body: (_, { unique }) => ({ name: unique('company'), ...details }) },
  'DELETE /companies/{}': { fresh: ['a company'] },
  'GET /companies/{}/contacts': {},
  'GET /companies/{}/segments': {},
  'POST /companies/bulk': {
    needs: ['a bulk job of companies'],
    body: ({ 'a bulk job of companies': job }, { unique }) => ({
      companies: [{ company_id: unique('bulk') }],
      job: { id: job['id'] },
    }),
  },
  'PUT /companies/bulk': {
    needs: ['a company', 'a bulk job of companies'],
    body: ({ 'a company': { id }, 'a bulk job of companies': job }) => ({
      companies: [{ id, size: 3 }],
      job: { id: job['id'] },
    }),
  },
  'POST /companies/bulk/delete': {
    needs: ['a company', 'a bulk job of companies'],
    fresh: ['a company'],
    body: ({ 'a company': { id }, 'a bulk job of companies': job }) => ({
      companies: [{ id }],
      job: { id: job['id'] },
    }),
  },
  'GET /companies/bulk/{}': {},
} satisfies Record<string, Sample>
