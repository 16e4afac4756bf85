import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const REDACTED = '<p><i>This message was deleted</i></p>'

async function withPart(body: object = { message_type: 'comment', body: 'Secret' }) {
  const conversation = await newConversation(client)
  const replied = await client.post(`${conversation.path}/reply`, { type: 'admin', admin_id, ...body })
  return { ...conversation, part: replied.body.conversation_parts.conversation_parts[0] }
}
const redact = (body: object, version = '2.16') => app.client({ version }).post('/conversations/redact', body)

for (const version of SAMPLED_VERSIONS)
  test(`a part and a source are redacted, in ${version}`, async () => {
    const { id, part, sourceId } = await withPart()
    const ids = { conversation_id: Number(id), conversation_part_id: Number(part.id) }
    const { status, body } = await redact({ type: 'conversation_part', ...ids }, version)
    assert.equal(status, 200)
    const [redacted] = body.conversation_parts.conversation_parts
    assert.deepEqual([redacted.body, redacted.redacted], [REDACTED, true])
    assert.deepEqual([body.source.body, body.source.redacted], ['<p>Hello there</p>', false])
    const source = await redact({ type: 'source', conversation_id: id, source_id: sourceId }, version)
    assert.deepEqual([source.body.source.body, source.body.source.redacted], [REDACTED, true])
  })

test('attachments are removed, too', async () => {
  const file = { name: 'a.txt', content_type: 'text/plain', data: 'c2VjcmV0' }
  const { id, part } = await withPart({ message_type: 'comment', body: 'Look', attachment_files: [file] })
  const files = () => app.db`select from files where workspace_id = ${app.workspace.id} and thread_id = ${id}`
  assert.equal((await files()).length, 1)
  const { body } = await redact({ type: 'conversation_part', conversation_id: id, conversation_part_id: part.id })
  assert.deepEqual(body.conversation_parts.conversation_parts[0].attachments, [])
  assert.equal((await files()).length, 0)
})

test('a redaction is told by the conversation with the redacted words, the first message as a part with its id', async () => {
  const { id, part, sourceId } = await withPart()
  const told = async () => {
    const [event] = await app.db<{ item: any }[]>`
      select item from events where topic = 'conversation_part.redacted' and item ->> 'id' = ${id} order by id desc limit 1`
    return event!.item.conversation_parts.conversation_parts.map((one: any) => [one.id, one.body, one.redacted])
  }
  await redact({ type: 'conversation_part', conversation_id: id, conversation_part_id: part.id })
  assert.deepEqual(await told(), [[part.id, REDACTED, true]])
  await redact({ type: 'source', conversation_id: id, source_id: sourceId })
  assert.deepEqual(await told(), [[sourceId, REDACTED, true]])
})

test('a part without a body cannot be redacted, nor a source that no contact wrote', async () => {
  const { id, path, sourceId } = await withPart()
  const closed = await client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id })
  const conversation_part_id = closed.body.conversation_parts.conversation_parts[1].id
  await app.db`
    update threads set source_contact_id = null, source_admin_id = ${admin_id}, source_author_type = 'admin'
    where workspace_id = ${app.workspace.id} and id = ${id}`
  for (const what of [
    { type: 'conversation_part', conversation_part_id },
    { type: 'source', source_id: sourceId },
  ]) {
    const { status, body } = await redact({ conversation_id: id, ...what })
    assert.deepEqual([status, body.errors[0].code], [400, 'conversation_part_not_redactable'])
  }
})

test('missing and unnamed parts are refused', async () => {
  const { id, part, sourceId } = await withPart()
  const other = await newConversation(client)
  const ids = { conversation_id: id, conversation_part_id: part.id }
  const workspace = await app.createWorkspace()
  const elsewhere = await app.client({ token: workspace.token }).post('/conversations/redact', {
    type: 'conversation_part',
    ...ids,
  })
  assert.equal(elsewhere.status, 404)
  const bad: [object, number, string][] = [
    [ids, 400, 'type_mismatch'],
    [{ type: 'message', ...ids }, 400, 'type_mismatch'],
    [{ type: 'conversation_part', conversation_part_id: part.id }, 400, 'parameter_not_found'],
    [{ type: 'conversation_part', conversation_id: id }, 400, 'parameter_not_found'],
    [{ type: 'source', conversation_id: id }, 400, 'parameter_not_found'],
    [{ type: 'conversation_part', ...ids, conversation_id: other.id }, 404, 'conversation_part_or_message_not_found'],
    [{ type: 'conversation_part', ...ids, conversation_part_id: 'x' }, 404, 'conversation_part_or_message_not_found'],
    [{ type: 'conversation_part', ...ids, conversation_id: 'x' }, 404, 'conversation_part_or_message_not_found'],
    [{ type: 'source', conversation_id: other.id, source_id: sourceId }, 404, 'conversation_part_or_message_not_found'],
  ]
  for (const [request, status, code] of bad) {
    const reply = await redact(request)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [status, code], JSON.stringify(request))
  }
})
