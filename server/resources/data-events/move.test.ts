import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventScene } from './test-scene.ts'

const { app, db, client, workspace_id, now, user, lead, visitor, submit, list, eventsOf, summaryOf, told } =
  await eventScene()

const DAY = 86_400
const merge = (from: string, into: string) =>
  client.post('/contacts/merge', { from, into, skip_duplicate_validation: true })

async function leftOf(contact_id: string) {
  const [row] = await db`select
    (select count(*) from data_events where workspace_id = ${workspace_id} and contact_id = ${contact_id}) as events,
    (select count(*) from data_event_summaries where workspace_id = ${workspace_id} and contact_id = ${contact_id}) as summaries`
  return row
}

test('a merge moves the events and summaries of a lead; equal events in the same second become one', async () => {
  const [from, into] = [await lead(), await user()]
  const far = now - 400 * DAY
  for (const [id, event_name, created_at] of [
    [from.id, 'viewed', now],
    [from.id, 'viewed', now - 1],
    [from.id, 'viewed', far],
    [from.id, 'signed-up', now - 2],
    [into.id, 'viewed', now],
    [into.id, 'viewed', now - 9],
    [into.id, 'paid', now],
  ] as const)
    await submit({ id, event_name, created_at })
  const before = (await told(into.id)).length
  assert.equal((await merge(from.id, into.id)).status, 200)
  assert.deepEqual(await eventsOf(into.id), [
    ['viewed', now],
    ['paid', now],
    ['viewed', now - 1],
    ['signed-up', now - 2],
    ['viewed', now - 9],
  ])
  assert.deepEqual(await summaryOf(into.id), [
    ['paid', 1, now, now],
    ['signed-up', 1, now - 2, now - 2],
    ['viewed', 4, far, now],
  ])
  assert.deepEqual(await leftOf(from.id), { events: 0, summaries: 0 })
  assert.deepEqual(await leftOf(into.id), { events: 6, summaries: 3 })
  assert.equal((await list(from.id)).status, 404)
  assert.equal((await told(into.id)).length, before)
})

test('an event is a duplicate after a merge of what the lead did, too', async () => {
  const [from, into] = [await lead(), await user()]
  await submit({ id: from.id })
  await merge(from.id, into.id)
  await submit({ id: into.id })
  assert.deepEqual(await summaryOf(into.id), [['placed-order', 1, now, now]])
})

test('events that are submitted while a merge runs are refused or moved, never lost', async () => {
  const [from, into] = [await lead(), await user()]
  const submissions = Array.from({ length: 20 }, (_, n) => submit({ id: from.id, created_at: now - n }))
  const [merged, ...replies] = await Promise.all([merge(from.id, into.id), ...submissions])
  assert.equal(merged.status, 200)
  const accepted = replies.filter(({ status }) => status === 202).length
  assert.equal(accepted + replies.filter(({ status }) => status === 404).length, 20)
  assert.deepEqual(await leftOf(from.id), { events: 0, summaries: 0 })
  assert.equal((await eventsOf(into.id)).length, accepted)
  assert.equal(
    (await summaryOf(into.id)).reduce((sum: number, [, count]: number[]) => sum + count!, 0),
    accepted,
  )
})

test('a visitor who becomes a contact keeps its events', async () => {
  const { id } = await visitor()
  await submit({ id })
  const { body } = await client.post('/visitors/convert', {
    visitor: { id },
    user: { email: 'became@example.com' },
    type: 'user',
  })
  assert.deepEqual([body.id, await eventsOf(body.id)], [id, [['placed-order', now]]])
  assert.equal((await client.get('/events?type=user&email=became@example.com')).body.events.length, 1)
})

test('a visitor who is a contact that is known brings its events along', async () => {
  const [{ id }, known] = [await visitor(), await user()]
  await submit({ id, event_name: 'looked' })
  await submit({ id: known.id, event_name: 'looked', created_at: now - 5 })
  await client.post('/visitors/convert', { visitor: { id }, user: { id: known.id }, type: 'user' })
  assert.deepEqual(await summaryOf(known.id), [['looked', 2, now - 5, now]])
  assert.deepEqual(await leftOf(id), { events: 0, summaries: 0 })
})

test('a lead that becomes a user keeps its events', async () => {
  const { id } = await lead()
  await submit({ id })
  await client.put(`/contacts/${id}`, { role: 'user', email: 'grown@example.com' })
  assert.equal((await client.get('/events?type=user&email=grown@example.com')).body.events.length, 1)
})

test('the events of an archived contact stay, those of a deleted one go with it', async () => {
  const [archived, deleted, other] = [await user(), await user(), await user()]
  for (const { id } of [archived, deleted, other]) await submit({ id })
  await client.post(`/contacts/${archived.id}/archive`)
  await client.delete(`/contacts/${deleted.id}`)
  for (const { id } of [archived, deleted]) assert.equal((await list(id)).status, 404)
  assert.deepEqual(await leftOf(archived.id), { events: 1, summaries: 1 })
  assert.deepEqual(await leftOf(deleted.id), { events: 0, summaries: 0 })
  assert.equal((await eventsOf(other.id)).length, 1)
  const again = await user({ external_id: deleted.external_id })
  assert.deepEqual(await eventsOf(again.id), [])
})

test("a merge leaves another workspace's events alone", async () => {
  const workspace = await app.createWorkspace()
  const theirs = app.client({ token: workspace.token })
  const [from, into] = [await lead(), await user()]
  const other = (await theirs.post('/contacts', { external_id: 'theirs' })).body
  await submit({ id: other.id }, theirs)
  await submit({ id: from.id })
  assert.equal((await theirs.post('/contacts/merge', { from: from.id, into: other.id })).status, 404)
  await merge(from.id, into.id)
  assert.equal((await list(other.id, '', theirs)).body.events.length, 1)
})
