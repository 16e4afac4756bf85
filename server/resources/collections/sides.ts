import type { Sides } from '../../test/sides/scene.ts'

export default {
  NestCollections: {
    since: '2.10',
    see: async (client, { another }) => {
      const { id } = await another('a section')
      const listed = (await client.get('/help_center/collections?per_page=250')).body.data
      const { status } = await client.get(`/help_center/collections/${id}`)
      return [status, listed.some((collection: { id: string }) => collection.id === id)]
    },
    before: [404, false],
    after: [200, true],
  },
} satisfies Record<string, Sides>
