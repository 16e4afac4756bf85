/** Records that move from a lead to the user that it is merged into, as clients see them afterwards. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../../ids.ts'
import { testApp } from '../../../test/app.ts'
import { isFrom, SAMPLED_VERSIONS } from '../../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = String(app.workspace.adminId)
const make = async (details: object) => (await client.post('/contacts', details)).body
const lead = (details = {}) => make({ role: 'lead', ...details })
let users = 0
const user = (details = {}) => make({ external_id: `user ${++users}`, ...details })
const merge = async (from: { id: string }, into: { id: string }) => {
  const body = { from: from.id, into: into.id, skip_duplicate_validation: true }
  const reply = await client.post('/contacts/merge', body)
  assert.equal(reply.status, 200, reply.text)
  return reply.body
}
let companies = 0
const company = async () =>
  (await client.post('/companies', { company_id: `company ${++companies}` })).body.id as string
const begin = async (type: string, { id }: { id: string }, body: string) =>
  (await client.post('/conversations', { from: { type, id }, body })).body.conversation_id as string

test('conversations are the user’s, from the first word to the last, and the user goes on with them', async () => {
  const [from, into] = [await lead(), await user()]
  const own = await begin('user', into, 'Mine')
  app.clock.advance(10)
  const moved = await begin('lead', from, 'Hello')
  const reply = (body: object) => client.post(`/conversations/${moved}/reply`, { message_type: 'comment', ...body })
  await reply({ type: 'user', intercom_user_id: from.id, body: 'Anybody?' })
  await reply({ type: 'admin', admin_id, body: 'Here' })
  await merge(from, into)

  const { body } = await client.get(`/conversations/${moved}`)
  assert.deepEqual(body.contacts.contacts, [{ type: 'contact', id: into.id, external_id: into.external_id }])
  assert.deepEqual([body.source.author.type, body.source.author.id], ['user', into.id])
  const authors = body.conversation_parts.conversation_parts.map(({ author }: any) => [author.type, author.id])
  assert.deepEqual(authors, [
    ['user', into.id],
    ['admin', admin_id],
  ])
  const search = async (id: string) => {
    const query = { field: 'contact_ids', operator: '=', value: id }
    const { body } = await client.post('/conversations/search', { query })
    return body.conversations.map((conversation: any) => conversation.id).toSorted()
  }
  assert.deepEqual(await search(into.id), [own, moved].toSorted())
  assert.deepEqual(await search(from.id), [])

  const last = { message_type: 'comment', type: 'user', body: 'Thanks' }
  const answered = await client.post('/conversations/last/reply', { ...last, intercom_user_id: into.id })
  assert.deepEqual([answered.status, answered.body.id], [200, moved])
  assert.equal((await client.post('/conversations/last/reply', { ...last, intercom_user_id: from.id })).status, 404)
})

test('a conversation of both has the user in it once', async () => {
  const [from, into] = [await lead(), await user()]
  const conversation = await begin('user', into, 'Mine')
  const added = await client.post(`/conversations/${conversation}/customers`, {
    admin_id,
    customer: { intercom_user_id: from.id },
  })
  assert.equal(added.body.customers.length, 2)
  await merge(from, into)
  const { body } = await client.get(`/conversations/${conversation}`)
  assert.deepEqual(
    body.contacts.contacts.map((contact: any) => contact.id),
    [into.id],
  )
})

test('notes, tags, companies, subscriptions and segments are the user’s', async () => {
  const { workspace } = app
  const [from, into] = [await lead({ phone: '+353 1 555 0177' }), await user()]
  const segment = hexId(app.clock.now())
  const filter = { field: 'phone', operator: '$', value: '0177' }
  await app.db`insert into segments ${app.db({ workspace_id: workspace.id, id: segment, name: 'Phone', person_type: 'user', filter: app.db.json(filter), created_at: app.clock.now(), updated_at: app.clock.now() })}`
  const note = (await client.post(`/contacts/${from.id}/notes`, { body: 'Called', admin_id })).body
  const tags = await Promise.all(['a', 'b'].map(async (name) => (await client.post('/tags', { name })).body.id))
  for (const id of tags) await client.post(`/contacts/${from.id}/tags`, { id })
  await client.post(`/contacts/${into.id}/tags`, { id: tags[0] })
  const [both, only] = await Promise.all(
    ['both', 'only'].map(async (company_id) => (await client.post('/companies', { company_id })).body.id),
  )
  for (const id of [both, only]) await client.post(`/contacts/${from.id}/companies`, { id })
  await client.post(`/contacts/${into.id}/companies`, { id: both })
  const [first] = (await client.get('/subscription_types')).body.data
  await client.post(`/contacts/${from.id}/subscriptions`, { id: first.id, consent_type: first.consent_type })
  const listed = (await client.get('/companies')).body.total_count
  const ids = async (what: string) =>
    (await client.get(`/contacts/${into.id}/${what}`)).body.data.map(({ id }: { id: string }) => id)
  assert.ok(!(await ids('segments')).includes(segment))

  await merge(from, into)
  assert.deepEqual(await ids('notes'), [note.id])
  assert.equal((await client.get(`/notes/${note.id}`)).body.contact.id, into.id)
  assert.deepEqual(new Set(await ids('tags')), new Set(tags))
  assert.deepEqual(new Set(await ids('companies')), new Set([both, only]))
  assert.deepEqual(await ids('subscriptions'), [first.id])
  assert.ok((await ids('segments')).includes(segment))
  for (const id of [both, only]) {
    assert.equal((await client.get(`/companies/${id}`)).body.user_count, 1)
    const { data } = (await client.get(`/companies/${id}/contacts`)).body
    assert.deepEqual(
      data.map((contact: any) => contact.id),
      [into.id],
    )
  }
  assert.equal((await client.get('/companies')).body.total_count, listed)
})

test('attributes and times that the user has stay, and the others are the lead’s', async () => {
  for (const name of ['plan', 'color'])
    await client.post('/data_attributes', { model: 'contact', name, data_type: 'string' })
  const times = { signed_up_at: 1_600_000_000, last_seen_at: 1_600_000_100 }
  const blank = await user({})
  const learned = await merge(await lead({ ...times, custom_attributes: { plan: 'gold', color: 'red' } }), blank)
  assert.deepEqual([learned.signed_up_at, learned.last_seen_at], [1_600_000_000, 1_600_000_100])
  assert.deepEqual(learned.custom_attributes, { plan: 'gold', color: 'red' })

  const known = await user({
    signed_up_at: 1_650_000_000,
    last_seen_at: 1_500_000_000,
    custom_attributes: { plan: 'silver' },
  })
  const kept = await merge(await lead({ ...times, custom_attributes: { plan: 'gold', color: 'red' } }), known)
  assert.deepEqual([kept.signed_up_at, kept.last_seen_at], [1_650_000_000, 1_500_000_000])
  assert.deepEqual(kept.custom_attributes, { plan: 'silver', color: 'red' })
  assert.equal(kept.created_at, known.created_at)
})

test('an archived contact is not merged, and one that leads to it answers 404 until it is brought back', async () => {
  const [from, into, first] = [await lead(), await user(), await lead()]
  await merge(first, into)
  const refused = async () =>
    (await client.post('/contacts/merge', { from: from.id, into: into.id, skip_duplicate_validation: true })).status
  for (const archived of [from, into]) {
    await client.post(`/contacts/${archived.id}/archive`)
    assert.equal(await refused(), 404)
    assert.equal((await client.get(`/contacts/${first.id}`)).status, archived === into ? 404 : 410)
    await client.post(`/contacts/${archived.id}/unarchive`)
  }
  assert.equal((await client.get(`/contacts/${first.id}`)).status, 410)
  assert.equal(await refused(), 200)
})

test('a company counts a blocked contact neither before nor after a merge', async () => {
  const [from, into, blocked] = [await lead(), await user(), await user()]
  const [both, one] = [await company(), await company()]
  for (const contact of [from, blocked]) await client.post(`/contacts/${contact.id}/companies`, { id: both })
  await client.post(`/contacts/${from.id}/companies`, { id: one })
  const counts = async () => {
    const users = [both, one].map(async (id) => (await client.get(`/companies/${id}`)).body.user_count)
    return [...(await Promise.all(users)), (await client.get('/companies')).body.total_count]
  }
  const [, , listed] = await counts()
  await client.post(`/contacts/${blocked.id}/block`)
  assert.deepEqual(await counts(), [1, 1, listed])
  await merge(from, into)
  assert.deepEqual(await counts(), [1, 1, listed])
  const another = await lead()
  await client.post(`/contacts/${another.id}/companies`, { id: one })
  await client.post(`/contacts/${into.id}/block`)
  assert.deepEqual(await counts(), [0, 1, listed - 1])
  await merge(another, blocked)
  assert.deepEqual(await counts(), [0, 0, listed - 2])
  await client.delete(`/contacts/${into.id}/companies/${both}`)
  await client.post(`/contacts/${into.id}/companies`, { id: both })
  assert.deepEqual(await counts(), [0, 0, listed - 2])
})

for (const version of [...SAMPLED_VERSIONS, '2.15'])
  test(`${version} rules who is merged, and what is answered for who was`, async () => {
    const asker = app.client({ version })
    const strict = isFrom('2.16', version)
    const email = `${version.toLowerCase()}@example.com`
    const into = await user({ email })
    const [stranger, duplicate, other] = [await lead(), await lead({ email: email.toUpperCase() }), await lead()]
    const send = (from: { id: string }, more = {}) =>
      asker.post('/contacts/merge', { from: from.id, into: into.id, ...more })

    const refused = await asker.post('/contacts/merge', { from: into.id, into: stranger.id })
    assert.deepEqual(refused.body.errors[0], {
      code: 'invalid_merge',
      message: 'Merging can only be performed on a lead into a user',
    })
    const unlike = await send(stranger)
    assert.equal(unlike.status, strict ? 400 : 200)
    if (strict) assert.equal(unlike.body.errors[0].code, 'invalid_merge')
    assert.equal((await send(duplicate)).status, 200)
    assert.equal((await send(other, { skip_duplicate_validation: true })).status, 200)

    const gone = await asker.get(`/contacts/${duplicate.id}`)
    assert.deepEqual(
      [gone.status, gone.body.errors[0].code, gone.headers['link']],
      strict ? [410, 'contact_merged', `</contacts/${into.id}>; rel="canonical"`] : [404, 'not_found', undefined],
    )
  })
