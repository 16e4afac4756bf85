import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitorScene } from './test-scene.ts'

const { app, db, client, workspace_id, now, visit, convert, total, topicsOf } = await visitorScene()
let made = 0

/** A visitor with one of everything, in the tables as in itself. */
async function visitWithEverything() {
  const [tag] = await db<{ id: number }[]>`
    insert into tags ${db({ workspace_id, name: `tag ${++made}`, created_at: now })} returning id`
  const company = (await client.post('/companies', { company_id: `company ${made}` })).body.id
  const link = { workspace_id, created_at: now }
  const { id, external_id } = await visit({
    name: 'Visitor',
    referrer: 'https://example.com',
    session_count: 2,
    custom_attributes: db.json({ seats: 3, plan: 'old' }),
    tag_ids: [tag!.id],
    company_ids: [company],
  })
  await db`insert into contact_tags ${db({ workspace_id, contact_id: id, tag_id: tag!.id, applied_by: app.workspace.adminId, applied_at: now })}`
  await db`insert into contact_companies ${db({ ...link, contact_id: id, company_id: company })}`
  const [note] = await db<{ id: number }[]>`
    insert into notes ${db({ ...link, contact_id: id, admin_id: app.workspace.adminId, body: '<p>Keen</p>' })} returning id`
  await db`update contacts set note_ids = ${[note!.id]} where workspace_id = ${workspace_id} and id = ${id}`
  const [thread] = await db<{ id: number }[]>`
    insert into threads ${db({ ...link, title: '', updated_at: now, contact_ids: [id] })} returning id`
  await db`insert into thread_contacts ${db({ ...link, thread_id: thread!.id, contact_id: id })}`
  return { id, external_id, tag: String(tag!.id), company, note: String(note!.id), thread: String(thread!.id) }
}

const ids = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id)

async function hasEverything(contact: any, had: { tag: string; company: string; note: string; thread: string }) {
  assert.deepEqual(
    [ids(contact.tags), ids(contact.companies), ids(contact.notes)],
    [[had.tag], [had.company], [had.note]],
  )
  for (const [what, id] of [
    ['tags', had.tag],
    ['companies', had.company],
    ['notes', had.note],
  ] as const)
    assert.deepEqual(ids((await client.get(`/contacts/${contact.id}/${what}`)).body), [id], what)
  const conversation = (await client.get(`/conversations/${had.thread}`)).body
  assert.deepEqual(
    conversation.contacts.contacts.map(({ id }: { id: string }) => id),
    [contact.id],
  )
  assert.equal((await client.get(`/companies/${had.company}`)).body.user_count, 1)
}

test('the contact that a visitor becomes has what the visitor had', async () => {
  const had = await visitWithEverything()
  const { body } = await convert({ id: had.id }, { email: 'whole@example.com' })
  await hasEverything(body, had)
  assert.deepEqual(body.custom_attributes, { seats: 3, plan: 'old' })
})

test('a user who is there already gets what the visitor had, and keeps what it has; the visitor is gone', async () => {
  const user = (await client.post('/contacts', { external_id: 'known', email: 'known@example.com', name: 'Known' }))
    .body
  await db`update contacts set custom_attributes = '{"plan": "new"}' where id = ${user.id}`
  const had = await visitWithEverything()
  const before = await total()
  const { status, body } = await convert({ user_id: had.external_id }, { user_id: 'known' })
  assert.equal(status, 200)
  assert.deepEqual(
    [body.id, body.name, body.external_id, body.referrer, body.custom_attributes],
    [user.id, 'Known', 'known', 'https://example.com', { seats: 3, plan: 'new' }],
  )
  await hasEverything(body, had)
  assert.equal(await total(), before)
  assert.equal((await client.get(`/visitors?user_id=${had.external_id}`)).status, 404)
  const [event] = await db`select item from events where topic = 'contact.merged' and item ->> 'id' = ${user.id}`
  assert.deepEqual(event!['item'].merged_from, { type: 'contact', id: had.id })
  const [row] = await db`select session_count from contacts where id = ${user.id}`
  assert.equal(row!['session_count'], 2)
})

test('a known contact is found by its id and, of the role that is asked for, by its email', async () => {
  const user = (await client.post('/contacts', { email: 'twins@example.com' })).body
  const lead = (await client.post('/contacts', { role: 'lead', email: 'twins@example.com' })).body
  const joined = async (naming: object, type: string) =>
    (await convert({ id: (await visit()).id }, naming, type)).body.id
  assert.equal(await joined({ id: user.id }, 'user'), user.id)
  assert.equal(await joined({ email: 'Twins@example.com' }, 'user'), user.id)
  assert.equal(await joined({ email: 'Twins@example.com' }, 'lead'), lead.id)
})

test('a lead becomes a user where that is asked for, a user never a lead', async () => {
  const lead = (await client.post('/contacts', { role: 'lead', external_id: 'lead-1' })).body
  const up = await convert({ id: (await visit()).id }, { user_id: 'lead-1', email: 'up@example.com' })
  assert.deepEqual([up.body.id, up.body.role, up.body.email], [lead.id, 'user', 'up@example.com'])
  assert.ok((await topicsOf(lead.id)).includes('contact.lead.signed_up'))
  const down = await convert({ id: (await visit()).id }, { user_id: 'lead-1' }, 'lead')
  assert.deepEqual([down.body.id, down.body.role], [lead.id, 'user'])
})

test('five visitors who turn out to be the same user at the same time become one', async () => {
  const visitors = await Promise.all(Array.from({ length: 5 }, () => visit()))
  const before = await total()
  const replies = await Promise.all(visitors.map(({ id }) => convert({ id }, { email: 'one@example.com' })))
  const users = new Set(replies.filter(({ status }) => status === 200).map(({ body }) => body.id))
  assert.equal(users.size, 1)
  assert.ok(replies.every(({ status }) => status === 200 || status === 409))
  assert.equal(await total(), before + 1)
})
