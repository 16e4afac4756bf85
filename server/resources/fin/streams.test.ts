/** Events of a session over its stream. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { tasks } from '../../tasks.ts'
import { hashToken } from '../tokens/access-tokens.ts'
import { finScene } from './test-scene.ts'
import { atFileEnd } from '../../test/endings.ts'

const scene = await finScene()
const { app, article, clock, say, settle, start, unique } = scene
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
const open = new Set<AbortController>()
atFileEnd(() => open.forEach((stream) => stream.abort()))
await article('Reset your password', 'To reset your password, open Settings and choose Security.')
const QUESTION = 'How do I reset my password?'

const pathOf = ({ sse_subscription_url: url }: { sse_subscription_url: string }) =>
  url.slice(new URL(url).origin.length)

/** Opens a stream. @returns its events, once it has ended, and the raw text */
async function follow(path: string, headers: object = { accept: 'text/event-stream' }) {
  const controller = new AbortController()
  open.add(controller)
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    signal: controller.signal,
    headers: { ...headers },
  })
  const whole = response.text().then((text) => ({
    text,
    events: [...text.matchAll(/^data:(\{.*\})$/gm)].map(([, json]) => JSON.parse(json!)),
  }))
  return { response, whole }
}
const tokenOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('accessToken')!
const namesOf = ({ events }: { events: any[] }) =>
  events.map(({ event_name, status }) => `${event_name} ${status ?? ''}`.trim())

test('a stream tells the answer, and ends when the agent waits for the user', async () => {
  const session = await start(QUESTION)
  const { response, whole } = await follow(pathOf(session))
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  await settle()
  assert.deepEqual(namesOf(await whole), ['fin_replied replying', 'fin_status_updated awaiting_user_reply'])
  const late = await follow(pathOf(session))
  assert.deepEqual(namesOf(await late.whole), namesOf(await whole))
})

test('a stream tells the events since its own request, and the request for a rating with the end', async () => {
  const session = await start(QUESTION)
  await settle()
  const { whole } = await follow(pathOf(await say(session, 'Thanks!')))
  await settle()
  assert.deepEqual(namesOf(await whole), [
    'fin_replied replying',
    'fin_status_updated resolved',
    'fin_status_updated complete',
    'csat_requested',
  ])
})

test('a version before 2.16 is told the end of a turn with the reply', async () => {
  const { body } = await scene.clientIn('2.14').post('/fin/start', {
    conversation_id: unique('ext'),
    message: scene.message(QUESTION),
    user: { id: unique('user') },
  })
  const { whole } = await follow(pathOf(body))
  await settle()
  assert.deepEqual(namesOf(await whole), ['fin_replied awaiting_user_reply'])
})

test('an escalation gives a stream that tells of it; a client that does not stream gets the events so far', async () => {
  const session = await start(QUESTION)
  const escalated = await scene.post('/fin/escalate', { conversation_id: session.conversation_id })
  const { whole } = await follow(pathOf(escalated), { accept: 'application/json' })
  assert.deepEqual(namesOf(await whole), ['fin_status_updated escalated', 'fin_status_updated complete'])
  const present = await follow(pathOf(escalated).replace('&rewind=2m', ''), { accept: 'application/json' })
  assert.deepEqual((await present.whole).events.length, 2)
})

test('a client that accepts anything, or any text, gets the stream', async () => {
  for (const headers of [
    { accept: '*/*' },
    { accept: 'text/*;q=0.5, application/json' },
    { accept: 'application/json, */*;q=0.1' },
    { accept: 'TEXT/Event-Stream' },
  ]) {
    const session = await start(QUESTION)
    const { whole } = await follow(pathOf(session), headers)
    await settle()
    assert.equal((await whole).events.length, 2, JSON.stringify(headers))
  }
  const session = await start(QUESTION)
  for (const accept of ['application/json', 'text/event-stream;q=0, */*', '*/*;q=0'])
    assert.equal((await (await follow(pathOf(session), { accept })).whole).text, ': \n\n', accept)
})

test('a stream of a session that is over tells what there is, and ends', async () => {
  const session = await start(QUESTION)
  const first = pathOf(await scene.post('/fin/escalate', { conversation_id: session.conversation_id }))
  const again = pathOf(await scene.post('/fin/escalate', { conversation_id: session.conversation_id }))
  const late = pathOf(await say(session, 'Hello?'))
  const count = async (path: string) => (await (await follow(path)).whole).events.length
  assert.deepEqual([await count(first), await count(again), await count(late)], [2, 0, 0])
  assert.equal(await count(first.replace('&rewind=2m', '')), 0)
})

test('a teammate who takes the conversation over ends its stream', async () => {
  const session = await start(QUESTION)
  const { whole } = await follow(pathOf(session))
  const admin_id = scene.workspace.adminId
  const words = { type: 'admin', admin_id, message_type: 'comment', body: 'I am on it.' }
  await scene.post(`/conversations/${session.intercom_conversation_id}/reply`, words)
  assert.deepEqual(namesOf(await whole), ['fin_status_updated escalated', 'fin_status_updated complete'])
})

test('a token opens the stream of its own session, for three minutes', async () => {
  const [one, two] = [await start(QUESTION), await start(QUESTION)]
  const path = pathOf(one)
  for (const wrong of [
    path.replace(tokenOf(path), tokenOf(pathOf(two))),
    path.replace(tokenOf(path), 'x'),
    path.replace(scene.workspace.app_id, 'other'),
    path.replace('fin_agent_api', 'other'),
    '/event-stream',
    `${path}&accessToken=x`,
  ])
    assert.equal((await follow(wrong)).response.status, 404, wrong)
  clock.advance(181)
  assert.equal((await follow(path)).response.status, 404)
  const [kept] = await scene.db`select digest from fin_stream_tokens limit 1`
  assert.notEqual(kept!['digest'], tokenOf(path))
})

test('a task deletes the tokens that have expired, and no others', async () => {
  await start(QUESTION)
  clock.advance(100)
  const later = await start(QUESTION)
  clock.advance(100)
  for (const task of tasks) if (task.name === 'prune_fin_stream_tokens') await task.run(scene, {})
  const kept = await scene.db`
    select digest from fin_stream_tokens where workspace_id = ${scene.workspace.id}`
  assert.deepEqual(
    kept.map(({ digest }) => digest),
    [hashToken(tokenOf(pathOf(later)))],
  )
})
