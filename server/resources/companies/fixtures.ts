import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const companyFixtures = {
  'a company': fixture({
    params: { company_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/companies', { company_id: unique('company id'), name: unique('company'), plan: unique('plan') }),
  }),
  'a company with a contact': fixture({
    needs: ['a contact'],
    consumes: ['a company'],
    make: async ({ send }, { 'a contact': contact, 'a company': company }) => {
      await send('POST', `/contacts/${contact!['id']}/companies`, { id: company!['id'] })
      return company!
    },
  }),
  'a deleted company': fixture({
    consumes: ['a company'],
    removed: 'a company',
    make: async ({ send }, { 'a company': company }) => {
      await send('DELETE', `/companies/${company!['id']}`)
      return company!
    },
  }),
  'a bulk job of companies': fixture({
    params: { companies_job_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/companies/bulk', { companies: [{ company_id: unique('bulk company') }] }),
  }),
}
