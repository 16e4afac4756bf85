import type { Sides } from '../../test/sides/scene.ts'
import { history } from '../../versions/index.ts'
import { presentItem } from '../../webhooks/notification.ts'

export default {
  TellEndOfTurn: {
    since: '2.16',
    see: async (client, scene) => {
      const version = history.find((await client.get('/me')).headers['intercom-version']!)!
      const { conversation_id, user_id } = await scene.another('a session of Fin')
      const event = {
        event_name: 'fin_replied',
        conversation_id,
        user_id,
        message: { id: '1', author: 'fin', body: '<p>Hello</p>', timestamp_ms: '2026-01-15T12:00:00.000Z' },
        status: 'replying',
        created_at_ms: '2026-01-15T12:00:00.000Z',
      }
      return (presentItem('fin_replied', event as object, version) as any).status
    },
    before: 'awaiting_user_reply',
    after: 'replying',
  },
  RenameResolutionStates: {
    since: '2.15',
    see: async (client, scene) => {
      const { conversation_id, id } = await scene.another('a session of Fin')
      await scene.newest.post('/fin/escalate', { conversation_id })
      return (await client.get(`/conversations/${id}`)).body.ai_agent.resolution_state
    },
    before: 'routed_to_team',
    after: 'escalated',
  },
} satisfies Record<string, Sides>
