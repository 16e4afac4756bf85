import { type Sides } from '../../test/sides/scene.ts'

export default {
  RaiseInternalArticles: {
    since: '2.17',
    see: async (client, scene) => {
      const { title } = await scene.another('an internal article')
      const { body } = await client.get(`/internal_articles/search?phrase=${encodeURIComponent(`"${title}"`)}`)
      return [body.data?.internal_articles, body.internal_articles].map((list) => list?.length)
    },
    before: [1, undefined],
    after: [undefined, 1],
  },
} satisfies Record<string, Sides>
