/** After a merge nothing refers to the lead but its history. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'
import { columnsThatReferToContacts, mentionsOf } from './mentions.ts'

// Every table is searched, so nobody else's rows shall be there.
const app = await testApp({ own: true })
const { db } = app
const scene = createScene(app)
const { send, adminId: admin_id } = scene

/** Columns that hold a merged lead's id for good, or until what they are part of is over. */
const STAYS: Record<string, string> = {
  'contacts.id': 'the row stays, so that its id leads to the user',
  'contact_merges.from_id': 'the merge itself',
  'contact_activities.contact_id': 'history: the lead was made, and the merge tells of it',
  'contact_activities.merge_source_id': 'history: the merge',
  'events.item': 'the outbox tells what happened, as it was when it happened, and is pruned after an hour',
  'bulk_items.details': 'an item that waits keeps what was sent; it is read when its turn comes',
}
/** Columns that refer to a contact, and to no lead before it is merged. */
const NOT_BEFORE: Record<string, string> = {
  'contact_merges.from_id': 'a lead is merged once',
  'contact_merges.into_id': 'only users are merged into',
  'audience_members.contact_id': 'kept while a webhook watches, by a job that takes merged leads out',
}
/** A search index repeats rows, and learns of their changes by itself. */
const IS_SEARCH = /^search_/

/** A lead that stands wherever the schema lets a contact stand, also beside the user that it will be. */
async function leadOfEverything(user: Made) {
  const lead = await scene.another('a lead')
  const { id } = lead
  const path = `/contacts/${id}`
  await send('POST', `${path}/tags`, { id: (await scene.another('a tag'))['id'] })
  await send('POST', `${path}/companies`, { id: (await scene.another('a company'))['id'] })
  const { company_id } = await scene.another('a company')
  await send('PUT', `${path}/granted_companies`, { company_ids: [company_id] })
  await send('POST', `${path}/notes`, { body: 'A note', admin_id })
  const type = await scene.another('a subscription type')
  await send('POST', `${path}/subscriptions`, { id: type['id'], consent_type: 'opt_out' })
  await send('POST', '/events', { id, event_name: 'called', created_at: scene.now() - 60 })
  await send('POST', '/parley/calls', { direction: 'inbound', contact_id: id })
  const phone = '+353832345678'
  await send('PUT', path, { phone })
  await send('POST', '/phone_call_redirects', { phone })
  await send('POST', '/contacts/bulk/delete', { contacts: [{ id }] })

  const to = { type: 'lead', id }
  await send('PUT', path, { phone: '+353871234567' })
  for (const message of [
    { message_type: 'email', subject: 'Hello', template: 'plain', body: 'Hello' },
    { message_type: 'whatsapp', template: 'hello', components: [] },
  ])
    await send('POST', '/messages', { ...message, to })
  await send('POST', '/conversations/stream_tokens', { intercom_user_id: id })
  await scene.another('a banner')
  await send('GET', `${path}/banners`)
  await send('POST', '/fin/start', {
    conversation_id: `of ${lead['external_id']}`,
    message: { author: 'user', body: 'Hello' },
    user: { id: lead['external_id'] },
  })

  const begin = (from: object) => send('POST', '/conversations', { from, body: 'Hello' })
  const reply = (conversation: string) =>
    send('POST', `/conversations/${conversation}/reply`, {
      message_type: 'comment',
      type: 'user',
      intercom_user_id: id,
      body: 'Anybody?',
    })
  const own = (await begin({ type: 'lead', id }))['conversation_id']
  await reply(own)
  await send('POST', `/conversations/${own}/parts`, { message_type: 'close', type: 'admin', admin_id })
  await send('POST', `/conversations/${own}/rating`, { intercom_user_id: id, rating: 5 })
  const shared = (await begin({ type: 'user', id: user['id'] }))['conversation_id']
  await send('POST', `/conversations/${shared}/customers`, { admin_id, customer: { intercom_user_id: id } })
  const anothers = await scene.another('a conversation')
  await send('POST', `${anothers['path']}/customers`, { admin_id, customer: { intercom_user_id: id } })
  await reply(anothers['id'])
  return { id: id as string, own, anothers: anothers['id'] as string }
}

const merge = (from: string, into: string) =>
  send('POST', '/contacts/merge', { from, into, skip_duplicate_validation: true })

test('no column refers to a merged lead, but for its history', async () => {
  const user = await scene.another('a contact')
  const { id } = await leadOfEverything(user)
  const before = await mentionsOf(db, id)
  const missing = (await columnsThatReferToContacts(db)).filter((at) => !before.has(at) && !NOT_BEFORE[at])
  assert.deepEqual(missing, [], 'let the lead of this test stand in these columns too')
  await merge(id, user['id'])
  const after = [...(await mentionsOf(db, id))].filter((at) => !IS_SEARCH.test(at))
  assert.deepEqual(after.toSorted(), Object.keys(STAYS).toSorted())
})

test('a lead that was taken out of a conversation leaves nothing of itself in it', async () => {
  const user = await scene.another('a contact')
  const { id, own, anothers } = await leadOfEverything(user)
  const other = await scene.another('a contact')
  await send('POST', `/conversations/${own}/customers`, { admin_id, customer: { intercom_user_id: other['id'] } })
  for (const conversation of [own, anothers]) {
    const reply = await app
      .client({ version: 'Preview' })
      .delete(`/conversations/${conversation}/customers/${id}`, { admin_id })
    assert.equal(reply.status, 200, reply.text)
  }
  await merge(id, user['id'])
  const after = [...(await mentionsOf(db, id))].filter((at) => !IS_SEARCH.test(at) && !Object.hasOwn(STAYS, at))
  assert.deepEqual(after, [])
})
