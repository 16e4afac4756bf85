import { step } from '../../test/tour/step.ts'

export default [
  step('POST /dynamic_contents', {
    gives: { dynamic: ({ id }) => id },
    go: (c) =>
      c.post('/dynamic_contents', {
        name: 'Opening hours',
        content_type: 'block',
        default_locale: 'en',
        variations: [{ locale: 'en', json_blocks: [{ type: 'paragraph', text: 'From nine to five.' }] }],
      }),
  }),
  step('GET /dynamic_contents', { needs: ['dynamic'], go: (c) => c.get('/dynamic_contents') }),
  step('GET /dynamic_contents/{}', {
    needs: ['dynamic'],
    go: (c, { dynamic }) => c.get(`/dynamic_contents/${dynamic}`),
  }),
  step('PUT /dynamic_contents/{}', {
    needs: ['dynamic'],
    go: (c, { dynamic }) => c.put(`/dynamic_contents/${dynamic}`, { name: 'Hours' }),
  }),
  step('DELETE /dynamic_contents/{}', {
    ends: ['dynamic'],
    go: (c, { dynamic }) => c.delete(`/dynamic_contents/${dynamic}`),
  }),
]
