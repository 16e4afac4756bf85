import { NOBODY, type Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/conversations/999999999'

const SOMEBODY_ELSE = { intercom_user_id: NOBODY }

async function contactOf({ newest }: Ground, path: string): Promise<string> {
  return (await newest.get(path)).body.contacts.contacts[0].id
}

const assignment = (adminId: number) => ({ message_type: 'close', type: 'admin', admin_id: adminId })

const merge = (path: string, into: unknown): [string, object] => [`${path}/merge`, { merge_into_conversation_id: into }]

export default [
  ...rows(422, 'parameter_invalid', 'No rating was asked for', {
    'POST /conversations/{}/rating': async (ground) => {
      const path = await ground.newConversation()
      return [`${path}/rating`, { intercom_user_id: await contactOf(ground, path), rating: 5 }]
    },
  }),
  row(
    'POST /conversations/{}/rating',
    422,
    'parameter_invalid',
    'This contact takes no part in the conversation',
    async ({ newConversation, newContact }) => [
      `${await newConversation()}/rating`,
      { intercom_user_id: await newContact(), rating: 5 },
    ],
  ),
  row(
    'POST /conversations/{}/merge',
    400,
    'parameter_invalid',
    'merge_into_conversation_id must be a valid integer conversation ID',
    async ({ newConversation }) => merge(await newConversation(), 'abc'),
  ),
  row(
    'POST /conversations/{}/merge',
    422,
    'merge_failed',
    'Cannot merge a conversation into itself',
    async ({ newConversation }) => {
      const path = await newConversation()
      return merge(path, path.split('/').at(-1))
    },
  ),
  row(
    'POST /conversations/{}/merge',
    422,
    'merge_failed',
    'Primary conversation not found',
    async ({ newConversation }) => merge(await newConversation(), 999_999_999),
  ),
  row(
    'POST /conversations/{}/merge',
    422,
    'merge_failed',
    'Secondary conversation has already been merged',
    async ({ newest, newConversation }) => {
      const [path, into] = [await newConversation(), (await newConversation()).split('/').at(-1)]
      await newest.post(...merge(path, into))
      return merge(path, into)
    },
  ),
  row(
    'POST /conversations/{}/reply',
    422,
    'parameter_invalid',
    'This contact has no conversations',
    async ({ newContact }) => [
      '/conversations/last/reply',
      { type: 'user', message_type: 'comment', intercom_user_id: await newContact(), body: 'Hello' },
    ],
    { since: '2.17' },
  ),
  row(
    'GET /conversations/{}',
    422,
    'parameter_invalid',
    'include_part_types is not available in current API version',
    async ({ newConversation }) => [`${await newConversation()}?include_part_types=note`],
    { until: '2.18' },
  ),
  row(
    'GET /conversations/{}',
    422,
    'parameter_invalid',
    'include_part_types and exclude_part_types cannot be given together',
    async ({ newConversation }) => [`${await newConversation()}?include_part_types=note&exclude_part_types=close`],
    { since: 'Preview' },
  ),
  row(
    'GET /conversations/{}',
    422,
    'parameter_invalid',
    'exclude_part_types must not have more than 50 types',
    async ({ newConversation }) => [`${await newConversation()}?exclude_part_types=${'note,'.repeat(50)}note`],
    { since: 'Preview' },
  ),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /conversations/{}': () => [NOWHERE],
    'PUT /conversations/{}': () => [NOWHERE, { read: true, custom_attributes: { issue_type: 'Billing' } }],
    'POST /conversations/{}/reply': ({ adminId }) => [
      `${NOWHERE}/reply`,
      { message_type: 'comment', type: 'admin', admin_id: adminId, body: 'Hello' },
    ],
    'POST /conversations/{}/parts': ({ adminId }) => [`${NOWHERE}/parts`, assignment(adminId)],
    'POST /conversations/{}/rating': async ({ newContact }) => [
      `${NOWHERE}/rating`,
      { intercom_user_id: await newContact(), rating: 5 },
    ],
    'POST /conversations/{}/merge': () => merge(NOWHERE, 1),
    'POST /conversations/{}/run_assignment_rules': () => [`${NOWHERE}/run_assignment_rules`, {}],
    'POST /conversations/{}/customers': async ({ adminId, newContact }) => [
      `${NOWHERE}/customers`,
      { admin_id: adminId, customer: { intercom_user_id: await newContact() } },
    ],
    'DELETE /conversations/{}/customers/{}': async ({ adminId, newContact }) => [
      `${NOWHERE}/customers/${await newContact()}`,
      { admin_id: adminId },
    ],
  }),
  ...rows(404, 'not_found', 'User Not Found', {
    'POST /conversations': () => ['/conversations', { from: { type: 'user', id: NOBODY }, body: 'Hello' }],
    'DELETE /conversations/{}/customers/{}': async ({ adminId, newConversation }) => [
      `${await newConversation()}/customers/${NOBODY}`,
      { admin_id: adminId, customer: SOMEBODY_ELSE },
    ],
  }),
  row(
    'DELETE /conversations/{}/customers/{}',
    422,
    'parameter_invalid',
    'Removing the last customer is not allowed',
    async (ground) => {
      const path = await ground.newConversation()
      return [`${path}/customers/${await contactOf(ground, path)}`, { admin_id: ground.adminId }]
    },
  ),
  row(
    'PUT /conversations/{}',
    400,
    'parameter_invalid',
    "Conversation attribute 'unheard' does not exist",
    async ({ newConversation }) => [await newConversation(), { custom_attributes: { unheard: 1 } }],
  ),
  row(
    'POST /conversations/redact',
    404,
    'conversation_part_or_message_not_found',
    'Conversation part or message not found',
    () => [
      '/conversations/redact',
      {
        type: 'conversation_part',
        conversation_id: 'really_123_doesnt_exist',
        conversation_part_id: 'really_123_doesnt_exist',
      },
    ],
  ),
  row(
    'POST /conversations/redact',
    400,
    'type_mismatch',
    "The type attribute provided should be either 'conversation_part' or 'source'",
    () => ['/conversations/redact', { type: 'message' }],
  ),
  row('POST /conversations/redact', 400, 'parameter_not_found', 'conversation_id is required', () => [
    '/conversations/redact',
    { type: 'conversation_part', conversation_part_id: '1' },
  ]),
  row(
    'POST /conversations/redact',
    400,
    'conversation_part_not_redactable',
    "Part can't be redacted",
    async ({ newest, adminId, newConversation }) => {
      const path = await newConversation()
      const { body } = await newest.post(`${path}/parts`, assignment(adminId))
      const [part] = body.conversation_parts.conversation_parts
      return [
        '/conversations/redact',
        { type: 'conversation_part', conversation_id: body.id, conversation_part_id: part.id },
      ]
    },
  ),
] satisfies ErrorRow[]
