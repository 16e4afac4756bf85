import { step } from '../../test/tour/step.ts'

export default [
  step('GET /content/search', { needs: ['internal'], go: (c) => c.get('/content/search?query=engine') }),
  step('POST /content/bulk_actions', {
    needs: ['internal'],
    go: (c, { internal }) =>
      c.post('/content/bulk_actions', {
        action: 'set_availability',
        content_ids: [{ type: 'internal_article', id: internal }],
        availability: { ai_agent: true },
      }),
  }),
]
