import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  SplitAssignmentLimitTypes: {
    since: '2.14',
    see: async (client, { newest, another }) => {
      const { id } = await another('an admin')
      await newest.put(`/parley/admins/${id}`, { conversation_assignment_limit: 5 })
      const { activity_logs } = (await client.get('/admins/activity_logs?created_at_after=1000000000')).body
      return activity_logs[0].activity_type
    },
    before: 'admin_assignment_limit_change',
    after: 'admin_conversation_assignment_limit_change',
  },
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
