import { step } from '../../test/tour/step.ts'

export default [
  step('GET /contacts/{}/banners', {
    needs: ['user'],
    gives: { view: ({ data: [banner] }) => banner.view_id },
    go: (c, { user }) => c.get(`/contacts/${user}/banners`),
  }),
  step('POST /contacts/{}/banners/{}/dismiss', {
    needs: ['user', 'view'],
    go: (c, { user, view }) => c.post(`/contacts/${user}/banners/${view}/dismiss`),
  }),
  step('POST /parley/banners', {
    gives: { setBanner: ({ id }) => id },
    go: (c) =>
      c.post('/parley/banners', {
        title: 'Closed on Monday',
        body: 'We answer again on Tuesday.',
        audience: { field: 'role', operator: '=', value: 'user' },
      }),
  }),
  step('GET /parley/banners', { go: (c) => c.get('/parley/banners') }),
  step('GET /parley/banners/{}', {
    needs: ['setBanner'],
    go: (c, { setBanner }) => c.get(`/parley/banners/${setBanner}`),
  }),
  step('PUT /parley/banners/{}', {
    needs: ['setBanner'],
    go: (c, { setBanner }) => c.put(`/parley/banners/${setBanner}`, { live: true }),
  }),
  step('DELETE /parley/banners/{}', {
    ends: ['setBanner'],
    go: (c, { setBanner }) => c.delete(`/parley/banners/${setBanner}`),
  }),
]
