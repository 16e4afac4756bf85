import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { newAdmin, newConversation } from '../conversations/test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview' })
const admin_id = String(app.workspace.adminId)

const begin = async ({ path }: { path: string }, body = 'Do we have one?') =>
  (await client.post(`/parley${path}/side_conversations`, { admin_id, body })).body.side_conversation_id as string
const reply = ({ path }: { path: string }, side: string, more: object = {}) =>
  client.post(`${path}/side_conversations/${side}/reply`, {
    message_type: 'comment',
    type: 'admin',
    admin_id,
    body: 'Two',
    ...more,
  })
const list = async ({ path }: { path: string }, query = '') =>
  (await client.get(`${path}/side_conversations${query}`)).body

test('a conversation without any has an empty list', async () => {
  assert.deepEqual(await list(await newConversation(client)), {
    type: 'side_conversation.list',
    side_conversations: [],
    total_count: 0,
    pages: { type: 'pages', page: 1, per_page: 25, total_pages: 0 },
  })
})

test('teammates talk beside a conversation, which stays as it is', async () => {
  const conversation = await newConversation(client)
  const before = (await client.get(conversation.path)).body
  const counted = [(await client.get('/conversations')).body.total_count, (await app.db`select from events`).length]
  app.clock.advance(60)
  const [first, second] = [await begin(conversation), await begin(conversation, 'Who has the key?')]
  const tom = await newAdmin(app)
  app.clock.advance(60)
  const answered = await reply(conversation, first, { admin_id: tom, message_type: 'note' })
  assert.equal(answered.status, 200)
  assert.deepEqual([answered.body.type, answered.body.id, answered.body.source], ['conversation', first, null])
  assert.equal(answered.body.conversation_parts.total_count, 2)
  await reply(conversation, first, { type: 'bot', admin_id: undefined })
  const shown = await list(conversation)
  assert.deepEqual([shown.total_count, shown.pages.total_pages], [2, 1])
  assert.deepEqual(
    shown.side_conversations.map((side: any) => [
      side.side_conversation_id,
      side.total_count,
      side.conversation_parts.map(({ part_type, body, author }: any) => [part_type, body, author.type, author.id]),
    ]),
    [
      [
        first,
        3,
        [
          ['comment', '<p>Do we have one?</p>', 'admin', admin_id],
          ['note', '<p>Two</p>', 'admin', String(tom)],
          ['comment', '<p>Two</p>', 'bot', shown.side_conversations[0].conversation_parts[2].author.id],
        ],
      ],
      [second, 1, [['comment', '<p>Who has the key?</p>', 'admin', admin_id]]],
    ],
  )
  const [part] = shown.side_conversations[1].conversation_parts
  assert.deepEqual([part.type, part.created_at], ['conversation_part', unix(app.clock.now()) - 60])
  assert.deepEqual((await client.get(conversation.path)).body, before)
  assert.deepEqual(
    [(await client.get('/conversations')).body.total_count, (await app.db`select from events`).length],
    counted,
  )
})

test('pages are of 25, or of 50 at most', async () => {
  const conversation = await newConversation(client)
  const ids: string[] = []
  for (let number = 1; number <= 3; number++) ids.push(await begin(conversation, `Aside ${number}`))
  const page = await list(conversation, '?per_page=2&page=2')
  assert.deepEqual(
    page.side_conversations.map((side: any) => side.side_conversation_id),
    ids.slice(2),
  )
  assert.deepEqual([page.total_count, page.pages], [3, { type: 'pages', page: 2, per_page: 2, total_pages: 2 }])
  assert.equal((await list(conversation, '?per_page=80')).pages.per_page, 50)
})

test('a side conversation is no conversation of lists, and belongs to one alone', async () => {
  const [conversation, other] = [await newConversation(client), await newConversation(client)]
  const side = await begin(conversation)
  const statuses = [
    await client.get(`/conversations/${side}`),
    await client.delete(`/conversations/${side}`),
    await client.post(`/conversations/${side}/merge`, { merge_into_conversation_id: other.id }),
    await client.post(`/conversations/${side}/parts`, { message_type: 'close', type: 'admin', admin_id }),
    await client.get(`/conversations/${side}/side_conversations`),
    await reply(other, side),
    await reply(conversation, other.id),
    await reply({ path: `/conversations/${side}` }, side),
    await client.post(`/parley/conversations/${side}/side_conversations`, { admin_id, body: 'Aside' }),
  ].map(({ status }) => status)
  assert.deepEqual(new Set(statuses), new Set([404]))
  assert.equal((await list(other)).total_count, 0)
})

test('a reply needs words and an author of its kind', async () => {
  const conversation = await newConversation(client)
  const side = await begin(conversation)
  for (const [more, status, code] of [
    [{ body: '' }, 400, 'parameter_not_found'],
    [{ admin_id: undefined }, 400, 'parameter_not_found'],
    [{ type: 'bot', bot_id: admin_id }, 404, 'admin_not_found'],
    [{ admin_id: '1' }, 404, 'admin_not_found'],
    [{ message_type: 'close' }, 400, 'parameter_invalid'],
  ] as const) {
    const { status: answered, body } = await reply(conversation, side, more)
    assert.deepEqual([answered, body.errors?.[0].code], [status, code], JSON.stringify(more))
  }
  assert.equal((await list(conversation)).side_conversations[0].total_count, 1)
})

test('side conversations go with their conversation, and are not among the deleted ones', async () => {
  const conversation = await newConversation(client)
  const side = await begin(conversation)
  await client.delete(conversation.path)
  assert.equal((await app.db`select from threads where id = ${side}`).length, 0)
  assert.equal((await app.db`select from thread_parts where thread_id = ${side}`).length, 0)
  assert.equal((await client.get(`${conversation.path}/side_conversations`)).status, 404)
  assert.equal((await reply(conversation, side)).status, 404)
  const gone = (await client.get('/conversations/deleted')).body
  assert.deepEqual(
    gone.conversations.map(({ id }: any) => id),
    [conversation.id],
  )
})

test('stable versions list them from 2.16 on, and do not reply to them', async () => {
  const conversation = await newConversation(client)
  const side = await begin(conversation)
  const path = `${conversation.path}/side_conversations`
  const answered = async (version: string) => (await app.client({ version }).get(path)).status
  assert.deepEqual([await answered('2.15'), await answered('2.16')], [400, 200])
  const words = { message_type: 'comment', type: 'admin', admin_id, body: 'Two' }
  assert.equal((await app.client({ version: '2.18' }).post(`${path}/${side}/reply`, words)).status, 400)
})
