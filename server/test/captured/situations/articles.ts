import type { Situation, Stage } from '../stage.ts'

const words = { title: 'Bea', description: 'Words about it', body: '<p>Some words.</p>' }

/** Captured articles stand in a collection by `parent_ids`, which only Preview takes. */
const newArticle = async ({ scene, send, workspace, adminId }: Stage, more: object = {}) => {
  const { id } = await send('post', '/help_center/collections', { name: 'Tools' })
  const fields = { ...words, author_id: Number(adminId), parent_ids: [Number(id)], ...more }
  return (await scene.client({ token: workspace.token, version: 'Preview' }).post('/articles', fields)).body
}

/** Opens the site, so that what is published has an address. */
async function openSite({ send }: Stage): Promise<void> {
  const [center] = (await send('get', '/help_center/help_centers')).data
  await send('put', `/parley/help_centers/${center.id}`, { website_turned_on: true })
}

/** An article as versions up to 2.15 make it, in a collection by its parent. */
async function newArticleOf(stage: Stage, more: object = {}): Promise<void> {
  const parent_id = Number((await stage.send('post', '/help_center/collections', { name: 'Tools' })).id)
  const parent = { parent_id, parent_type: 'collection' }
  await stage.client.post('/articles', { ...words, author_id: Number(stage.adminId), ...parent, ...more })
}

/** Publishes an article, with a webhook on a topic. */
const published = (topic: string): Situation => ({
  version: '2.15',
  async act(stage) {
    const { id } = await newArticle(stage)
    return stage.delivered(topic, () => stage.send('put', `/articles/${id}`, { state: 'published' }))
  },
})

export const articles: Record<string, Situation> = {
  R01: {
    version: '2.11',
    async act(stage) {
      await openSite(stage)
      await newArticleOf(stage)
      await newArticle(stage)
      await newArticle(stage, { state: 'published', body: '<h3>Some</h3><p>words.</p>' })
      return (await stage.client.get('/articles?per_page=100&page=0')).body
    },
  },
  R02: {
    version: '2.11',
    act: async ({ client, adminId }) => {
      const { title, description } = words
      return (await client.post('/articles', { title, description, author_id: Number(adminId) })).body
    },
  },
  R03: {
    version: '2.11',
    async act(stage) {
      await openSite(stage)
      await newArticleOf(stage, { description: '', state: 'published' })
      return (await stage.client.get('/articles')).body
    },
  },
  R04: {
    version: '2.11',
    async act(stage) {
      await openSite(stage)
      await stage.send('post', '/help_center/collections', { name: 'Tools', description: 'Words about it' })
      return (await stage.client.get('/help_center/collections')).body
    },
  },
  R13: {
    version: '2.15',
    act: (stage) =>
      stage.delivered('article.created', () =>
        stage.send('post', '/articles', { title: 'Untitled', author_id: Number(stage.adminId) }),
      ),
  },
  R15: published('article.published'),
  R16: {
    version: '2.15',
    async act(stage) {
      const { id } = await newArticle(stage, { state: 'published' })
      return stage.delivered('article.unpublished', () => stage.send('put', `/articles/${id}`, { state: 'draft' }))
    },
  },
  R17: {
    version: '2.15',
    async act(stage) {
      const { id } = await newArticle(stage, { state: 'published' })
      return stage.delivered('article.deleted', () => stage.send('delete', `/articles/${id}`))
    },
  },
}
