import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  ConvertNamedVisitors: {
    since: '2.17',
    see: async (client, scene) => {
      const user = { email: `signed-up-${scene.number()}@example.com` }
      const [byEmail, byUserId] = [await scene.newVisitor(), await scene.newVisitor()]
      const reply = await client.post('/visitors/convert', { visitor: { user_id: byUserId.user_id }, type: 'lead' })
      return [
        code(await client.post('/visitors/convert', { visitor: { email: byEmail.email }, user, type: 'user' })),
        [...code(reply), reply.body.role],
        code(await client.post('/visitors/convert', { visitor: { user_id: byUserId.user_id }, type: 'user' })),
      ]
    },
    before: [
      [200, undefined],
      [400, 'parameter_not_found', undefined],
      [400, 'parameter_not_found'],
    ],
    after: [
      [400, 'parameter_not_found'],
      [200, undefined, 'lead'],
      [404, 'not_found'],
    ],
  },
} satisfies Record<string, Sides>
