import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pruneEvents } from '../events/prune-events.task.ts'
import { pruneWebhooks } from './prune-webhooks.task.ts'
import { createFanOut } from './fan-out.ts'
import { webhookScene } from './test-scene.ts'

const scene = await webhookScene()
const { db, clock, receiver, workspace, client, listen, tell, fanOut } = scene
const topic = 'contact.user.created'
let number = 0
const newContact = (as = client()) => as.post('/contacts', { external_id: `p${++number}` })
const insertEvent = (tx: typeof db, name: string) => tx`
  insert into events (workspace_id, topic, item, created_at)
  values (${workspace.id}, 'admin.added_to_workspace', ${{ type: 'admin', name } as never}, ${clock.now()})`
const told = (path: string) => receiver.at(path).map(({ body }) => body.data.item.name ?? body.data.item.external_id)
const noted = async (id: string) =>
  (await db`select state from webhook_notifications where webhook_id = ${id} order by event_id`).map(
    ({ state }) => state,
  )

test('a webhook is told of its topics, and of nothing from before it was made', async () => {
  await newContact()
  await listen('/topics', [topic, 'company.created'])
  await newContact()
  await client().post('/companies', { company_id: 'one' })
  await client().post('/contacts', { role: 'lead' })
  await tell()
  await tell()
  assert.deepEqual(
    receiver
      .at('/topics')
      .map(({ body }) => body.topic)
      .toSorted(),
    ['company.created', topic],
  )
})

test("another workspace's events never reach it", async () => {
  const other = await scene.createWorkspace()
  await listen('/other', [topic], {}, client({ token: other.token }))
  await newContact()
  await tell()
  assert.equal(receiver.at('/other').length, 0)
  await newContact(client({ token: other.token }))
  await tell()
  assert.deepEqual(
    receiver.at('/other').map(({ body }) => body.app_id),
    [other.app_id],
  )
})

test('a write that is undone tells nobody', async () => {
  await listen('/undone', ['admin.added_to_workspace'])
  const undone = db.begin(async (tx) => {
    await insertEvent(tx as never, 'undone')
    throw new Error('undone')
  })
  await assert.rejects(undone)
  const refused = await client().post('/contacts', { email: 'not an email' })
  assert.equal(refused.status, 400)
  await tell()
  assert.deepEqual(told('/undone'), [])
})

test('an event that commits late is told, and events before it are told once', async () => {
  await listen('/late', ['admin.added_to_workspace'])
  const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const late = db.begin(async (tx) => {
    await insertEvent(tx as never, 'late')
    begun.resolve()
    await finish.promise
  })
  await begun.promise
  await insertEvent(db, 'early')
  // Two processes, again and again, while the first of the two is not to be seen.
  const another = createFanOut(scene.deps)
  for (let round = 0; round < 3; round++) await Promise.all([tell(), another()])
  assert.deepEqual(told('/late'), ['early'])
  finish.resolve()
  await late
  for (let round = 0; round < 3; round++) await Promise.all([tell(), another()])
  await tell()
  assert.deepEqual(told('/late'), ['early', 'late'])
})

test('more than a batch is told at once, each of it once', async () => {
  const { id } = await listen('/many', ['event.created'])
  await db`
    insert into events (workspace_id, topic, item, created_at)
    select ${workspace.id}, 'event.created', '{"type":"event"}', ${clock.now()} from generate_series(1, 1234)`
  await Promise.all([fanOut(), createFanOut(scene.deps)()])
  await fanOut()
  assert.equal((await noted(id)).length, 1234)
  const [jobs] = await db`select count(*)::int as count from graphile_worker._private_jobs`
  assert.equal(jobs!['count'], 1234)
  await client().delete(`/parley/webhooks/${id}`)
  await scene.deliverDue()
})

test('the outbox keeps what is still to be told, and forgets it when it was', async () => {
  const kept = async () =>
    (await db`select topic from events where workspace_id = ${workspace.id} and topic = 'company.deleted'`).length
  const { id } = await listen('/kept', ['company.deleted'])
  await db`
    insert into events (workspace_id, topic, item, created_at)
    values (${workspace.id}, 'company.deleted', '{"type":"company","id":"1","deleted":true}', ${clock.now()})`
  clock.advance(7200)
  await pruneEvents.run(scene.deps, {})
  assert.equal(await kept(), 1, 'not fanned out')
  await fanOut()
  await pruneEvents.run(scene.deps, {})
  assert.equal(await kept(), 1, 'not delivered')
  await scene.deliverDue()
  assert.equal(receiver.at('/kept').length, 1)
  await pruneEvents.run(scene.deps, {})
  assert.equal(await kept(), 0)
  assert.deepEqual(await noted(id), ['delivered'])
  clock.advance(86_401)
  await pruneWebhooks.run(scene.deps, {})
  assert.deepEqual([await noted(id), await scene.attempts(id)], [[], []])
})

test('a webhook that is off holds nothing back', async () => {
  const other = await scene.createWorkspace()
  const as = client({ token: other.token })
  const { id } = await listen('/off', [topic], {}, as)
  await as.put(`/parley/webhooks/${id}`, { active: false })
  await newContact(as)
  clock.advance(7200)
  await pruneEvents.run(scene.deps, {})
  assert.equal((await db`select from events where workspace_id = ${other.id}`).length, 0)
})
