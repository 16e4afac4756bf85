/** Requests that come again because their answer was lost. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from './test-scene.ts'

const { client, clock, message, post, settle, unique } = await finScene()
const UNKNOWN = { unheard: 'of' }
const beginning = (more: object = {}) => ({
  conversation_id: unique('ext'),
  message: message('Hello?'),
  user: { id: unique('user'), attributes: UNKNOWN },
  conversation_metadata: { attributes: UNKNOWN },
  ...more,
})
/** The fields whose values are the same in each answer to one request. */
const lasting = ({ conversation_id, user_id, intercom_conversation_id, errors }: any) => ({
  conversation_id,
  user_id,
  intercom_conversation_id,
  errors,
})

test('a repetition of `start` or `ask` is answered with the fields of the first answer, before and after the agent', async () => {
  for (const path of ['/fin/start', '/fin/ask']) {
    const body = beginning()
    const first = await post(path, body)
    assert.match(first.intercom_conversation_id, /^\d+$/)
    assert.deepEqual(Object.keys(first.errors.conversation.attributes), ['unheard'])
    const second = await post(path, body)
    await settle()
    const third = await post(path, body)
    for (const again of [second, third]) {
      assert.deepEqual(Object.keys(again), Object.keys(first), path)
      assert.deepEqual(lasting(again), lasting(first), path)
    }
  }
})

test('a `start` that goes on tells the conversation, whoever speaks, and a reply does not', async () => {
  const body = beginning({ message: { author: 'agent', body: 'Good morning' } })
  const { intercom_conversation_id: id } = await post('/fin/start', body)
  const user = { id: body.user.id }
  const words = { conversation_id: body.conversation_id, user, message: message('How are you?') }
  clock.advance(600)
  assert.equal((await post('/fin/start', body)).intercom_conversation_id, id)
  const onward = await post('/fin/start', words)
  assert.deepEqual([onward.intercom_conversation_id, onward.errors], [id, undefined])
  assert.equal((await post('/fin/reply', words)).intercom_conversation_id, undefined)
})

test('words of others that come again are written once, for five minutes and by their time', async () => {
  for (const author of ['agent', 'fin']) {
    const body = beginning({ message: { ...message('Good morning'), author } })
    const first = await post('/fin/start', body)
    const parts = async () =>
      (await client.get(`/conversations/${first.intercom_conversation_id}`)).body.conversation_parts.total_count
    const again = await post('/fin/start', body)
    assert.deepEqual(lasting(again), lasting(first), author)
    assert.equal(await parts(), 0, author)
    const reply = {
      conversation_id: body.conversation_id,
      user: { id: body.user.id },
      message: { ...message('Are you there?'), author },
    }
    for (let time = 0; time < 3; time++) await post('/fin/reply', reply)
    assert.equal(await parts(), 1, author)
    await post('/fin/reply', { ...reply, message: { ...message('Are you there?'), author } })
    assert.equal(await parts(), 2, author)
    clock.advance(301)
    await post('/fin/reply', reply)
    assert.equal(await parts(), 3, author)
  }
})
