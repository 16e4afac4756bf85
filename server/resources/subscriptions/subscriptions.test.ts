import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const made = await client.post('/parley/subscription_types', {
  name: 'Product news',
  description: 'For whoever asks for it',
  consent_type: 'opt_in',
})
const types = (await client.get('/subscription_types')).body.data
const optIn = types.find(({ id }: { id: string }) => id === made.body.id)
const [optOut] = types

const createContact = async () => (await client.post('/contacts', { role: 'lead' })).body.id
const choose = (contact: string, id: unknown, consent_type: unknown) =>
  client.post(`/contacts/${contact}/subscriptions`, { id, consent_type })
const ids = (items: { id: string }[]) => items.map(({ id }) => id)
const shown = async (contact: string) => {
  const { body } = await client.get(`/contacts/${contact}`)
  const list = await client.get(`/contacts/${contact}/subscriptions`)
  const [optedIn, optedOut] = [body.opted_in_subscription_types, body.opted_out_subscription_types]
  assert.deepEqual(ids(list.body.data).toSorted(), [...ids(optedIn.data), ...ids(optedOut.data)].toSorted())
  return { in: ids(optedIn.data), out: ids(optedOut.data) }
}
const topics = async (contact: string) =>
  (
    await app.db<{ topic: string }[]>`
      select topic from events
      where workspace_id = ${app.workspace.id} and item->>'type' like '%subscribe' and item->'contact'->>'id' = ${contact}
      order by id`
  ).map(({ topic }) => topic)

test('a new workspace has three subscription types, drafts that people get unless they refuse them', () => {
  const defaults = types.filter(({ id }: { id: string }) => id !== optIn.id)
  assert.equal(defaults.length, 3)
  for (const type of defaults) {
    assert.deepEqual(type, {
      type: 'subscription',
      id: type.id,
      state: 'draft',
      consent_type: 'opt_out',
      default_translation: type.default_translation,
      translations: [type.default_translation],
      content_types: ['email'],
    })
    assert.deepEqual(Object.keys(type.default_translation), ['name', 'description', 'locale'])
  }
})

test('a contact chooses, changes its mind, and forgets what it chose', async () => {
  const contact = await createContact()
  assert.deepEqual(await shown(contact), { in: [], out: [] })
  assert.deepEqual((await choose(contact, Number(optIn.id), 'opt_in')).body, optIn)
  assert.deepEqual((await choose(contact, optOut.id, 'opt_out')).body, optOut)
  assert.deepEqual(await shown(contact), { in: [optIn.id], out: [optOut.id] })
  await choose(contact, optIn.id, 'opt_out')
  assert.deepEqual((await shown(contact)).in, [])
  assert.deepEqual((await shown(contact)).out.toSorted(), [optIn.id, optOut.id].toSorted())
  const removed = await client.delete(`/contacts/${contact}/subscriptions/${optOut.id}`)
  assert.deepEqual(removed.body, optOut)
  assert.deepEqual(await shown(contact), { in: [], out: [optIn.id] })
  assert.deepEqual(await topics(contact), [
    'granular.subscribe',
    'granular.unsubscribe',
    'granular.unsubscribe',
    'granular.subscribe',
  ])
})

test('a choice of all emails is told without a subscription type', async () => {
  const contact = await createContact()
  const choose = (unsubscribed_from_emails: boolean) => client.put(`/contacts/${contact}`, { unsubscribed_from_emails })
  for (const unsubscribed of [true, true, false]) await choose(unsubscribed)
  assert.deepEqual(await topics(contact), ['contact.unsubscribed', 'contact.subscribed'])
  const [{ item }] = await app.db<[{ item: any }]>`
    select item from events where topic = 'contact.unsubscribed' and item->'contact'->>'id' = ${contact}`
  const { contact: told, ...rest } = item
  const created_at = app.clock.now().getTime() / 1000
  assert.deepEqual(rest, { type: 'contact_unsubscribe', subscription_types: { type: 'list', data: [] }, created_at })
  assert.equal(told.unsubscribed_from_emails, true)
})

test('a choice that changes nothing for the contact is not told', async () => {
  const contact = await createContact()
  await choose(contact, optOut.id, 'opt_in')
  await choose(contact, optIn.id, 'opt_out')
  await choose(contact, optIn.id, 'opt_out')
  await client.delete(`/contacts/${contact}/subscriptions/${optIn.id}`)
  await client.delete(`/contacts/${contact}/subscriptions/${optIn.id}`)
  assert.deepEqual(await shown(contact), { in: [optOut.id], out: [] })
  assert.deepEqual(await topics(contact), [])
})

test('choices made at once are all kept', async () => {
  const contact = await createContact()
  await Promise.all(types.map((type: { id: string }) => choose(contact, type.id, 'opt_out')))
  assert.deepEqual((await shown(contact)).out.toSorted(), ids(types).toSorted())
})

test('bad input is told apart', async () => {
  const contact = await createContact()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const strange = (await stranger.get('/subscription_types')).body.data[0]
  assert.deepEqual((await choose(contact, undefined, 'opt_in')).body.errors, [
    { code: 'parameter_not_found', message: 'id is a required parameter' },
  ])
  assert.deepEqual((await choose(contact, optIn.id, undefined)).body.errors, [
    { code: 'parameter_not_found', message: 'consent_type is a required parameter' },
  ])
  assert.equal((await choose(contact, optIn.id, 'maybe')).body.errors[0].code, 'parameter_invalid')
  for (const [reply, message] of [
    [await choose(contact, 'invalid_id', 'opt_in'), 'Resource Not Found'],
    [await choose(contact, strange.id, 'opt_in'), 'Resource Not Found'],
    [await choose('123', optIn.id, 'opt_in'), 'User Not Found'],
    [await client.get('/contacts/123/subscriptions'), 'User Not Found'],
    [await client.delete(`/contacts/123/subscriptions/${optIn.id}`), 'User Not Found'],
    [await client.delete(`/contacts/${contact}/subscriptions/abc`), 'Resource Not Found'],
    [await stranger.get(`/contacts/${contact}/subscriptions`), 'User Not Found'],
    [await stranger.delete(`/contacts/${contact}/subscriptions/${strange.id}`), 'User Not Found'],
  ] as const) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'not_found', message }])
  }
  assert.deepEqual(await shown(contact), { in: [], out: [] })
})

for (const version of SAMPLED_VERSIONS)
  test(`subscriptions conform in ${version}`, async () => {
    const contact = await createContact()
    const versioned = app.client({ version })
    assert.equal((await versioned.get('/subscription_types')).status, 200)
    const chosen = await versioned.post(`/contacts/${contact}/subscriptions`, { id: optIn.id, consent_type: 'opt_in' })
    assert.equal(chosen.status, 200)
    assert.deepEqual((await versioned.get(`/contacts/${contact}/subscriptions`)).body.data, [chosen.body])
    assert.equal((await versioned.delete(`/contacts/${contact}/subscriptions/${optIn.id}`)).status, 200)
  })
