/** Times of messages: read as the API reads times, and refused where they are none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '../../versions/index.ts'
import { finScene } from './test-scene.ts'

const { client, clientIn, db, post, unique, workspace } = await finScene()
const { id: procedure } = await post('/parley/procedures', {
  title: 'A test',
  state: 'live',
  steps: [{ type: 'ask', body: 'Well?', save_as: 'it' }],
})
const user = { id: unique('user') }
const message = (times: object) => ({ author: 'user', body: 'Hello?', ...times })
const begun = unique('ext')
await post('/fin/start', { conversation_id: begun, user, message: message({}) })

const WAYS: Record<string, (times: object) => [path: string, body: object, name: string]> = {
  start: (times) => ['/fin/start', { message: message(times) }, 'message'],
  reply: (times) => ['/fin/reply', { conversation_id: begun, message: message(times) }, 'message'],
  ask: (times) => ['/fin/ask', { message: message(times) }, 'message'],
  run: (times) => [`/fin/procedures/${procedure}/run`, { message: message(times) }, 'message'],
  'the history of a start': (times) => [
    '/fin/start',
    { message: message({}), conversation_metadata: { history: [message({}), message(times)] } },
    'conversation_metadata.history.1',
  ],
}
const send = (path: string, body: object) => client.post(path, { conversation_id: unique('ext'), user, ...body })

for (const [way, request] of Object.entries(WAYS))
  test(`${way}: a time that cannot be read is refused, by its name`, async () => {
    for (const times of [
      { timestamp: 'yesterday' },
      { timestamp: '2026-02-30T12:00:00Z' },
      { timestamp: '2026-01-15T25:00:00Z' },
      { timestamp: '' },
      { timestamp: '1768478400000' },
      { timestamp_ms: 'soon' },
      { timestamp: 'never', timestamp_ms: '2026-01-15T12:00:00Z' },
    ]) {
      const [path, body, name] = request(times)
      const reply = await send(path, body)
      const field = times.timestamp === undefined ? 'timestamp_ms' : 'timestamp'
      assert.deepEqual(
        [reply.status, reply.body.errors?.[0].code, reply.body.errors?.[0].message],
        [400, 'parameter_invalid', `${name}.${field} must be a time in ISO 8601, or unix seconds`],
        JSON.stringify(times),
      )
    }
  })

test('a time in any form that other operations take is the same time', async () => {
  const conversation_id = unique('ext')
  for (const times of [
    { timestamp: '2026-01-15T12:00:00Z' },
    { timestamp: '2026-01-15T13:00:00.000+01:00' },
    { timestamp: 1_768_478_400 },
    { timestamp: '1768478400' },
    { timestamp: '2020-01-01', timestamp_ms: '2026-01-15T12:00:00.000Z' },
    { timestamp_ms: '2026-01-15T12:00:00.001Z' },
  ])
    await post('/fin/start', { conversation_id, user, message: message(times) })
  const turns = await db`
    select said_at from fin_turns t join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
    where s.workspace_id = ${workspace.id} and s.external_id = ${conversation_id} order by number`
  assert.deepEqual(
    turns.map(({ said_at }) => said_at),
    ['2026-01-15T12:00:00.000Z', '2026-01-15T12:00:00.001Z'],
  )
})

test('a message needs no time in any version, and the same words without one are another message', async () => {
  const versions = history.versions.filter(({ serves }) => serves('POST /fin/start'))
  for (const { name: version } of versions) {
    const conversation_id = unique('ext')
    const body = { conversation_id, user, message: message({}) }
    for (const path of ['/fin/start', '/fin/reply', '/fin/start']) {
      const reply = await clientIn(version).post(path, body)
      assert.deepEqual([reply.status, reply.body.conversation_id], [200, conversation_id], `${version} ${path}`)
    }
    const turns = await db`
      select from fin_turns t join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
      where s.workspace_id = ${workspace.id} and s.external_id = ${conversation_id}`
    assert.equal(turns.length, 3, version)
  }
})
