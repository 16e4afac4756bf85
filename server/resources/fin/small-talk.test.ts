import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, clock, conversation, db, post, say, settle, start, told, unique } = scene
const parts = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts
const lastWords = async (session: { intercom_conversation_id: string }): Promise<string> =>
  (await parts(session.intercom_conversation_id)).findLast(({ body }) => body !== null).body

const [{ id: center }] = (await client.get('/parley/help_centers')).body.data
await client.put(`/parley/help_centers/${center}`, { locales: ['en', 'de', 'es'] })
await article('Roles', 'Owners may invite people: yes. Members: no. Good in the morning. Hello and help: ok.')
const ASKS = '<p>I am happy to help. What is your question about?</p>'

for (const words of ['hello', 'Good morning', 'yes', 'no', 'hi', 'ok', 'help', 'I have a question'])
  test(`a session that begins with "${words}" is asked for its subject`, async () => {
    const session = await start(words)
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['reply', 'awaiting_user_reply'])
    assert.equal(await lastWords(session), ASKS)
    const { ai_agent } = await conversation(session.intercom_conversation_id)
    assert.deepEqual([ai_agent.resolution_state, ai_agent.content_sources.total_count], [null, 0])
  })

test('a question after the greeting is answered, and an "ok" after it is no question', async () => {
  const session = await start('Hallo')
  await settle()
  assert.equal(await lastWords(session), '<p>Ich helfe Ihnen gern. Worum geht es bei Ihrer Frage?</p>')
  await say(session, 'Which roles may invite people?')
  await settle()
  assert.match(await lastWords(session), /Owners may invite/)
  await say(session, 'ok')
  await settle()
  assert.equal(await lastWords(session), ASKS)
  assert.equal((await told(session.conversation_id)).at(-1), 'awaiting_user_reply')
  const before = (await told(session.conversation_id)).length
  clock.advance(15 * 60)
  await settle()
  assert.ok((await told(session.conversation_id)).slice(before).includes('resolved'))
  const { ai_agent } = await conversation(session.intercom_conversation_id)
  assert.equal(ai_agent.resolution_state, 'assumed_resolution')
})

test('words of any question after a greeting are asked for their subject, too', async () => {
  const session = await start('hello')
  await settle()
  await say(session, 'I have a question')
  await settle()
  assert.equal((await told(session.conversation_id)).at(-1), 'awaiting_user_reply')
  assert.equal(await lastWords(session), ASKS)
})

test('a user who names no subject leaves the question open, without a rating', async () => {
  const session = await start('hello')
  await settle()
  clock.advance(15 * 60)
  await settle()
  assert.deepEqual((await told(session.conversation_id)).slice(2), ['complete'])
  assert.equal((await conversation(session.intercom_conversation_id)).ai_agent.resolution_state, null)
})

test('a greeting that is asked of one answer is not resolved', async () => {
  const session = await post('/fin/ask', {
    conversation_id: unique('ask'),
    message: scene.message('hello'),
    user: { id: unique('user') },
  })
  await settle()
  assert.deepEqual(await told(session.conversation_id), ['reply', 'complete'])
  assert.equal(await lastWords(session), ASKS)
})

test('a yes to the question of an agent is left to teammates, and not answered with an article', async () => {
  const session = await start('Which roles may invite people?')
  await settle()
  await say(session, '', { message: { author: 'agent', body: 'Are you a member?' } })
  await say(session, 'no')
  await settle()
  assert.equal((await told(session.conversation_id)).at(-2), 'escalated')
  assert.match(await lastWords(session), /^<p>I could not find an answer/)
})

test('a short word is answered in the language of the user, else of the help center', async () => {
  const user = { id: unique('user') }
  await start('Which roles may invite people?', { user })
  await db`update contacts set browser_language = 'de' where external_id = ${user.id}`
  const session = await start('no', { user })
  await settle()
  assert.match(await lastWords(session), /^<p>Ich helfe Ihnen gern/)
  await client.put(`/parley/help_centers/${center}`, { locales: ['es', 'en', 'de'] })
  const spanish = await start('hi')
  await settle()
  assert.match(await lastWords(spanish), /^<p>Con gusto le ayudo/)
  await client.put(`/parley/help_centers/${center}`, { locales: ['en', 'de', 'es'] })
})
