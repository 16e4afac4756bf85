import { fixture } from '../../test/fixtures/fixture.ts'

export const sideConversationFixtures = {
  'a side conversation': fixture({
    needs: ['a conversation'],
    params: { side_conversation_id: ({ side_conversation_id }) => side_conversation_id },
    make: ({ send, adminId, unique }, { 'a conversation': conversation }) =>
      send('POST', `/parley${conversation!['path']}/side_conversations`, { admin_id: adminId, body: unique('aside') }),
  }),
}
