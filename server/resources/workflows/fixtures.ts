import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const workflowFixtures = {
  'a workflow': fixture({
    params: { workflow_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/workflows', {
        title: unique('workflow'),
        description: unique('description'),
        trigger_type: 'conversation_closed',
        conditions: { field: 'source.body', operator: '~', value: unique('words') },
        steps: [{ type: 'reply', body: unique('reply') }],
      }),
  }),
  'a deleted workflow': fixture({
    consumes: ['a workflow'],
    removed: 'a workflow',
    make: async ({ send }, { 'a workflow': made }) => {
      await send('DELETE', `/parley/workflows/${made!['id']}`)
      return made!
    },
  }),
}
