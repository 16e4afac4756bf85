import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, newUser, topicsOf } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const unix = () => app.clock.now().getTime() / 1000
const close = (path: string) => client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id })

/** A conversation that was closed, so that its contact is asked for a rating. */
async function closedConversation() {
  const made = await newConversation(client)
  await close(made.path)
  const rate = (rating: unknown, remark?: unknown, intercom_user_id: unknown = made.user.id) =>
    client.post(`${made.path}/rating`, { intercom_user_id, rating, ...(remark !== undefined && { remark }) })
  const shown = async () => (await client.get(made.path)).body
  return { ...made, rate, shown }
}
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].code]
const FIXED = [422, 'parameter_invalid']

test('a contact rates a conversation that was closed, and the conversation shows it', async () => {
  const { id, user, rate, shown } = await closedConversation()
  const asked = unix()
  app.clock.advance(60)
  const { status, body } = await rate(4)
  assert.equal(status, 200)
  assert.deepEqual(body, {
    type: 'conversation_rating',
    conversation_id: id,
    rating: 4,
    remark: null,
    created_at: asked,
    updated_at: asked + 60,
    customer: { type: 'contact', id: user.id, external_id: user.external_id },
  })
  const { conversation_rating, conversation_parts } = await shown()
  assert.deepEqual(
    [conversation_rating.rating, conversation_rating.contact.id, conversation_rating.teammate],
    [4, user.id, { type: 'admin', id: String(admin_id) }],
  )
  const part = conversation_parts.conversation_parts.at(-1)
  assert.deepEqual([part.part_type, part.author.type, part.body], ['conversation_rating_changed', 'bot', null])
  assert.equal((await topicsOf(app, id)).at(-1), 'conversation.rating.added')
})

test('the same once more changes nothing, and nobody is told', async () => {
  const { id, rate } = await closedConversation()
  const first = await rate(5)
  const told = (await topicsOf(app, id)).length
  app.clock.advance(5)
  assert.deepEqual((await rate(5)).body, first.body)
  const remarked = await rate(5, ' Quick ')
  assert.deepEqual([remarked.body.remark, remarked.body.updated_at], ['Quick', first.body.updated_at + 5])
  app.clock.advance(5)
  assert.deepEqual((await rate(5, 'Quick')).body, remarked.body)
  assert.deepEqual((await rate(5)).body, remarked.body)
  assert.equal((await topicsOf(app, id)).length, told + 1)
})

test('another rating takes the place of the first one until there is a remark', async () => {
  const { rate, shown } = await closedConversation()
  await rate(1)
  assert.equal((await rate(3)).body.rating, 3)
  assert.equal((await rate(2, 'Slow')).body.remark, 'Slow')
  assert.deepEqual(refusal(await rate(5)), FIXED)
  assert.deepEqual(refusal(await rate(2, 'Very slow')), FIXED)
  const { conversation_rating, conversation_parts } = await shown()
  assert.deepEqual([conversation_rating.rating, conversation_rating.remark], [2, 'Slow'])
  const types = conversation_parts.conversation_parts.map(({ part_type }: { part_type: string }) => part_type)
  const [changed, remarked] = ['conversation_rating_changed', 'conversation_rating_remark_added']
  assert.deepEqual(types, ['close', changed, changed, changed, remarked])
})

test('closing the conversation again asks again', async () => {
  const { path, rate, shown } = await closedConversation()
  await rate(1, 'Slow')
  app.clock.advance(60)
  await client.post(`${path}/parts`, { message_type: 'open', admin_id })
  await close(path)
  const { body } = await rate(5)
  assert.deepEqual([body.rating, body.remark, body.created_at], [5, null, unix()])
  assert.deepEqual((await shown()).conversation_rating.remark, null)
})

test('only the contact that was asked can answer', async () => {
  const { path, rate } = await closedConversation()
  const other = await newUser(client)
  assert.deepEqual(refusal(await rate(5, undefined, other.id)), FIXED)
  await client.post(`${path}/customers`, { admin_id, customer: { intercom_user_id: other.id } })
  await rate(5)
  assert.deepEqual(refusal(await rate(1, undefined, other.id)), FIXED)
  assert.deepEqual(refusal(await rate(5, undefined, 'f'.repeat(24))), [404, 'not_found'])
  const open = await newConversation(client)
  const early = await client.post(`${open.path}/rating`, { intercom_user_id: open.user.id, rating: 5 })
  assert.deepEqual(refusal(early), FIXED)
})

test('refuses an invalid rating', async () => {
  const { rate, shown } = await closedConversation()
  for (const rating of [0, 6, 4.5, 'four', null])
    assert.deepEqual(refusal(await rate(rating)), [400, 'parameter_invalid'])
  assert.deepEqual(refusal(await rate(5, 7)), [400, 'parameter_invalid'])
  assert.equal((await shown()).conversation_rating, null)
})

test('conversations of other workspaces are not rated, nor any before 2.16', async () => {
  const { path, user } = await closedConversation()
  const rating = { intercom_user_id: user.id, rating: 5 }
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual(refusal(await stranger.post(`${path}/rating`, rating)), [404, 'not_found'])
  const older = app.client({ version: '2.15' })
  assert.deepEqual(refusal(await older.post(`${path}/rating`, rating)), [400, 'intercom_version_invalid'])
  assert.equal((await app.client({ version: '2.16' }).post(`${path}/rating`, rating)).status, 200)
})
