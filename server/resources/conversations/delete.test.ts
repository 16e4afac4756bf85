import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { isFrom } from '../../test/sampled-versions.ts'
import { eventsOf, newConversation } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId

const rowOf = async (id: string) => {
  const [row] = await app.db`
    select source_body, title, metrics_retained, contact_ids, time_to_first_close,
      (select count(*) from thread_parts p where p.workspace_id = t.workspace_id and p.thread_id = t.id) as parts
    from threads t where workspace_id = ${app.workspace.id} and id = ${id}`
  return row!
}

for (const version of ['2.13', '2.16', '2.18', 'Preview'])
  test(`a deleted conversation is gone from everywhere, in ${version}`, async () => {
    const speaker = app.client({ version })
    const { id, path, user } = await newConversation(client)
    await client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id, body: 'Bye' })
    const before = (await client.get('/conversations')).body.total_count
    const { status, body } = await speaker.delete(path)
    assert.equal(status, 200)
    assert.deepEqual(body, { id, object: 'conversation', deleted: true })
    assert.equal((await speaker.get(path)).status, 404)
    assert.equal((await speaker.delete(path)).status, 404)
    const reply = { type: 'user', message_type: 'comment', intercom_user_id: user.id, body: 'Hi' }
    assert.equal((await speaker.post(`${path}/reply`, reply)).status, 404)
    const last = (await speaker.post('/conversations/last/reply', reply)).status
    assert.equal(last, isFrom('2.17', version) ? 422 : 400)
    const { total_count, conversations } = (await client.get('/conversations')).body
    assert.equal(total_count, before - 1)
    assert.equal(
      conversations.some((conversation: any) => conversation.id === id),
      false,
    )
    const query = { field: 'id', operator: '=', value: id }
    assert.equal((await speaker.post('/conversations/search', { query })).body.total_count, 0)
    const events = await eventsOf(app, id)
    assert.equal(events.at(-1)!.topic, 'conversation.deleted')
    assert.deepEqual(events.at(-1)!.item, { type: 'conversation', conversation_id: id })
  })

test('deletes all text, and keeps the statistics unless they are to be deleted, too', async () => {
  const close = { message_type: 'close', type: 'admin', admin_id, body: 'Bye' }
  const [kept, gone, older] = [
    await newConversation(client),
    await newConversation(client),
    await newConversation(client),
  ]
  for (const { path } of [kept, gone, older]) await client.post(`${path}/parts`, close)
  await client.delete(kept.path)
  await client.delete(`${gone.path}?retain_metrics=false`)
  await app.client({ version: '2.15' }).delete(`${older.path}?retain_metrics=false`)
  const { contact_ids, ...row } = await rowOf(kept.id)
  assert.deepEqual(row, { source_body: null, title: null, metrics_retained: true, time_to_first_close: 0, parts: 0 })
  assert.equal(contact_ids.length, 1)
  const bare = await rowOf(gone.id)
  assert.deepEqual([bare['metrics_retained'], bare['contact_ids'], bare['parts']], [false, [], 0])
  assert.equal((await rowOf(older.id))['metrics_retained'], true)
  assert.equal((await client.delete(`${kept.path}?retain_metrics=perhaps`)).status, 400)
})

test('a snoozed conversation that is deleted leaves no job behind', async () => {
  const { id, path } = await newConversation(client)
  const snoozed_until = app.clock.now().getTime() / 1000 + 60
  await client.post(`${path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until })
  await client.delete(path)
  const jobs = await app.db`select from graphile_worker.jobs where key = ${`wake:${app.workspace.id}:${id}`}`
  assert.equal(jobs.length, 0)
})

test('a conversation of another workspace cannot be deleted, and none before the version that can', async () => {
  const other = await app.createWorkspace()
  const theirs = await newConversation(app.client({ token: other.token }))
  assert.equal((await client.delete(theirs.path)).status, 404)
  const { path } = await newConversation(client)
  assert.equal((await app.client({ version: '2.12' }).delete(path)).status, 400)
  assert.equal((await client.get(path)).status, 200)
})
