import type { Situation, Stage } from '../stage.ts'

const words = { title: 'Bea', description: 'Words about it', body: '<p>Some words.</p>' }

/** Captured articles stand in a collection by `parent_ids`, which only Preview takes. */
const newArticle = async ({ scene, send, workspace, adminId }: Stage, more: object = {}) => {
  const { id } = await send('post', '/help_center/collections', { name: 'Tools' })
  const fields = { ...words, author_id: Number(adminId), parent_ids: [Number(id)], ...more }
  return (await scene.client({ token: workspace.token, version: 'Preview' }).post('/articles', fields)).body
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
