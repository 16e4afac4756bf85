import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const PART_SECRET = 'secret of the parts'

export const conversationPartFixtures = {
  /** A part of the scene's conversation, in a workspace that has the secret. */
  'a conversation part': fixture({
    needs: ['a conversation'],
    params: { part_id: byId },
    make: async ({ send, adminId, unique }, { 'a conversation': conversation }) => {
      await send('PUT', '/parley/conversation_part_secret', { secret: PART_SECRET })
      const { conversation_parts: parts } = await send('POST', `${conversation!['path']}/reply`, {
        message_type: 'comment',
        type: 'admin',
        admin_id: adminId,
        body: unique('answer'),
      })
      return parts.conversation_parts.at(-1)
    },
  }),
}
