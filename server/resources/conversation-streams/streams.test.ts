import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { atFileEnd } from '../../test/endings.ts'
import { newConversation, newUser } from '../conversations/test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: '2.16' })
const admin_id = app.workspace.adminId
await app.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.app.server.address() as AddressInfo
const open = new Set<AbortController>()
atFileEnd(() => open.forEach((stream) => stream.abort()))

const newToken = async (id: string) =>
  (await client.post('/conversations/stream_tokens', { intercom_user_id: id })).body

/** Opens a stream. `read` answers its next event; null once it has ended. */
async function connect({ channel, token }: { channel: string; token: string }, lastId?: string) {
  const controller = new AbortController()
  open.add(controller)
  const response = await fetch(`http://127.0.0.1:${port}/streams/${channel}?token=${token}`, {
    signal: controller.signal,
    headers: { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) },
  })
  const chunks = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const read = async (): Promise<{ id: string; topic: string; data: any } | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s) as [string, string]),
        )
        text = text.slice(end + 2)
        if (fields.has('data'))
          return { id: fields.get('id')!, topic: fields.get('event')!, data: JSON.parse(fields.get('data')!) }
        continue
      }
      const { done, value } = await chunks.read()
      if (done) return null
      text += value
    }
  }
  return { response, read, close: () => controller.abort() }
}

const say = (path: string, body: string, message_type = 'comment') =>
  client.post(`${path}/reply`, { type: 'admin', admin_id, message_type, body })

test('a token lasts an hour and names the stream of its contact', async () => {
  const user = await newUser(client)
  const token = await newToken(user.id)
  assert.equal(token.type, 'conversation_stream_token')
  assert.equal(token.expires_at, unix(app.clock.now()) + 3600)
  assert.equal(token.stream.channel, `conversation_stream:${app.workspace.app_id}:${user.id}`)
  assert.doesNotMatch(token.stream.url, /\//)
  assert.equal(new URL(token.links.self.href).pathname, `/streams/${token.stream.channel}`)
  for (const by of [{ user_id: user.external_id }, { email: user.email }])
    assert.equal((await client.post('/conversations/stream_tokens', by)).body.stream.channel, token.stream.channel)
  const [kept] = await app.db`select encode(digest, 'base64') as digest from conversation_stream_tokens limit 1`
  assert.notEqual(kept!['digest'], token.stream.token)
})

test('a stream tells what is said to its contact, and neither notes nor conversations of others', async () => {
  const conversation = await newConversation(client)
  const other = await newConversation(client)
  const { stream } = await newToken(conversation.user.id)
  const { response, read, close } = await connect(stream)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  await say(conversation.path, 'A secret', 'note')
  await say(other.path, 'For somebody else')
  await say(conversation.path, 'Hello back')
  const first = (await read())!
  assert.equal(first.topic, 'conversation.admin.replied')
  const { conversation_parts: parts, ...rest } = first.data
  assert.deepEqual(rest, {
    type: 'conversation_event',
    topic: 'conversation.admin.replied',
    conversation: { type: 'conversation', id: conversation.id, state: 'open' },
  })
  assert.deepEqual(
    parts.map(({ part_type, body, author }: any) => [part_type, body, author.type, Object.keys(author).length]),
    [['comment', '<p>Hello back</p>', 'admin', 3]],
  )
  await client.post(`${conversation.path}/parts`, { message_type: 'close', type: 'admin', admin_id })
  const second = (await read())!
  assert.deepEqual(
    [second.topic, second.data.conversation.state, second.data.conversation_parts],
    ['conversation.admin.closed', 'closed', []],
  )
  close()
  await say(conversation.path, 'While away')
  const again = await connect(stream, first.id)
  assert.deepEqual(await again.read(), second)
  assert.equal((await again.read())!.data.conversation_parts[0].body, '<p>While away</p>')
  again.close()
})

test('a client that does not stream gets the events so far, and asks again', async () => {
  const conversation = await newConversation(client)
  const { stream } = await newToken(conversation.user.id)
  const url = `/streams/${stream.channel}?token=${stream.token}`
  const poll = async (lastId?: string) =>
    (await app.app.inject({ url, headers: { ...(lastId && { 'last-event-id': lastId }) } })).payload
  const first = await poll()
  const [, id] = /^id: (\d+)\nevent: conversation\.user\.created\n/.exec(first)!
  assert.equal(await poll(id), ': \n\n')
  await say(conversation.path, 'Hello back')
  assert.match(await poll(id), /^id: \d+\nevent: conversation\.admin\.replied\n/)
})

test('a stream ends with its token: revoked, expired, or of a contact that is gone', async () => {
  const [one, two, three] = [await newUser(client), await newUser(client), await newUser(client)]
  const revoked = await newToken(one.id)
  const [first, gone] = [await connect(revoked.stream), await connect((await newToken(two.id)).stream)]
  const { status } = await client.post('/conversations/stream_tokens/revoke', { intercom_user_id: one.id })
  assert.equal(status, 204)
  await client.delete(`/contacts/${two.id}`)
  assert.deepEqual([await first.read(), await gone.read()], [null, null])
  assert.equal((await connect(revoked.stream)).response.status, 404)
  const { stream } = await newToken(three.id)
  const last = await connect(stream)
  app.clock.advance(3600)
  assert.equal(await last.read(), null)
  assert.equal((await connect(stream)).response.status, 404)
})

test('a token opens the stream of its own contact alone', async () => {
  const [mine, theirs] = [await newUser(client), await newUser(client)]
  const { stream } = await newToken(mine.id)
  const channel = `conversation_stream:${app.workspace.app_id}:${theirs.id}`
  for (const wrong of [
    { channel, token: stream.token },
    { channel: stream.channel, token: 'x' },
    { channel: 'x', token: stream.token },
    { channel: stream.channel.replace(app.workspace.app_id, 'other'), token: stream.token },
  ])
    assert.equal((await connect(wrong)).response.status, 404)
})

test('a lead that is merged away takes its tokens with it', async () => {
  const lead = (await client.post('/contacts', { role: 'lead', email: 'lead@example.com' })).body
  const user = await newUser(client)
  const { stream } = await newToken(lead.id)
  await client.post('/contacts/merge', { from: lead.id, into: user.id, skip_duplicate_validation: true })
  assert.equal((await connect(stream)).response.status, 404)
  assert.equal((await app.db`select from conversation_stream_tokens where contact_id = ${lead.id}`).length, 0)
})
