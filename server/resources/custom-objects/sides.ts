import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  ListCustomObjects: {
    since: '2.16',
    see: async (client, scene) => {
      const { identifier } = await scene.another('a custom object type')
      const { status, body } = await client.get(`/custom_object_instances/${identifier}`)
      return [status, body.type]
    },
    before: [400, 'error.list'],
    after: [200, 'list'],
  },
  ReserveExternalId: {
    since: '2.17',
    see: async (client, scene) => {
      const { identifier } = await scene.another('a custom object type')
      return code(await client.post(`/custom_object_instances/${identifier}`, { external_id: 'reference_not_found' }))
    },
    before: [200, undefined],
    after: [400, 'parameter_invalid'],
  },
} satisfies Record<string, Sides>
