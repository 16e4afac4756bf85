import { step } from '../../test/tour/step.ts'

export default [
  step('POST /companies', {
    gives: { company: (company) => company.id },
    go: (c) =>
      c.post('/companies', {
        company_id: 'company-1',
        name: 'Analytical Engines',
        plan: 'Enterprise',
        size: 12,
        website: 'https://example.com',
        industry: 'Manufacturing',
        monthly_spend: 155.98,
        remote_created_at: 1_394_531_169,
      }),
  }),
  step('POST /contacts/{}/companies', {
    needs: ['user', 'company'],
    gives: { employer: (company) => company.id },
    go: (c, { user, company }) => c.post(`/contacts/${user}/companies`, { id: company }),
  }),
  step('GET /contacts/{}/companies', { needs: ['user'], go: (c, { user }) => c.get(`/contacts/${user}/companies`) }),
  step('GET /companies/{}', { needs: ['company'], go: (c, { company }) => c.get(`/companies/${company}`) }),
  step('PUT /companies/{}', {
    needs: ['company'],
    go: (c, { company }) => c.put(`/companies/${company}`, { name: 'Analytical Engines Ltd' }),
  }),
  step('GET /companies', { go: (c) => c.get('/companies') }),
  step('GET /companies', { go: (c) => c.get('/companies?company_id=company-1') }),
  step('POST /companies/list', { go: (c) => c.post('/companies/list') }),
  step('GET /companies/scroll', { go: (c) => c.get('/companies/scroll') }),
  step('POST /companies/search', {
    go: (c) =>
      c.post('/companies/search', {
        query: { operator: 'AND', value: [{ field: 'name', operator: '^', value: 'analytical' }] },
        sort: { field: 'name', order: 'ascending' },
        pagination: { per_page: 5 },
      }),
  }),
  step('GET /companies/{}/contacts', {
    needs: ['company'],
    go: (c, { company }) => c.get(`/companies/${company}/contacts`),
  }),
  step('GET /companies/{}/segments', {
    needs: ['company'],
    go: (c, { company }) => c.get(`/companies/${company}/segments`),
  }),
  step('POST /companies/bulk', {
    gives: { companiesJob: (job) => job.id },
    go: (c) => c.post('/companies/bulk', { companies: [{ company_id: 'company-2', name: 'Difference Engines' }] }),
  }),
  step('PUT /companies/bulk', {
    needs: ['company', 'companiesJob'],
    go: (c, { company, companiesJob }) =>
      c.put('/companies/bulk', { companies: [{ id: company, size: 13 }], job: { id: companiesJob } }),
  }),
  step('POST /companies/bulk/delete', {
    needs: ['company'],
    go: (c, { company }) => c.post('/companies/bulk/delete', { companies: [{ id: company }] }),
  }),
  step('GET /companies/bulk/{}', {
    needs: ['companiesJob'],
    go: (c, { companiesJob }) => c.get(`/companies/bulk/${companiesJob}`),
  }),
  step('DELETE /contacts/{}/companies/{}', {
    needs: ['user', 'company'],
    ends: ['employer'],
    go: (c, { user, company }) => c.delete(`/contacts/${user}/companies/${company}`),
  }),
  step('DELETE /companies/{}', { ends: ['company'], go: (c, { company }) => c.delete(`/companies/${company}`) }),
]
