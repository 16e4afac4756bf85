import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const internalArticleFixtures = {
  'an internal article': fixture({
    params: { internal_article_id: byId },
    make: ({ send, adminId, unique }) =>
      send('POST', '/internal_articles', {
        title: unique('article'),
        body: unique('words'),
        author_id: adminId,
        owner_id: adminId,
      }),
  }),
  'a deleted internal article': fixture({
    consumes: ['an internal article'],
    removed: 'an internal article',
    make: async ({ send }, { 'an internal article': article }) => {
      await send('DELETE', `/internal_articles/${article!['id']}`)
      return article!
    },
  }),
}
