import { code, type Sides } from '../../test/sides/scene.ts'

const missing = 'f'.repeat(24)

export default {
  SkipMissingWhenTagging: {
    since: '2.16',
    see: async (client, scene) => {
      const name = `tag ${scene.number()}`
      const users = [{ id: await scene.newContact() }, { id: missing }]
      const reply = await client.post('/tags', { name, users })
      return [...code(reply), reply.body.users?.map(({ tagged }: { tagged: boolean }) => tagged)]
    },
    before: [404, 'not_found', undefined],
    after: [200, undefined, [true]],
  },
  TellTimeOfRemovedTag: {
    since: '2.17',
    see: async (client, scene) => {
      const path = `/contacts/${await scene.newContact()}/tags`
      const { id } = (await scene.newest.post('/tags', { name: `tag ${scene.number()}` })).body
      const { applied_at } = (await scene.newest.post(path, { id })).body
      const [removed, again] = [await client.delete(`${path}/${id}`), await client.delete(`${path}/${id}`)]
      return [removed, again].map(({ body }) => body.applied_at && body.applied_at - applied_at)
    },
    before: [null, null],
    after: [0, null],
  },
} satisfies Record<string, Sides>
