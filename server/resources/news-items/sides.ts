import type { Sides } from '../../test/sides/scene.ts'

const SIX = [...'😀😃😄😁😆😅']

export default {
  RefuseSixthReaction: {
    since: '2.17',
    see: async (client, scene) => {
      const item = { title: scene.unique('news'), sender_id: scene.adminId, reactions: SIX }
      const created = await client.post('/news/news_items', item)
      const { id } = await scene.another('a news item')
      const updated = await client.put(`/news/news_items/${id}`, { reactions: SIX })
      return [created, updated].map(({ status, body }) => [status, body.errors?.[0].code ?? body.reactions])
    },
    before: Array.from({ length: 2 }, () => [200, SIX]),
    after: Array.from({ length: 2 }, () => [400, 'parameter_invalid']),
  },
} satisfies Record<string, Sides>
