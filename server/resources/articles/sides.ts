import type { Sides } from '../../test/sides/scene.ts'

export default {
  AnswerNoArticlesAsList: {
    since: '2.17',
    see: async (client) => (await client.get('/articles/search?phrase=nothingatall')).body.data,
    before: { articles: [], highlights: [] },
    after: [],
  },
} satisfies Record<string, Sides>
