import { byId, fixture } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const create = ({ send, unique, adminId }: Scene, more: object = {}) =>
  send('POST', '/articles', {
    title: unique('article'),
    body: `<p>${unique('body')}</p>`,
    author_id: Number(adminId),
    ...more,
  })

export const articleFixtures = {
  'an article': fixture({
    needs: ['a collection'],
    params: { article_id: byId },
    make: (scene, { 'a collection': collection }) => create(scene, { parent_id: Number(collection!['id']) }),
  }),
  'a published article': fixture({ make: (scene) => create(scene, { state: 'published' }) }),
  'an article with a draft': fixture({
    consumes: ['a published article'],
    make: async ({ send, unique }, { 'a published article': article }) =>
      send('PUT', `/articles/${article!['id']}/draft`, { title: unique('draft') }),
  }),
  'a version of an article': fixture({
    needs: ['an article'],
    params: { version_id: byId },
    make: async ({ send }, { 'an article': article }) =>
      (await send('GET', `/articles/${article!['id']}/versions`))['data'][0],
  }),
  'a deleted article': fixture({
    consumes: ['an article'],
    removed: 'an article',
    make: async ({ send }, { 'an article': article }) => {
      await send('DELETE', `/articles/${article!['id']}`)
      return article!
    },
  }),
}
