import { step } from '../../test/tour/step.ts'

export default [
  step('POST /conversations', {
    needs: ['user'],
    gives: { conversation: (message) => message.conversation_id },
    go: (c, { user }) => c.post('/conversations', { from: { type: 'user', id: user }, body: 'Where is my engine?' }),
  }),
  step('POST /conversations', {
    needs: ['other'],
    gives: { second: (message) => message.conversation_id },
    go: (c, { other }) => c.post('/conversations', { from: { type: 'user', id: other }, body: 'Another question' }),
  }),
  step('POST /conversations', {
    needs: ['other'],
    gives: { third: (message) => message.conversation_id },
    go: (c, { other }) => c.post('/conversations', { from: { type: 'user', id: other }, body: 'The same once more' }),
  }),
  step('POST /conversations/{}/reply', {
    needs: ['conversation', 'admin'],
    go: (c, { conversation, admin }) =>
      c.post(`/conversations/${conversation}/reply`, {
        message_type: 'comment',
        type: 'admin',
        admin_id: admin,
        body: 'On its way',
        attachment_urls: ['https://example.com/receipt.pdf'],
      }),
  }),
  step('POST /conversations/{}/reply', {
    needs: ['user'],
    gives: { part: (conversation) => conversation.conversation_parts.conversation_parts.at(-1).id },
    go: (c, { user }) =>
      c.post('/conversations/last/reply', {
        message_type: 'comment',
        type: 'user',
        intercom_user_id: user,
        body: 'Thank you',
      }),
  }),
  ...[
    { message_type: 'assignment', type: 'admin' },
    { message_type: 'snoozed', snoozed_until: 4_102_444_800 },
    { message_type: 'open' },
    { message_type: 'close', type: 'admin', body: 'Done' },
  ].map((part) =>
    step('POST /conversations/{}/parts', {
      needs: ['conversation', 'admin', 'tagged'],
      go: (c, { conversation, admin }) =>
        c.post(`/conversations/${conversation}/parts`, {
          ...part,
          admin_id: admin,
          ...(part.message_type === 'assignment' && { assignee_id: admin }),
        }),
    }),
  ),
  step('POST /conversations/{}/run_assignment_rules', {
    needs: ['conversation'],
    go: (c, { conversation }) => c.post(`/conversations/${conversation}/run_assignment_rules`),
  }),
  step('POST /conversations/{}/customers', {
    needs: ['conversation', 'admin', 'other'],
    go: (c, { conversation, admin, other }) =>
      c.post(`/conversations/${conversation}/customers`, {
        admin_id: admin,
        customer: { intercom_user_id: other },
      }),
  }),
  step('DELETE /conversations/{}/customers/{}', {
    needs: ['conversation', 'other', 'admin'],
    go: (c, { conversation, other, admin }) =>
      c.delete(`/conversations/${conversation}/customers/${other}`, { admin_id: admin }),
  }),
  step('PUT /conversations/{}', {
    needs: ['conversation'],
    go: (c, { conversation }) => c.put(`/conversations/${conversation}`, { read: true }),
  }),
  step('GET /conversations/{}', {
    needs: ['conversation', 'tagged'],
    go: (c, { conversation }) => c.get(`/conversations/${conversation}`),
  }),
  step('GET /conversations/{}', {
    needs: ['conversation', 'tagged'],
    go: (c, { conversation }) => c.get(`/conversations/${conversation}?display_as=plaintext`),
  }),
  step('GET /conversations', { go: (c) => c.get('/conversations?per_page=1') }),
  step('POST /conversations/search', {
    go: (c) =>
      c.post('/conversations/search', {
        query: { field: 'updated_at', operator: '>', value: 1 },
        pagination: { per_page: 1 },
      }),
  }),
  step('POST /conversations/redact', {
    needs: ['conversation', 'part', 'tagged'],
    go: (c, { conversation, part }) =>
      c.post('/conversations/redact', {
        type: 'conversation_part',
        conversation_id: conversation,
        conversation_part_id: part,
      }),
  }),
  step('POST /conversations/{}/rating', {
    needs: ['conversation', 'user'],
    go: (c, { conversation, user }) =>
      c.post(`/conversations/${conversation}/rating`, { intercom_user_id: user, rating: 5, remark: 'Quick' }),
  }),
  step('POST /conversations/{}/merge', {
    needs: ['conversation', 'third'],
    go: (c, { conversation, third }) =>
      c.post(`/conversations/${third}/merge`, { merge_into_conversation_id: Number(conversation) }),
  }),
  step('DELETE /conversations/{}', {
    ends: ['second'],
    gives: { deletedConversation: ({ id }) => id },
    go: (c, { second }) => c.delete(`/conversations/${second}`),
  }),
  step('GET /conversations/deleted', {
    needs: ['deletedConversation'],
    go: (c) => c.get('/conversations/deleted?per_page=1'),
  }),
]
