import type { Sample } from '../../test/requests/request.ts'

export default {
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
} satisfies Record<string, Sample>
