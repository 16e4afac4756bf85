import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  DefaultPeriodOfActivityLogs: {
    since: '2.17',
    see: async (client) => [
      code(await client.get('/admins/activity_logs')),
      code(await client.post('/admins/activity_logs/search', {})),
    ],
    before: [
      [400, 'parameter_not_found'],
      [400, 'parameter_not_found'],
    ],
    after: [
      [200, undefined],
      [200, undefined],
    ],
  },
} satisfies Record<string, Sides>
