import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, newTeam } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId

test('bodies are shown as text where that is asked for, links with their addresses', async () => {
  const { path } = await newConversation(client)
  const body = '<p>See <a href="https://example.com/a">this</a></p><p>Bye</p>'
  await client.post(`${path}/reply`, { type: 'admin', message_type: 'comment', admin_id, body })
  const html = (await client.get(path)).body
  assert.equal(html.source.body, '<p>Hello there</p>')
  const { source, conversation_parts } = (await client.get(`${path}?display_as=plaintext`)).body
  assert.equal(source.body, 'Hello there')
  assert.match(conversation_parts.conversation_parts[0].body, /^See this \(https:\/\/example.com\/a\)\s+Bye$/)
  assert.equal((await client.get(`${path}?display_as=braille`)).status, 400)
})

test('shows the newest 500 parts, oldest first, and counts all', async () => {
  const { id, path } = await newConversation(client)
  await app.db`
    insert into thread_parts (workspace_id, thread_id, part_type, author_type, author_admin_id, body,
      created_at, updated_at, notified_at)
    select ${app.workspace.id}, ${id}, 'note', 'admin', ${admin_id}, n::text, t, t, t
    from generate_series(1, 510) n, lateral (select to_timestamp(1700000000 + n) as t) time`
  await app.db`
    update threads set count_conversation_parts = 511 where workspace_id = ${app.workspace.id} and id = ${id}`
  const { conversation_parts: parts } = (await client.get(path)).body
  assert.equal(parts.total_count, 510)
  assert.equal(parts.conversation_parts.length, 500)
  assert.equal(parts.conversation_parts[0].body, '11')
  assert.equal(parts.conversation_parts.at(-1).body, '510')
})

test('priority and assignees are told as each version knows them', async () => {
  const { id, path } = await newConversation(client)
  const show = async (version: string) => {
    const { body } = await app.client({ version }).get(path)
    return [body.priority, body.admin_assignee_id, body.team_assignee_id]
  }
  assert.deepEqual(await show('2.15'), ['not_priority', null, null])
  assert.deepEqual(await show('2.16'), ['none', 0, 0])
  const team_assignee_id = await newTeam(app)
  await app.db`
    update threads set ${app.db({ priority: 'low', team_assignee_id, admin_assignee_id: admin_id })}
    where workspace_id = ${app.workspace.id} and id = ${id}`
  assert.deepEqual(await show('2.15'), ['priority', admin_id, team_assignee_id])
  assert.deepEqual(await show('2.16'), ['low', admin_id, team_assignee_id])
})

test('each version shows what it has', async () => {
  const { path } = await newConversation(client)
  const has = async (version: string) => {
    const { body } = await app.client({ version }).get(path)
    const fields = ['linked_objects', 'custom_attributes', 'ai_agent', 'company', 'channel', 'ai_topics']
    return fields.filter((field) => field in body)
  }
  assert.deepEqual(await has('2.9'), ['custom_attributes'])
  assert.deepEqual(await has('2.10'), ['linked_objects', 'custom_attributes'])
  assert.deepEqual(await has('2.14'), ['linked_objects', 'custom_attributes', 'ai_agent'])
  assert.deepEqual(await has('2.15'), ['linked_objects', 'custom_attributes', 'ai_agent', 'company'])
  assert.deepEqual(await has('2.16'), ['linked_objects', 'custom_attributes', 'ai_agent', 'company', 'channel'])
  assert.equal((await has('Preview')).length, 6)
})

test('evaluations are shown, empty, where they are asked for', async () => {
  const { path } = await newConversation(client)
  const preview = app.client({ version: 'Preview' })
  const { body } = await preview.get(`${path}?include_monitors=true&include_scorecards=true`)
  assert.deepEqual([body.monitor_evaluations, body.scorecards], [[], []])
  assert.equal('scorecards' in (await preview.get(path)).body, false)
})

test('a conversation that is not there answers 404, one of another workspace too', async () => {
  const other = await app.createWorkspace()
  const { id } = await newConversation(app.client({ token: other.token }))
  for (const bad of [id, '1', '0', 'abc', '-1', '1.5', '99999999999999999999', "1'", '%20'])
    for (const version of ['2.7', 'Preview']) {
      const { status, body } = await app.client({ version }).get(`/conversations/${bad}`)
      assert.equal(status, 404, bad)
      assert.deepEqual(body.errors, [{ code: 'not_found', message: 'Resource Not Found' }])
    }
})
