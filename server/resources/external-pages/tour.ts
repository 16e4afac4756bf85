import { step } from '../../test/tour/step.ts'

const page = { title: 'Cleaning an engine', html: '<p>Use a soft cloth.</p>', locale: 'en', external_id: 'engine-1' }

export default [
  step('POST /ai/external_pages', {
    needs: ['source'],
    gives: { page: ({ id }) => id },
    go: (c, { source }) => c.post('/ai/external_pages', { ...page, source_id: Number(source) }),
  }),
  step('GET /ai/external_pages', { needs: ['page'], go: (c) => c.get('/ai/external_pages') }),
  step('GET /ai/external_pages/{}', { needs: ['page'], go: (c, { page: id }) => c.get(`/ai/external_pages/${id}`) }),
  step('PUT /ai/external_pages/{}', {
    needs: ['page', 'source'],
    go: (c, { page: id, source }) =>
      c.put(`/ai/external_pages/${id}`, {
        ...page,
        title: 'Maschinen reinigen',
        locale: 'de',
        source_id: Number(source),
        url: 'https://help.example.com/engine-1',
      }),
  }),
  step('DELETE /ai/external_pages/{}', {
    needs: ['source'],
    ends: ['page'],
    go: (c, { page: id }) => c.delete(`/ai/external_pages/${id}`),
  }),
]
