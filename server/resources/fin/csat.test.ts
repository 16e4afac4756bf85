import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, clock, conversation, say, settle, start, told } = scene
const parts = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts

await article('Reset your password', 'To reset your password, open Settings and choose Security. A link comes by mail.')
const QUESTION = 'How do I reset my password?'

suite('ratings', () => {
  const rate = (conversation_id: string, rating: string, remark?: string) =>
    client.post('/fin/csat', { conversation_id, rating, ...(remark && { remark }) })
  const finished = async () => {
    const session = await start(QUESTION)
    await settle()
    await say(session, 'Thanks!')
    await settle()
    return session
  }

  test('a rating is changed until it has a remark; the same again changes nothing', async () => {
    const { conversation_id: id, intercom_conversation_id } = await finished()
    const { status, body } = await rate(id, 'good')
    assert.deepEqual([status, body], [200, { conversation_id: id, rating: 'good', status: 'rated' }])
    assert.equal((await rate(id, 'good')).status, 200)
    assert.equal((await rate(id, 'bad')).status, 200)
    assert.equal((await rate(id, 'bad', 'Too slow')).status, 200)
    assert.equal((await rate(id, 'bad', 'Too slow')).status, 200)
    assert.equal((await rate(id, 'bad')).status, 200)
    const locked = await rate(id, 'amazing')
    assert.equal(locked.status, 422)
    assert.match(locked.body.errors.base, /a remark has already been submitted$/)
    const { ai_agent } = await conversation(intercom_conversation_id)
    assert.deepEqual([ai_agent.rating, ai_agent.rating_remark], [2, 'Too slow'])
    const kinds = (await parts(intercom_conversation_id)).map(({ part_type }) => part_type)
    assert.deepEqual(kinds.slice(-3), [
      'conversation_rating_changed',
      'conversation_rating_changed',
      'conversation_rating_remark_added',
    ])
  })

  test('refusals name the property that each is about', async () => {
    const open = await start(QUESTION)
    const { conversation_id: id } = await finished()
    await rate(id, 'ok')
    clock.advance(72 * 3600)
    for (const [refused, errors] of [
      [await rate('nobody', 'good'), { external_conversation_id: /^Conversation not found for the given/ }],
      [await rate(open.conversation_id, 'good'), { base: /^No rating survey found/ }],
      [await rate(id, 'great'), { rating: /^Rating isn't an option$/ }],
      [await rate(id, 'good'), { base: /^The rating window for this conversation has closed$/ }],
    ] as const) {
      assert.equal(refused.status, 422)
      const [[name, pattern]] = Object.entries(errors) as [[string, RegExp]]
      assert.match(refused.body.errors[name], pattern)
    }
    assert.equal((await rate(id, 'ok')).status, 200)
  })

  test('workspaces that ask for no rating get none', async () => {
    await client.put('/parley/fin', { asks_for_rating: false })
    const { conversation_id: id } = await finished()
    assert.equal((await told(id)).at(-1), 'complete')
    await client.put('/parley/fin', { asks_for_rating: true })
  })
})
