import { step } from '../../test/tour/step.ts'

export default [
  step('PUT /contacts/{}/granted_companies', {
    needs: ['user', 'company'],
    go: (c, { user }) => c.put(`/contacts/${user}/granted_companies`, { company_ids: ['company-1'] }),
  }),
  step('GET /contacts/{}/granted_companies', {
    needs: ['user'],
    go: (c, { user }) => c.get(`/contacts/${user}/granted_companies`),
  }),
  step('DELETE /contacts/{}/granted_companies/{}', {
    needs: ['user', 'company'],
    go: (c, { user }) => c.delete(`/contacts/${user}/granted_companies/company-1`),
  }),
]
