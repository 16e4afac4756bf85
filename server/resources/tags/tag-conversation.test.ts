import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const { adminId } = app.workspace
const createTag = async (name: string) => (await client.post('/tags', { name })).body

async function createConversation(columns: object = {}): Promise<number> {
  const now = app.clock.now()
  const [row] = await app.db<{ id: number }[]>`
    insert into threads ${app.db({ workspace_id: app.workspace.id, created_at: now, updated_at: now, ...columns })}
    returning id`
  return row!.id
}
const readConversation = async (id: number) =>
  (
    await app.db`
      select tag_ids, count_conversation_parts, updated_at from threads
      where workspace_id = ${app.workspace.id} and id = ${id}`
  )[0]!
const partsOf = (id: number) => app.db<any[]>`
  select * from thread_parts where workspace_id = ${app.workspace.id} and thread_id = ${id} order by id`

test('a conversation is tagged in the name of an admin, and a part tells of it', async () => {
  const [id, tag] = [await createConversation({ state: 'closed' }), await createTag('Bug')]
  app.clock.advance(60)
  const reply = await client.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: String(adminId) })
  assert.deepEqual(reply.body, {
    type: 'tag',
    id: tag.id,
    name: 'Bug',
    applied_at: app.clock.now().getTime() / 1000,
    applied_by: { type: 'admin', id: String(adminId) },
  })
  assert.deepEqual(await readConversation(id), {
    tag_ids: [Number(tag.id)],
    count_conversation_parts: 1,
    updated_at: app.clock.now(),
  })
  const [part] = await partsOf(id)
  assert.equal(part.part_type, 'conversation_tags_updated')
  assert.equal(part.state, 'closed')
  assert.equal(part.author_type, 'admin')
  assert.equal(part.author_admin_id, adminId)
  assert.deepEqual(part.event_details, { tags_added: ['Bug'], tags_removed: [] })
  const events = await app.db<{ item: any }[]>`
    select item from events where workspace_id = ${app.workspace.id} and topic = 'conversation_part.tag.created'`
  assert.equal(events.length, 1)
  const { item } = events[0]!
  assert.deepEqual([item.type, item.id], ['conversation', String(id)])
  assert.deepEqual(item.tags_added, { type: 'tag.list', tags: [{ type: 'tag', id: tag.id, name: 'Bug' }] })
  assert.deepEqual(item.tags.tags, [reply.body])
  assert.equal(item.conversation_parts.total_count, 0)
})

test('an event tells which words were tagged: the last ones, or the first message as a part with its id', async () => {
  const tag = await createTag('Words')
  const contact = (await client.post('/contacts', { role: 'lead' })).body
  const from = { type: 'lead', id: contact.id }
  const { id: source, conversation_id: id } = (await client.post('/conversations', { from, body: 'First' })).body
  const path = `/conversations/${id}`
  const tagged = async () => {
    await client.post(`${path}/tags`, { id: tag.id, admin_id: adminId })
    const [event] = await app.db<{ item: any }[]>`
      select item from events where topic = 'conversation_part.tag.created' and item ->> 'id' = ${id}
      order by id desc limit 1`
    return event!.item.conversation_parts.conversation_parts
  }
  const [first, ...others] = await tagged()
  assert.equal(others.length, 0)
  assert.deepEqual([first.id, first.part_type, first.body], [source, 'comment', '<p>First</p>'])
  assert.deepEqual(first.tags, [{ type: 'tag', id: tag.id, name: 'Words' }])
  await client.delete(`${path}/tags/${tag.id}`, { admin_id: adminId })
  const reply = { type: 'admin', message_type: 'comment', admin_id: adminId, body: 'Last' }
  const { body } = await client.post(`${path}/reply`, reply)
  const [last] = await tagged()
  assert.equal(last.id, body.conversation_parts.conversation_parts.at(-1).id)
})

test('tagging twice, one after the other or at once, makes one part', async () => {
  const [id, tag] = [await createConversation(), await createTag('Twice')]
  const tagging = () => client.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: adminId })
  const replies = await Promise.all([tagging(), tagging(), tagging(), tagging()])
  assert.ok(replies.every(({ status }) => status === 200))
  app.clock.advance(60)
  assert.deepEqual((await tagging()).body, replies[0].body)
  assert.equal((await partsOf(id)).length, 1)
  assert.deepEqual((await readConversation(id))['tag_ids'], [Number(tag.id)])
})

test('a tag is taken off; where it was not there nothing happens', async () => {
  const [id, tag] = [await createConversation(), await createTag('Off')]
  const applied = (await client.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: adminId })).body
  app.clock.advance(60)
  const removed = await client.delete(`/conversations/${id}/tags/${tag.id}`, { admin_id: adminId })
  assert.deepEqual(removed.body, { ...applied, applied_by: null })
  const again = await client.delete(`/conversations/${id}/tags/${tag.id}`, { admin_id: adminId })
  assert.deepEqual(again.body, { ...removed.body, applied_at: null })
  assert.deepEqual(
    (await partsOf(id)).map(({ event_details }) => event_details),
    [
      { tags_added: ['Off'], tags_removed: [] },
      { tags_added: [], tags_removed: ['Off'] },
    ],
  )
  const conversation = await readConversation(id)
  assert.deepEqual(conversation['tag_ids'], [])
  assert.equal(conversation['count_conversation_parts'], 2)
})

test('an admin must be named', async () => {
  const [id, tag] = [await createConversation(), await createTag('Nameless')]
  for (const reply of [
    await client.post(`/conversations/${id}/tags`, { id: tag.id }),
    await client.delete(`/conversations/${id}/tags/${tag.id}`),
    await client.delete(`/conversations/${id}/tags/${tag.id}`, {}),
  ]) {
    assert.equal(reply.status, 400)
    assert.deepEqual(reply.body.errors, [{ code: 'parameter_not_found', message: 'admin_id is a required parameter' }])
  }
  assert.equal((await client.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: '1' })).status, 404)
})

test('unknown and deleted ids, and ids of another workspace, answer 404', async () => {
  const [id, tag] = [await createConversation(), await createTag('Ours')]
  const deleted = await createConversation({ deleted_at: app.clock.now() })
  const other = await app.createWorkspace()
  const stranger = app.client({ token: other.token })
  const strange = (await stranger.post('/tags', { name: 'Theirs' })).body
  const body = { id: tag.id, admin_id: adminId }
  for (const reply of [
    await client.post('/conversations/1/tags', body),
    await client.post('/conversations/abc/tags', body),
    await client.post(`/conversations/${deleted}/tags`, body),
    await client.delete(`/conversations/1/tags/${tag.id}`, { admin_id: adminId }),
    await stranger.post(`/conversations/${id}/tags`, { id: strange.id, admin_id: other.adminId }),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'not_found', message: 'Conversation not found' }])
  }
  for (const reply of [
    await client.post(`/conversations/${id}/tags`, { ...body, id: strange.id }),
    await client.delete(`/conversations/${id}/tags/abc`, { admin_id: adminId }),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'tag_not_found', message: 'Tag not found' }])
  }
  assert.equal((await client.post(`/conversations/${id}/tags`, { ...body, admin_id: other.adminId })).status, 404)
})

for (const version of SAMPLED_VERSIONS)
  test(`tags of conversations conform in ${version}`, async () => {
    const [id, tag] = [await createConversation(), await createTag(`conforms in ${version}`)]
    const versioned = app.client({ version })
    assert.equal((await versioned.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: adminId })).status, 200)
    const removed = await versioned.delete(`/conversations/${id}/tags/${tag.id}`, { admin_id: adminId })
    assert.equal(removed.status, 200)
  })
