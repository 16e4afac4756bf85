/** Archiving, blocking and deleting. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const { db } = app
const client = app.client()
const workspace_id = app.workspace.id

const make = async (details: object) => (await client.post('/contacts', details)).body
const total = async () => (await client.get('/contacts?per_page=1')).body.total_count
const found = async (id: string) =>
  (await client.post('/contacts/search', { query: { field: 'id', operator: '=', value: id } })).body.total_count
const topics = async (id: string) =>
  (await db<{ topic: string }[]>`select topic from events where item ->> 'id' = ${id} order by id`).map((e) => e.topic)

test('an archived contact leaves lists and searches until it is brought back', async () => {
  const { id, external_id } = await make({ external_id: 'archived' })
  const before = await total()
  for (const _ of ['once', 'twice']) {
    const { status, body } = await client.post(`/contacts/${id}/archive`)
    assert.deepEqual([status, body], [200, { type: 'contact', id, external_id, archived: true }])
    assert.deepEqual([await total(), await found(id)], [before - 1, 0])
  }
  const read = async () => {
    const replies = [
      await client.get(`/contacts/${id}`),
      await client.get(`/contacts/find_by_external_id/${external_id}`),
      await client.get(`/events?type=user&intercom_user_id=${id}`),
      await client.put(`/contacts/${id}`, {}),
    ]
    for (const list of ['companies', 'notes', 'segments', 'subscriptions', 'tags', 'granted_companies'])
      replies.push(await client.get(`/contacts/${id}/${list}`))
    return [...new Set(replies.map(({ status }) => status))]
  }
  assert.deepEqual(await read(), [404])
  const again = await client.post('/contacts', { external_id })
  assert.equal(again.body.errors[0].message, `An archived contact matching those details already exists with id=${id}`)
  for (const _ of ['once', 'twice']) {
    const { body } = await client.post(`/contacts/${id}/unarchive`)
    assert.deepEqual(body, { type: 'contact', id, external_id, archived: false })
    assert.deepEqual([await total(), await found(id)], [before, 1])
  }
  assert.deepEqual(await read(), [200])
  assert.deepEqual(await topics(id), ['contact.user.created', 'contact.archived', 'contact.unarchive'])
})

test('parallel archivings count once', async () => {
  const { id } = await make({ external_id: 'archived often' })
  const before = await total()
  await Promise.all(Array.from({ length: 6 }, () => client.post(`/contacts/${id}/archive`)))
  assert.equal(await total(), before - 1)
})

async function makeThread(contacts: string[]): Promise<number> {
  const at = app.clock.now()
  const thread = {
    workspace_id,
    created_at: at,
    updated_at: at,
    source_contact_id: contacts[0]!,
    source_author_type: 'user',
    first_contact_reply_at: at,
    contact_ids: contacts,
  }
  const [row] = await db<{ id: number }[]>`insert into threads ${db(thread)} returning id`
  for (const contact_id of contacts)
    await db`insert into thread_contacts ${db({ workspace_id, thread_id: row!.id, contact_id, created_at: at })}`
  return row!.id
}

test('a blocked contact is gone for good, and its own conversations are closed', async () => {
  const { id, external_id } = await make({ external_id: 'blocked' })
  const friend = await make({ external_id: 'friend' })
  const own = await makeThread([id])
  const shared = await makeThread([friend.id, id])
  const before = await total()
  for (const _ of ['once', 'twice']) {
    const { status, body } = await client.post(`/contacts/${id}/block`)
    assert.deepEqual([status, body], [200, { type: 'contact', id, external_id, blocked: true }])
    assert.deepEqual([await total(), await found(id)], [before - 1, 0])
  }
  const threads =
    await db`select id, state, last_closed_by_id from threads where id in ${db([own, shared])} order by id`
  assert.deepEqual(
    threads.map(({ state, last_closed_by_id }) => [state, last_closed_by_id]),
    [
      ['closed', app.workspace.adminId],
      ['open', null],
    ],
  )
  const parts = await db`select part_type, state from thread_parts where thread_id in ${db([own, shared])}`
  assert.deepEqual([...parts], [{ part_type: 'close', state: 'closed' }])
  const [event] = await db`select item from events where topic = 'conversation.admin.closed' order by id desc limit 1`
  assert.equal(event!['item'].id, String(own))
  const again = await client.post('/contacts', { external_id })
  assert.deepEqual([again.status, again.body.errors[0].code], [422, 'not_restorable'])
  assert.equal((await client.post(`/contacts/${id}/unarchive`)).status, 422)
})

test('nobody is blocked before 2.13', async () => {
  const { id } = await make({ external_id: 'not to be blocked' })
  const { status, body } = await app.client({ version: '2.12' }).post(`/contacts/${id}/block`)
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})

test('a deleted contact is forgotten, and its details are free again', async () => {
  const details = { external_id: 'deleted', email: 'gone@example.com', name: 'Gone', phone: '+35312345678' }
  const { id } = await make(details)
  const before = await total()
  const { status, body } = await client.delete(`/contacts/${id}`)
  assert.deepEqual([status, body], [200, { type: 'contact', id, external_id: 'deleted', deleted: true }])
  assert.deepEqual([await total(), await found(id)], [before - 1, 0])
  assert.equal((await client.get(`/contacts/${id}`)).status, 404)
  assert.equal((await client.delete(`/contacts/${id}`)).status, 404)
  const [row] = await db`select * from contacts where id = ${id}`
  const kept = Object.entries(row!).filter(([, value]) => value !== null && !isEmpty(value))
  assert.deepEqual(
    kept.map(([column]) => column),
    ['workspace_id', 'id', 'state', 'role', 'created_at', 'updated_at'],
  )
  assert.equal((await client.post('/contacts', details)).status, 200)
  const [event] = await db`select item from events where topic = 'contact.deleted' and item ->> 'id' = ${id}`
  assert.equal(JSON.stringify(event!['item']), `{"id":"${id}","external_id":"deleted","type":"contact","deleted":true}`)
})

test('an archived contact is told in short', async () => {
  const { id } = (await client.post('/contacts', { external_id: 'told in short' })).body
  await client.post(`/contacts/${id}/archive`)
  const [event] = await db`select item from events where topic = 'contact.archived' and item ->> 'id' = ${id}`
  const short = `{"id":"${id}","external_id":"told in short","type":"contact","archived":true}`
  assert.equal(JSON.stringify(event!['item']), short)
})

const isEmpty = (value: unknown) =>
  value === false ||
  value === 0 ||
  (typeof value === 'object' && !(value instanceof Date) && Object.keys(value!).length === 0)

test('the records of a deleted contact are deleted with it, and a company that loses its last contact leaves the list', async () => {
  const contacts = [await make({ external_id: 'member' }), await make({ external_id: 'other member' })]
  const at = app.clock.now()
  const of = (index: number) => ({ workspace_id, contact_id: contacts[index].id as string })
  for (const [id, members] of [
    ['a'.repeat(24), [0]],
    ['b'.repeat(24), [0, 1]],
  ] as const) {
    const company = { workspace_id, id, company_id: id, user_count: members.length, created_at: at, updated_at: at }
    await db`insert into companies ${db(company)}`
    await db`insert into count_deltas ${db({ workspace_id, name: 'companies', delta: 1 })}`
    for (const member of members)
      await db`insert into contact_companies ${db({ ...of(member), company_id: id, created_at: at })}`
  }
  const [tag] = await db`insert into tags ${db({ workspace_id, name: 'vip', created_at: at })} returning id`
  await db`insert into contact_tags ${db({ ...of(0), tag_id: tag!['id'], applied_at: at })}`
  await db`insert into notes ${db({ ...of(0), body: '<p>kind</p>', created_at: at })}`
  const [type] = await db`select id from subscription_types where workspace_id = ${workspace_id} limit 1`
  const consent = { subscription_type_id: type!['id'], consent_type: 'opt_in', created_at: at }
  await db`insert into contact_subscriptions ${db({ ...of(0), ...consent })}`

  await client.delete(`/contacts/${contacts[0].id}`)
  for (const table of ['contact_companies', 'contact_tags', 'notes', 'contact_subscriptions'])
    assert.equal((await db`select from ${db(table)} where contact_id = ${contacts[0].id}`).length, 0, table)
  const companies = await db`select user_count from companies where workspace_id = ${workspace_id} order by id`
  assert.deepEqual([...companies], [{ user_count: 0 }, { user_count: 1 }])
  const [counted] = await db`
    select sum(delta) as total from count_deltas where workspace_id = ${workspace_id} and name = 'companies'`
  assert.equal(counted!['total'], 1)
})

for (const version of ['2.7', '2.9', '2.10', '2.13', 'Preview'])
  test(`a removed contact conforms in  ${version}`, async () => {
    const old = app.client({ version })
    const { id } = await make({ external_id: `taken away in ${version}` })
    const replies = [
      await old.post(`/contacts/${id}/archive`),
      await old.post(`/contacts/${id}/unarchive`),
      ...(['2.13', 'Preview'].includes(version) ? [await old.post(`/contacts/${id}/block`)] : []),
      await old.delete(`/contacts/${id}`),
    ]
    for (const { status, body } of replies) {
      assert.deepEqual([status, body.type, body.id], [200, 'contact', id])
      assert.equal(body.object, ['2.7', '2.9'].includes(version) ? 'contact' : undefined)
    }
  })

test('a contact of another workspace, or of none, answers 404', async () => {
  const other = app.client({ token: (await app.createWorkspace()).token })
  const { id } = await make({ external_id: 'ours' })
  for (const act of ['archive', 'unarchive', 'block']) {
    assert.equal((await other.post(`/contacts/${id}/${act}`)).status, 404)
    assert.equal((await client.post(`/contacts/nobody/${act}`)).status, 404)
  }
  assert.equal((await other.delete(`/contacts/${id}`)).status, 404)
  assert.equal((await client.delete("/contacts/'")).status, 404)
  assert.equal((await client.get(`/contacts/${id}`)).status, 200)
})
