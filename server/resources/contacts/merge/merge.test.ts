import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { isFrom, SAMPLED_VERSIONS } from '../../../test/sampled-versions.ts'
import { history } from '../../../versions/index.ts'
import { presentItem } from '../../../webhooks/notification.ts'

const app = await testApp()
const { db } = app
const client = app.client()
const old = app.client({ version: '2.15' })
const workspace_id = app.workspace.id

const make = async (details: object) => (await client.post('/contacts', details)).body
const merge = (from: string, into: string, more = {}) => client.post('/contacts/merge', { from, into, ...more })
const skip = { skip_duplicate_validation: true }
const lead = (details = {}) => make({ role: 'lead', ...details })
const ids = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id)
let users = 0
const user = (details = {}) => make({ external_id: `user ${++users}`, ...details })

test('an address that bounced is one that bounced of whoever has it then', async () => {
  const bounced = async (email: string) => {
    const { id } = await lead({ email })
    await db`update contacts set has_hard_bounced = true where workspace_id = ${workspace_id} and id = ${id}`
    return id
  }
  const learns = await merge(await bounced('gone@example.com'), (await user()).id, skip)
  assert.deepEqual([learns.body.email, learns.body.has_hard_bounced], ['gone@example.com', true])
  const own = await user({ email: 'own@example.com' })
  const keeps = await merge(await bounced('gone.too@example.com'), own.id, skip)
  assert.deepEqual([keeps.body.email, keeps.body.has_hard_bounced], ['own@example.com', false])
  const same = await user({ email: 'same@example.com' })
  const shares = await merge(await bounced('Same@example.com'), same.id, skip)
  assert.deepEqual([shares.body.email, shares.body.has_hard_bounced], ['same@example.com', true])
})

test('the user keeps what it has and learns the rest', async () => {
  const from = await lead({
    name: 'Lead',
    email: 'lead@example.com',
    phone: '+353 1 234 5678',
    last_seen_at: 1700000000,
  })
  const into = await user({ name: 'User' })
  const { status, body } = await merge(from.id, into.id, skip)
  assert.equal(status, 200)
  assert.deepEqual(
    [body.id, body.role, body.external_id, body.name, body.email, body.phone, body.last_seen_at],
    [into.id, 'user', into.external_id, 'User', 'lead@example.com', '+353 1 234 5678', 1700000000],
  )
  assert.deepEqual((await client.get(`/contacts/${into.id}`)).body, body)
  const [event] = await db`select item from events where topic = 'contact.merged' and item ->> 'id' = ${into.id}`
  assert.deepEqual(event!['item'].merged_from, { type: 'contact', id: from.id })
  assert.equal(event!['item'].email, 'lead@example.com')
})

test('webhooks are told which contact was merged away from 2.15 on', async () => {
  const [from, into] = [await lead(), await user()]
  await merge(from.id, into.id, skip)
  const [event] = await db`select item from events where topic = 'contact.merged' and item ->> 'id' = ${into.id}`
  const told = (version: string) =>
    presentItem('contact.merged', structuredClone(event!['item']), history.find(version)!) as Record<string, unknown>
  assert.deepEqual(told('2.15')['merged_from'], { type: 'contact', id: from.id })
  assert.equal(told('2.14')['merged_from'], undefined)
})

test('the lead leaves lists and searches, and its id leads to the user from 2.16 on', async () => {
  const from = await lead({ email: 'moved@example.com' })
  const into = await user({ email: 'MOVED@example.com' })
  const total = async () => (await client.get('/contacts?per_page=1')).body.total_count
  const before = await total()
  await merge(from.id, into.id)
  assert.equal(await total(), before - 1)
  const found = await client.post('/contacts/search', { query: { field: 'id', operator: '=', value: from.id } })
  assert.equal(found.body.total_count, 0)

  assert.deepEqual((await old.get(`/contacts/${from.id}`)).body.errors[0].message, 'User Not Found')
  for (const path of [`/contacts/${from.id}`, `/contacts/find_by_external_id/${from.external_id}`]) {
    const { status, headers, body } = await client.get(path)
    assert.equal(status, 410)
    assert.equal(headers['link'], `</contacts/${into.id}>; rel="canonical"`)
    assert.equal(body.errors[0].code, 'contact_merged')
    assert.equal((await old.get(path)).status, 404)
  }
  assert.equal((await client.put(`/contacts/${from.id}`, { name: 'x' })).status, 404)
  const [row] = await db`select state, email, external_id from contacts where id = ${from.id}`
  assert.deepEqual(row, { state: 'merged', email: null, external_id: null })
  await client.delete(`/contacts/${into.id}`)
  assert.equal((await client.get(`/contacts/${from.id}`)).status, 404)
})

test('a chain of merges is followed for three hops', async () => {
  const chain = [await lead(), await lead(), await lead(), await lead(), await user()]
  for (const [at, { id }] of chain.slice(0, 4).entries()) {
    await db`update contacts set state = 'merged' where id = ${id}`
    await db`insert into contact_merges ${db({ workspace_id, from_id: id, into_id: chain[at + 1].id, from_role: 'lead', merged_at: app.clock.now() })}`
  }
  const leadsTo = async (at: number) => (await client.get(`/contacts/${chain[at].id}`)).headers['link']
  assert.equal(await leadsTo(0), `</contacts/${chain[3].id}>; rel="canonical"`)
  assert.equal(await leadsTo(1), `</contacts/${chain[4].id}>; rel="canonical"`)
})

test('only a lead is merged, and only into a user', async () => {
  const [a, b] = [await lead(), await lead()]
  const [c, d] = [await user(), await user()]
  for (const asker of [client, old])
    for (const [from, into] of [
      [a, b],
      [c, a],
      [c, d],
      [a, a],
    ]) {
      const { status, body } = await asker.post('/contacts/merge', { from: from.id, into: into.id, ...skip })
      assert.deepEqual([status, body.errors[0].code], [400, 'invalid_merge'])
      assert.equal(body.errors[0].message, 'Merging can only be performed on a lead into a user')
    }
})

test('contacts are merged without anything in common up to 2.15 only', async () => {
  const into = await user({ email: 'one@example.com', phone: '+353 1 234 9999' })
  const stranger = await lead({ email: 'two@example.com' })
  const { status, body } = await merge(stranger.id, into.id)
  assert.deepEqual([status, body.errors[0].code], [400, 'invalid_merge'])
  assert.match(body.errors[0].message, /^Contacts can only be merged when they are duplicates/)
  assert.equal((await old.post('/contacts/merge', { from: stranger.id, into: into.id })).status, 200)
  const samePhone = await lead({ phone: '+35312349999' })
  assert.equal((await merge(samePhone.id, into.id)).status, 200)
})

test('tags, notes, companies, subscriptions and conversations move', async () => {
  const from = await lead()
  const into = await user()
  const at = app.clock.now()
  const company = (id: string, user_count: number) => ({
    workspace_id,
    id,
    company_id: id,
    user_count,
    created_at: at,
    updated_at: at,
  })
  const companies = ['c'.repeat(24), 'd'.repeat(24)]
  await db`insert into companies ${db([company(companies[0]!, 1), company(companies[1]!, 2)])}`
  const tags = await db<{ id: number }[]>`
    insert into tags ${db(['one', 'two'].map((name) => ({ workspace_id, name, created_at: at })))} returning id`
  const types = await db<
    { id: number }[]
  >`select id from subscription_types where workspace_id = ${workspace_id} order by id`
  const note = await db<{ id: number }[]>`
    insert into notes ${db({ workspace_id, contact_id: from.id, body: '<p>note</p>', created_at: at })} returning id`
  const link = (contact_id: string) => ({ workspace_id, contact_id })
  const consent = (contact_id: string, at_: number, consent_type: string) => ({
    ...link(contact_id),
    subscription_type_id: types[at_]!.id,
    consent_type,
    created_at: at,
  })
  await db`insert into contact_companies ${db([
    { ...link(from.id), company_id: companies[0]!, created_at: at },
    { ...link(from.id), company_id: companies[1]!, created_at: at },
    { ...link(into.id), company_id: companies[1]!, created_at: at },
  ])}`
  await db`insert into contact_tags ${db([
    { ...link(from.id), tag_id: tags[0]!.id, applied_at: at },
    { ...link(from.id), tag_id: tags[1]!.id, applied_at: at },
    { ...link(into.id), tag_id: tags[1]!.id, applied_at: at },
  ])}`
  await db`insert into contact_subscriptions ${db([
    consent(from.id, 0, 'opt_in'),
    consent(from.id, 1, 'opt_in'),
    consent(into.id, 0, 'opt_out'),
  ])}`
  await db`update contacts set tag_ids = ${tags.map(({ id }) => id)}, note_ids = ${[note[0]!.id]}, company_ids = ${companies},
    opted_in_subscription_type_ids = ${[types[0]!.id, types[1]!.id]} where id = ${from.id}`
  await db`update contacts set tag_ids = ${[tags[1]!.id]}, company_ids = ${[companies[1]!]},
    opted_out_subscription_type_ids = ${[types[0]!.id]} where id = ${into.id}`
  const thread = {
    workspace_id,
    created_at: at,
    updated_at: at,
    source_contact_id: from.id,
    source_author_type: 'lead',
    contact_ids: [from.id],
  }
  const [{ id: thread_id } = { id: 0 }] = await db<{ id: number }[]>`insert into threads ${db(thread)} returning id`
  await db`insert into thread_contacts ${db({ ...link(from.id), thread_id, created_at: at })}`
  await db`insert into thread_parts ${db({ workspace_id, thread_id, part_type: 'comment', author_type: 'lead', author_contact_id: from.id, created_at: at, updated_at: at, notified_at: at })}`

  const { body } = await merge(from.id, into.id, skip)
  assert.deepEqual(ids(body.tags), [String(tags[1]!.id), String(tags[0]!.id)])
  assert.deepEqual(ids(body.notes), [String(note[0]!.id)])
  assert.deepEqual(ids(body.companies), [companies[1], companies[0]])
  assert.deepEqual(ids(body.opted_out_subscription_types), [String(types[0]!.id)])
  assert.deepEqual(ids(body.opted_in_subscription_types), [String(types[1]!.id)])
  const links = { contact_tags: 2, contact_companies: 2, contact_subscriptions: 2, notes: 1, thread_contacts: 1 }
  for (const [table, rows] of Object.entries(links)) {
    assert.equal((await db`select from ${db(table)} where contact_id = ${into.id}`).length, rows, table)
    assert.equal((await db`select from ${db(table)} where contact_id = ${from.id}`).length, 0, table)
  }
  const counts = await db`select user_count from companies where id in ${db(companies)}`
  assert.deepEqual([...counts], [{ user_count: 1 }, { user_count: 1 }])
  const [moved] =
    await db`select source_contact_id, source_author_type, contact_ids from threads where id = ${thread_id}`
  assert.deepEqual(moved, { source_contact_id: into.id, source_author_type: 'user', contact_ids: [into.id] })
  const [part] = await db`select author_contact_id, author_type from thread_parts where thread_id = ${thread_id}`
  assert.deepEqual(part, { author_contact_id: into.id, author_type: 'user' })
})

test('a lead that is merged by many at once is merged once', async () => {
  const from = await lead()
  const targets = await Promise.all(Array.from({ length: 6 }, () => user()))
  const before = (await client.get('/contacts?per_page=1')).body.total_count
  const replies = await Promise.all(targets.map(({ id }) => merge(from.id, id, skip)))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 404, 404, 404, 404, 404])
  assert.equal((await client.get('/contacts?per_page=1')).body.total_count, before - 1)
  assert.equal((await db`select from contact_merges where from_id = ${from.id}`).length, 1)
})

test('merges in parallel with updates answer, and lose nothing', async () => {
  const into = await user()
  const leads = await Promise.all(Array.from({ length: 5 }, () => lead()))
  const replies = await Promise.all([
    ...leads.map(({ id }) => merge(id, into.id, skip)),
    ...leads.map(({ id }) => client.put(`/contacts/${id}`, { name: 'Late' })),
    client.put(`/contacts/${into.id}`, { name: 'Target' }),
  ])
  for (const { status } of replies) assert.ok([200, 404].includes(status))
  const { body } = await client.get(`/contacts/${into.id}?include_merge_history=true`)
  assert.equal(body.merge_history.length, 5)
})

test('an email that another user without an external_id has is not taken', async () => {
  const holder = await make({ email: 'held@example.com' })
  const into = await make({ email: 'blank@example.com' })
  await client.put(`/contacts/${into.id}`, { email: null })
  const { status, body } = await merge((await lead({ email: 'held@example.com' })).id, into.id, skip)
  assert.equal(status, 409)
  assert.ok(body.errors[0].message.endsWith(`id=${holder.id}`))
})

test('bad requests answer 400, and contacts that are not there 404', async () => {
  const into = await user()
  for (const body of [
    { from: {}, into: into.id },
    { from: into.id, into: into.id, skip_duplicate_validation: 'x' },
  ])
    assert.equal((await client.post('/contacts/merge', body)).status, 400)
  for (const from of ["'", 5, '0'.repeat(24)]) assert.equal((await merge(from as string, into.id)).status, 404)
  const other = app.client({ token: (await app.createWorkspace()).token })
  const foreign = await other.post('/contacts/merge', { from: (await lead()).id, into: into.id, ...skip })
  assert.equal(foreign.status, 404)
})

for (const version of SAMPLED_VERSIONS)
  test(`a merge, and what it leaves, conforms in ${version}`, async () => {
    const own = app.client({ version })
    const [from, into] = [await lead(), await user()]
    assert.equal((await own.post('/contacts/merge', { from: from.id, into: into.id, ...skip })).status, 200)
    const { status } = await own.get(`/contacts/${from.id}`)
    assert.equal(status, isFrom('2.16', version) ? 410 : 404)
    const { body } = await own.get(`/contacts/${into.id}?include_merge_history=true`)
    assert.equal(body.merge_history?.length, isFrom('2.16', version) ? 1 : undefined)
    await own.put(`/contacts/${into.id}?include_merge_history=true`, { name: 'Merged' })
    if (!['2.7', '2.10', '2.11'].includes(version)) {
      const found = await own.get(`/contacts/find_by_external_id/${encodeURIComponent(into.external_id)}`)
      assert.equal(found.body.id, into.id)
    }
  })
