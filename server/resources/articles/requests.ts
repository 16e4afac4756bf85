import type { Scene } from '../../test/fixtures/scene.ts'
import type { Given, Sample } from '../../test/requests/request.ts'

const texts = (given: Given, { unique }: Scene) => ({
  title: unique('title'),
  description: unique('about'),
  body: `<p>${unique('body')}</p>`,
  author_id: Number(given['an admin']['id']),
  translated_content: { fr: { title: unique('titre'), body: `<p>${unique('texte')}</p>` } },
})

const settings = (given: Given) => ({
  state: 'published',
  audience_ids: [Number(given['an audience']['id'])],
  folder_id: Number(given['a folder']['id']),
  ai_chatbot_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: false,
})

export default {
  'GET /articles': {},
  'GET /articles/search': {
    query: (_, { mark }) => ({ phrase: mark, state: 'all', highlight: 'true' }),
    needs: ['an article'],
  },
  'POST /articles': {
    needs: ['an admin', 'a collection', 'an audience', 'a folder'],
    body: (given, scene) => ({
      ...texts(given, scene),
      ...settings(given),
      parent_id: Number(given['a collection']['id']),
      parent_type: 'collection',
      parent_ids: [Number(given['a collection']['id'])],
      folder_id: Number(given['a folder']['id']),
    }),
  },
  'GET /articles/{}': {},
  'PUT /articles/{}': {
    needs: ['an admin', 'a collection', 'an audience', 'a folder'],
    body: (given, scene) => ({
      ...texts(given, scene),
      ...settings(given),
      parent_id: Number(given['a collection']['id']),
      parent_type: 'collection',
      parent_ids: [Number(given['a collection']['id'])],
      folder_id: Number(given['a folder']['id']),
    }),
  },
  'DELETE /articles/{}': { fresh: ['an article'] },
  'GET /articles/{}/draft': { path: { article_id: 'an article with a draft' } },
  'PUT /articles/{}/draft': {
    path: { article_id: 'a published article' },
    needs: ['an admin'],
    body: (given, scene) => ({ ...texts(given, scene), audience_ids: [1] }),
  },
  'POST /articles/{}/draft/publish': {
    path: { article_id: 'an article with a draft' },
    fresh: ['an article with a draft'],
    body: () => ({ locales: ['en'] }),
  },
  'GET /articles/{}/versions': { query: () => ({ locale: 'en' }) },
  'GET /articles/{}/versions/{}': {},
  'POST /articles/{}/tags': {
    needs: ['a tag', 'an admin'],
    body: (given) => ({ id: given['a tag']['id'], admin_id: given['an admin']['id'] }),
  },
  'DELETE /articles/{}/tags/{}': {
    before: ({ 'an article': article, 'a tag': tag }, { send }) =>
      send('POST', `/articles/${article['id']}/tags`, { id: tag['id'] }),
  },
} satisfies Record<string, Sample>
