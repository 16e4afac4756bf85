import { step } from '../../test/tour/step.ts'

export default [
  step('POST /articles', {
    needs: ['admin', 'collection'],
    gives: { article: ({ id }) => id },
    go: (c, { admin, collection }) =>
      c.post('/articles', {
        title: 'Descaling the machine',
        description: 'Once a month',
        body: '<h2>You need</h2><ul><li>Citric acid</li></ul><p>Rinse <b>twice</b>.</p>',
        author_id: Number(admin),
        state: 'published',
        parent_id: Number(collection),
        parent_type: 'collection',
      }),
  }),
  step('GET /articles', { needs: ['article'], go: (c) => c.get('/articles') }),
  step('GET /articles/{}', { needs: ['article'], go: (c, { article }) => c.get(`/articles/${article}`) }),
  step('GET /articles/search', {
    needs: ['article'],
    go: (c) => c.get('/articles/search?phrase=descale&state=published&highlight=true'),
  }),
  step('GET /articles/search', { go: (c) => c.get('/articles/search?phrase=nothingatall') }),
  step('PUT /articles/{}/draft', {
    needs: ['article'],
    gives: { draft: ({ id }) => id },
    go: (c, { article }) => c.put(`/articles/${article}/draft`, { title: 'Descaling every machine' }),
  }),
  step('GET /articles/{}/draft', { needs: ['draft'], go: (c, { draft }) => c.get(`/articles/${draft}/draft`) }),
  step('POST /articles/{}/draft/publish', {
    ends: ['draft'],
    go: (c, { draft }) => c.post(`/articles/${draft}/draft/publish`, {}),
  }),
  step('PUT /articles/{}', {
    needs: ['article'],
    go: (c, { article }) =>
      c.put(`/articles/${article}`, {
        body: '<p>Rinse <i>three</i> times.</p>',
        translated_content: { fr: { title: 'Détartrer', description: '', body: '<p>Rincez.</p>' } },
      }),
  }),
  step('GET /articles/{}/versions', {
    needs: ['article'],
    gives: { version: ({ data }) => data[0].id },
    go: (c, { article }) => c.get(`/articles/${article}/versions`),
  }),
  step('GET /articles/{}/versions/{}', {
    needs: ['article', 'version'],
    go: (c, { article, version }) => c.get(`/articles/${article}/versions/${version}`),
  }),
  step('POST /articles/{}/tags', {
    needs: ['article', 'tag'],
    gives: { taggedArticle: ({ id }) => id },
    go: (c, { article, tag }) => c.post(`/articles/${article}/tags`, { id: tag }),
  }),
  step('DELETE /articles/{}/tags/{}', {
    needs: ['article', 'tag'],
    ends: ['taggedArticle'],
    go: (c, { article, tag }) => c.delete(`/articles/${article}/tags/${tag}`),
  }),
  step('DELETE /articles/{}', { ends: ['article'], go: (c, { article }) => c.delete(`/articles/${article}`) }),
]
