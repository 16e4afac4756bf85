import type { Sample } from '../../test/requests/request.ts'

const everyone = { field: 'created_at', operator: '>', value: 1 }

export default {
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
} satisfies Record<string, Sample>
