import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { deliverNotification } from './deliver-notification.task.ts'
import { createSecrets } from '../secrets.ts'
import { signed } from '../outgoing/test-receiver.ts'
import { webhookScene } from './test-scene.ts'

const scene = await webhookScene()
const { receiver, clock, client, listen, tell, deliverDue, attempts, webhook } = scene
const now = () => clock.now().getTime() / 1000
const newest = client({ version: 'Preview' })
let number = 0
const newContact = async () =>
  (await newest.post('/contacts', { external_id: `c${++number}`, email: `c${number}@example.com` })).body

test('a delivery is an envelope, signed over the bytes that were sent', async () => {
  const hook = await listen('/first', ['contact.user.created'], { api_version: 'Preview' })
  const contact = await newContact()
  await tell()
  const [sent, ...others] = receiver.at('/first')
  assert.ok(sent && others.length === 0)
  assert.equal(sent.headers['x-hub-signature'], signed(sent.raw, hook.secret))
  assert.equal(sent.headers['content-type'], 'application/json')
  const { id, data, ...envelope } = sent.body
  assert.match(id, /^notif_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assert.deepEqual(envelope, {
    type: 'notification_event',
    app_id: scene.workspace.app_id,
    links: {},
    topic: 'contact.user.created',
    delivery_status: 'pending',
    delivery_attempts: 1,
    delivered_at: 0,
    first_sent_at: now(),
    created_at: now(),
    self: null,
  })
  const { formatted_phone: _, ...told } = contact
  const at = new Date(now() * 1000).toISOString().replace('Z', '+00:00')
  assert.deepEqual(data, {
    type: 'notification_event_data',
    item: { ...told, created_at: at, updated_at: at },
  })
  const [attempt] = await attempts(hook.id)
  assert.ok(attempt && attempt['duration_ms'] >= 0)
  assert.deepEqual(attempt, {
    type: 'webhook_attempt',
    id: attempt['id'],
    notification_id: id,
    topic: 'contact.user.created',
    attempt: 1,
    status: 'delivered',
    code: 200,
    error: null,
    duration_ms: attempt['duration_ms'],
    attempted_at: now(),
  })
})

test('each webhook is told in its own version; one that names none, in the default of its workspace', async () => {
  const topics = ['contact.user.updated', 'conversation.user.created']
  for (const version of ['2.7', '2.14', '2.15', '2.16', '2.17', '2.18', 'Preview', null]) {
    await listen(`/in-${version}`, topics, { api_version: version })
  }
  const contact = await newContact()
  await newest.put(`/contacts/${contact.id}`, { owner_id: scene.workspace.adminId })
  const message = { from: { type: 'user', id: contact.id }, body: 'Is it <b>hot</b> & strong?' }
  await newest.post('/conversations', message)
  await scene.db`update workspaces set default_version = '2.7' where id = ${scene.workspace.id}`
  await tell()
  const items = (version: string | null) => {
    const told = receiver.at(`/in-${version}`).map(({ body }) => body)
    const of = (topic: string) => told.find((one) => one.topic === topic).data.item
    assert.equal(told.length, 2)
    return { contact: of('contact.user.updated'), conversation: of('conversation.user.created') }
  }
  const [old, plain, young] = [items('2.7'), items('2.15'), items('Preview')]
  assert.deepEqual([typeof old.contact.owner_id, typeof young.contact.owner_id], ['number', 'string'])
  assert.deepEqual([old.conversation.priority, young.conversation.priority], ['not_priority', 'none'])
  assert.deepEqual([old.conversation.admin_assignee_id, young.conversation.admin_assignee_id], [null, 0])
  assert.deepEqual(old.conversation.custom_attributes, {})
  assert.ok(!('linked_objects' in old.conversation) && 'linked_objects' in young.conversation)
  assert.match(items('2.14').conversation.source.body, /^<p>/)
  assert.doesNotMatch(plain.conversation.source.body, /[<>]/)
  assert.deepEqual(items(null), old)
  const hasPush = (version: string) => 'enabled_push_messaging' in items(version).contact
  assert.deepEqual(['2.7', '2.14', '2.18', 'Preview'].map(hasPush), [false, true, true, true])
  assert.deepEqual(items('2.18'), items('2.17'))
})

test('an error is tried once more, after a minute, under the same id', async () => {
  const hook = await listen('/moody', ['company.created'])
  receiver.answer('/moody', 500)
  await client().post('/companies', { company_id: 'moody' })
  await tell()
  clock.advance(59)
  await tell()
  assert.equal(receiver.at('/moody').length, 1)
  clock.advance(1)
  await tell()
  const [first, second] = receiver.at('/moody').map(({ body }) => body)
  assert.equal(second.id, first.id)
  assert.deepEqual([first.delivery_attempts, second.delivery_attempts], [1, 2])
  assert.deepEqual([first.delivery_status, second.delivery_status], ['pending', 'retry'])
  assert.equal(second.first_sent_at, now() - 60)
  assert.deepEqual(
    (await attempts(hook.id)).map(({ attempt, status, code }) => [attempt, status, code]),
    [
      [2, 'delivered', 200],
      [1, 'failed', 500],
    ],
  )
  assert.equal((await webhook(hook.id))['failing_since'], null)
})

test('a delivery that fails twice is given up', async () => {
  const hook = await listen('/broken', ['company.updated'])
  receiver.answer('/broken', 503, 302)
  await newest.post('/companies', { company_id: 'broken' })
  await newest.post('/companies', { company_id: 'broken', name: 'Broken' })
  const began = now()
  for (const seconds of [0, 60, 60, 600]) {
    clock.advance(seconds)
    await tell()
  }
  assert.deepEqual(
    (await attempts(hook.id)).map(({ attempt, code }) => [attempt, code]),
    [
      [2, 302],
      [1, 503],
    ],
  )
  assert.equal(receiver.at('/elsewhere').length, 0)
  assert.equal((await webhook(hook.id))['failing_since'], began)
})

test('410 turns a webhook off', async () => {
  const hook = await listen('/gone', ['contact.lead.created'])
  receiver.answer('/gone', 410)
  await newest.post('/contacts', { role: 'lead' })
  await tell()
  const { active, off_reason } = await webhook(hook.id)
  assert.deepEqual([active, off_reason], [false, 'gone'])
  await newest.post('/contacts', { role: 'lead' })
  clock.advance(120)
  await tell()
  assert.equal(receiver.at('/gone').length, 1)
  await client().put(`/parley/webhooks/${hook.id}`, { active: true })
  assert.equal((await webhook(hook.id))['off_reason'], null)
  await tell()
  assert.equal(receiver.at('/gone').length, 1, 'nothing of the time when it was off')
  await newest.post('/contacts', { role: 'lead' })
  await tell()
  assert.equal(receiver.at('/gone').length, 2)
})

test('429 puts off all that the webhook is to be told', async () => {
  const hook = await listen('/busy', ['contact.archived'])
  const people = [await newContact(), await newContact()]
  receiver.answer('/busy', 429)
  await newest.post(`/contacts/${people[0].id}/archive`)
  await tell()
  assert.equal((await webhook(hook.id))['paused_until'], now() + 60)
  await newest.post(`/contacts/${people[1].id}/archive`)
  clock.advance(30)
  await tell()
  assert.equal(receiver.at('/busy').length, 1)
  clock.advance(30)
  await tell()
  const told = receiver.at('/busy').map(({ body }) => body.data.item.id)
  assert.deepEqual(told.toSorted(), [people[0].id, people[0].id, people[1].id].toSorted())
})

test('a ping has no id, and reaches even a webhook that is off', async () => {
  const hook = await listen('/ping', ['company.deleted'], { active: false })
  const { status, body } = await client().post(`/parley/webhooks/${hook.id}/ping`, {})
  assert.deepEqual([status, body], [200, { type: 'webhook_ping', webhook_id: hook.id, topic: 'ping' }])
  await deliverDue()
  const [sent] = receiver.at('/ping')
  assert.ok(sent)
  assert.equal(sent.headers['x-hub-signature'], signed(sent.raw, hook.secret))
  const { id, topic, delivery_status, data } = sent.body
  assert.deepEqual([id, topic, delivery_status, data.item.type], [null, 'ping', null, 'ping'])
  const [attempt] = await attempts(hook.id)
  assert.deepEqual([attempt?.['notification_id'], attempt?.['status']], [null, 'delivered'])
})

test('a new secret signs from then on', async () => {
  const hook = await listen('/rotated', ['admin.away_mode_updated'])
  const { body } = await client().post(`/parley/webhooks/${hook.id}/rotate_secret`, {})
  assert.notEqual(body.secret, hook.secret)
  const away = { away_mode_enabled: true, away_mode_reassign: false }
  await newest.put(`/admins/${scene.workspace.adminId}/away`, away)
  await tell()
  const [sent] = receiver.at('/rotated')
  assert.equal(sent?.headers['x-hub-signature'], signed(sent!.raw, body.secret))
})

test('with another key than its secret was sealed with nothing is sent, and the attempts say why', async () => {
  const hook = await listen('/other-key', ['company.deleted'], { active: false })
  await client().post(`/parley/webhooks/${hook.id}/ping`, {})
  const [notification] = await scene.db`
    select workspace_id, webhook_id, id as notification_id from webhook_notifications where webhook_id = ${hook.id}`
  await deliverNotification.run({ ...scene.deps, secrets: createSecrets(randomBytes(32)) }, notification)
  assert.equal(receiver.at('/other-key').length, 0)
  assert.equal((await attempts(hook.id))[0]?.['error'], 'its secret cannot be read with the key that this server has')
  await deliverDue()
})

test('a delivery that was done is not done again', async () => {
  const hook = await listen('/once', ['contact.user.created'])
  await newContact()
  const done = await tell()
  for (const delivery of done) await deliverNotification.run(scene.deps, delivery)
  assert.equal(receiver.at('/once').length, 1)
  await client().delete(`/parley/webhooks/${hook.id}`)
  for (const delivery of done) await deliverNotification.run(scene.deps, delivery)
  assert.equal(receiver.at('/once').length, 1)
})

test('addresses that are not public are refused where nobody allowed them', async () => {
  const hook = await listen('/private', ['contact.user.created'])
  const local = await listen('/x', ['contact.user.created'])
  const url = receiver.url('/private').replace('127.0.0.1', 'localhost')
  await client().put(`/parley/webhooks/${local.id}`, { url })
  await newContact()
  await scene.fanOut()
  for (const id of [hook.id, local.id]) {
    const [notification] = await scene.db`
      select workspace_id, webhook_id, id as notification_id from webhook_notifications where webhook_id = ${id}`
    await deliverNotification.run({ ...scene.deps, reach: 'public' }, notification)
    const [attempt] = await attempts(id)
    assert.deepEqual([attempt?.['code'], attempt?.['error']], [null, 'the address is not public'])
  }
  assert.equal(receiver.at('/private').length, 0)
})

test('a delivery whose outcome could not be stored is sent again, under the same id', async () => {
  const hook = await listen('/twice', ['company.created'])
  await newest.post('/companies', { company_id: 'twice' })
  await scene.fanOut()
  const [notification] = await scene.db`
    select workspace_id, webhook_id, id as notification_id from webhook_notifications where webhook_id = ${hook.id}`
  const db = new Proxy(scene.db, {
    get: (pool, name) =>
      name === 'begin' ? () => Promise.reject(new Error('the process ended')) : Reflect.get(pool, name),
  })
  await assert.rejects(deliverNotification.run({ ...scene.deps, db }, notification), /the process ended/)
  await deliverDue()
  const ids = receiver.at('/twice').map(({ body }) => body.id)
  assert.equal(ids.length, 2)
  assert.equal(ids[0], ids[1])
})
