import { step } from '../../test/tour/step.ts'

export default [
  step('POST /internal_articles', {
    needs: ['admin'],
    gives: { internal: ({ id }) => id },
    go: (c, { admin }) =>
      c.post('/internal_articles', {
        title: 'Cleaning an engine',
        body: '<p>Use a soft cloth.</p>',
        author_id: Number(admin),
        owner_id: Number(admin),
      }),
  }),
  step('GET /internal_articles', { needs: ['internal'], go: (c) => c.get('/internal_articles') }),
  step('GET /internal_articles/search', {
    needs: ['internal'],
    go: (c) => c.get('/internal_articles/search?phrase=engine'),
  }),
  step('GET /internal_articles/{}', {
    needs: ['internal'],
    go: (c, { internal }) => c.get(`/internal_articles/${internal}`),
  }),
  step('PUT /internal_articles/{}', {
    needs: ['internal'],
    go: (c, { internal }) => c.put(`/internal_articles/${internal}`, { title: 'Cleaning engines' }),
  }),
  step('DELETE /internal_articles/{}', {
    ends: ['internal'],
    go: (c, { internal }) => c.delete(`/internal_articles/${internal}`),
  }),
]
