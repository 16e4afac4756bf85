import { step } from '../../test/tour/step.ts'

export default [
  step('POST /tags', { gives: { tag: (tag) => tag.id }, go: (c) => c.post('/tags', { name: 'Pioneer' }) }),
  step('POST /tags', {
    needs: ['company'],
    go: (c, { company }) => c.post('/tags', { name: 'Customer', companies: [{ id: company }] }),
  }),
  step('POST /tags', {
    needs: ['user'],
    go: (c, { user }) => c.post('/tags', { name: 'Reader', users: [{ id: user }] }),
  }),
  step('GET /tags', { go: (c) => c.get('/tags') }),
  step('GET /tags/{}', { needs: ['tag'], go: (c, { tag }) => c.get(`/tags/${tag}`) }),
  step('POST /contacts/{}/tags', {
    needs: ['user', 'tag'],
    go: (c, { user, tag }) => c.post(`/contacts/${user}/tags`, { id: tag }),
  }),
  step('GET /contacts/{}/tags', { needs: ['user'], go: (c, { user }) => c.get(`/contacts/${user}/tags`) }),
  step('POST /conversations/{}/tags', {
    needs: ['conversation', 'tag', 'admin'],
    gives: { tagged: (tag) => tag.id },
    go: (c, { conversation, tag, admin }) =>
      c.post(`/conversations/${conversation}/tags`, { id: tag, admin_id: admin }),
  }),
  step('DELETE /conversations/{}/tags/{}', {
    needs: ['conversation', 'tag', 'admin'],
    ends: ['tagged'],
    go: (c, { conversation, tag, admin }) =>
      c.delete(`/conversations/${conversation}/tags/${tag}`, { admin_id: admin }),
  }),
  step('DELETE /contacts/{}/tags/{}', {
    needs: ['user', 'tag'],
    go: (c, { user, tag }) => c.delete(`/contacts/${user}/tags/${tag}`),
  }),
  step('POST /ai/external_pages/{}/tags', {
    needs: ['page', 'tag'],
    go: (c, { page, tag }) => c.post(`/ai/external_pages/${page}/tags`, { id: tag }),
  }),
  step('DELETE /ai/external_pages/{}/tags/{}', {
    needs: ['page', 'tag'],
    go: (c, { page, tag }) => c.delete(`/ai/external_pages/${page}/tags/${tag}`),
  }),
  step('POST /internal_articles/{}/tags', {
    needs: ['internal', 'tag'],
    go: (c, { internal, tag }) => c.post(`/internal_articles/${internal}/tags`, { id: tag }),
  }),
  step('DELETE /internal_articles/{}/tags/{}', {
    needs: ['internal', 'tag'],
    go: (c, { internal, tag }) => c.delete(`/internal_articles/${internal}/tags/${tag}`),
  }),
  step('POST /content_snippets/{}/tags', {
    needs: ['snippet', 'tag'],
    go: (c, { snippet, tag }) => c.post(`/content_snippets/${snippet}/tags`, { id: tag }),
  }),
  step('DELETE /content_snippets/{}/tags/{}', {
    needs: ['snippet', 'tag'],
    go: (c, { snippet, tag }) => c.delete(`/content_snippets/${snippet}/tags/${tag}`),
  }),
  step('DELETE /tags/{}', { ends: ['tag'], go: (c, { tag }) => c.delete(`/tags/${tag}`) }),
]
