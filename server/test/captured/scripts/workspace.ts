import { made, type Actor, type Script } from './script.ts'

const tags = async ({ client }: Actor) => {
  for (const name of ['Feature Request', 'Test']) await made(client.post('/tags', { name }))
}

const article = ({ client, adminId }: Actor) =>
  client.post('/articles', { title: 'Test', body: '<p>Test body</p>', author_id: Number(adminId), state: 'draft' })

const published = async (actor: Actor, id: string) =>
  actor.client.put(`/articles/${id}`, { title: 'Updated', body: '<p>Updated body</p>', state: 'published' })

const articles = async (actor: Actor, query: string) => {
  for (let at = 0; at < 4; at++) await made(article(actor))
  return actor.client.get(`/articles${query}`)
}

/** Articles, admins, tags and segments. */
export const workspace: Record<string, Script> = {
  admins: ({ client }) => client.get('/admins'),
  'list-admins': ({ client }) => client.get('/admins'),
  'get-admin': ({ client, adminId }) => client.get(`/admins/${adminId}`),
  'create-article': (actor) => article(actor),
  'get-article': async (actor) => actor.client.get(`/articles/${(await made(article(actor))).id}`),
  'update-article': async (actor) => published(actor, (await made(article(actor))).id),
  'delete-article': async (actor) => actor.client.delete(`/articles/${(await made(article(actor))).id}`),
  articles: (actor) => articles(actor, '?page=0&per_page=100'),
  'list-articles': (actor) => articles(actor, ''),
  'help-center-collections': ({ client }) => client.get('/help_center/collections?per_page=150'),
  'list-help-center-collections': ({ client }) => client.get('/help_center/collections'),
  'create-tag': ({ client }) => client.post('/tags', { name: 'Test' }),
  tags: async (actor) => {
    await tags(actor)
    return actor.client.get('/tags?per_page=150')
  },
  'list-tags': async (actor) => {
    await tags(actor)
    return actor.client.get('/tags?per_page=150')
  },
  segments: ({ client }) => client.get('/segments?per_page=150'),
}
