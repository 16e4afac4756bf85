import { step } from '../../test/tour/step.ts'

export default [
  step('POST /content_snippets', {
    gives: { snippet: ({ id }) => id },
    go: (c) =>
      c.post('/content_snippets', {
        title: 'Cleaning an engine',
        json_blocks: [{ type: 'paragraph', text: 'Use a soft cloth.' }],
      }),
  }),
  step('GET /content_snippets', { needs: ['snippet'], go: (c) => c.get('/content_snippets') }),
  step('GET /content_snippets/{}', {
    needs: ['snippet'],
    go: (c, { snippet }) => c.get(`/content_snippets/${snippet}`),
  }),
  step('PUT /content_snippets/{}', {
    needs: ['snippet'],
    go: (c, { snippet }) => c.put(`/content_snippets/${snippet}`, { body_markdown: 'Use a *very* soft cloth.' }),
  }),
  step('DELETE /content_snippets/{}', {
    ends: ['snippet'],
    go: (c, { snippet }) => c.delete(`/content_snippets/${snippet}`),
  }),
]
