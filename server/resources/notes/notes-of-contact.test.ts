import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const createContact = async () => (await client.post('/contacts', { role: 'lead' })).body
const ids = (items: { id: string }[]) => items.map(({ id }) => id)

test('a note is wrapped in a paragraph and written by the admin of the token', async () => {
  const contact = await createContact()
  app.clock.advance(60)
  const { status, body: note } = await client.post(`/contacts/${contact.id}/notes`, { body: 'Hello' })
  assert.equal(status, 200)
  const { body: admin } = await client.get(`/admins/${app.workspace.adminId}`)
  assert.deepEqual(note, {
    type: 'note',
    id: note.id,
    created_at: app.clock.now().getTime() / 1000,
    contact: { type: 'contact', id: contact.id },
    author: admin,
    body: '<p>Hello</p>',
  })
  assert.deepEqual((await client.get(`/notes/${note.id}`)).body, note)
  const shown = await client.get(`/contacts/${contact.id}`)
  assert.deepEqual(shown.body.notes.data, [{ type: 'note', id: note.id, url: `/notes/${note.id}` }])
  assert.equal(shown.body.updated_at, contact.updated_at, 'a note does not count as an update of the contact')
})

test('a note names its admin, by number or text, and keeps no script', async () => {
  const contact = await createContact()
  const [other] = await app.db<{ id: number }[]>`
    insert into admins ${app.db({
      workspace_id: app.workspace.id,
      name: 'Nora',
      email: 'nora@example.com',
      created_at: app.clock.now(),
    })} returning id`
  const { body } = await client.post(`/contacts/${contact.id}/notes`, {
    contact_id: contact.id,
    admin_id: other!.id,
    body: '<p onclick="x()">Call <b>her</b><script>alert(1)</script></p>',
  })
  assert.equal(body.author.name, 'Nora')
  assert.equal(body.body, '<p>Call <b>her</b></p>')
  assert.equal(
    (await client.post(`/contacts/${contact.id}/notes`, { admin_id: String(other!.id), body: 'x' })).body.author.name,
    'Nora',
  )
})

test('notes are paged, newest first, by the page and by the contact alike', async () => {
  const contact = await createContact()
  const made: string[] = []
  for (let at = 0; at < 3; at++) {
    app.clock.advance(1)
    made.unshift((await client.post(`/contacts/${contact.id}/notes`, { body: `Note ${at}` })).body.id)
  }
  const whole = await client.get(`/contacts/${contact.id}/notes`)
  assert.deepEqual(ids(whole.body.data), made)
  assert.equal(whole.body.total_count, 3)
  assert.deepEqual(whole.body.pages, { type: 'pages', next: null, page: 1, per_page: 50, total_pages: 1, prev: null })
  const first = await client.get(`/contacts/${contact.id}/notes?per_page=2`)
  assert.deepEqual(ids(first.body.data), made.slice(0, 2))
  assert.match(first.body.pages.next, new RegExp(`^https?://[^/]+/contacts/${contact.id}/notes\\?per_page=2&page=2$`))
  const second = await client.get(first.body.pages.next.replace(/^https?:\/\/[^/]+/, ''))
  assert.deepEqual(ids(second.body.data), made.slice(2))
  assert.deepEqual(ids((await client.get(`/contacts/${contact.id}`)).body.notes.data), made)
})

test('notes written at once are all kept', async () => {
  const contact = await createContact()
  await Promise.all(Array.from({ length: 8 }, () => client.post(`/contacts/${contact.id}/notes`, { body: 'Hi' })))
  assert.equal((await client.get(`/contacts/${contact.id}`)).body.notes.total_count, 8)
  assert.equal((await client.get(`/contacts/${contact.id}/notes`)).body.data.length, 8)
})

test('bad input is told apart', async () => {
  const contact = await createContact()
  const path = `/contacts/${contact.id}/notes`
  for (const [reply, status, code, message] of [
    [await client.post(path, {}), 400, 'parameter_not_found', 'body is a required parameter'],
    [await client.post(path, { body: ' ' }), 400, 'parameter_not_found', 'body is a required parameter'],
    [await client.post(path, { body: 5 }), 400, 'parameter_invalid', 'body must be a string'],
    [await client.post(path, { body: 'x', admin_id: 123 }), 404, 'not_found', 'Resource Not Found'],
    [await client.post(path, { body: 'x', admin_id: "1'" }), 404, 'not_found', 'Resource Not Found'],
    [await client.post('/contacts/123/notes', { body: 'x' }), 404, 'not_found', 'User Not Found'],
    [await client.get('/contacts/123/notes'), 404, 'not_found', 'User Not Found'],
    [await client.get(`${path}?per_page=61`), 400, 'parameter_invalid', 'Per Page is too big'],
    [await client.get('/notes/123'), 404, 'not_found', 'Resource Not Found'],
    [await client.get('/notes/abc'), 404, 'not_found', 'Resource Not Found'],
  ] as const) {
    assert.equal(reply.status, status)
    assert.deepEqual(reply.body.errors, [{ code, message }])
  }
  for (const query of ['per_page=0', 'per_page=-1', 'per_page=abc', 'page=0'])
    assert.equal((await client.get(`${path}?${query}`)).status, 400, query)
})

test('another workspace sees neither the contact nor its notes, and its admins write none', async () => {
  const contact = await createContact()
  const { body: note } = await client.post(`/contacts/${contact.id}/notes`, { body: 'Ours' })
  const other = await app.createWorkspace()
  const stranger = app.client({ token: other.token })
  assert.equal((await stranger.get(`/notes/${note.id}`)).status, 404)
  assert.equal((await stranger.get(`/contacts/${contact.id}/notes`)).status, 404)
  assert.equal((await stranger.post(`/contacts/${contact.id}/notes`, { body: 'Theirs' })).status, 404)
  const foreign = await client.post(`/contacts/${contact.id}/notes`, { body: 'x', admin_id: other.adminId })
  assert.equal(foreign.status, 404)
  assert.equal((await client.get(`/contacts/${contact.id}/notes`)).body.total_count, 1)
})

for (const version of SAMPLED_VERSIONS)
  test(`notes about contacts conform in ${version}`, async () => {
    const contact = await createContact()
    const versioned = app.client({ version })
    const { status, body: note } = await versioned.post(`/contacts/${contact.id}/notes`, { body: 'Hello' })
    assert.equal(status, 200)
    assert.deepEqual((await versioned.get(`/notes/${note.id}`)).body, note)
    assert.deepEqual((await versioned.get(`/contacts/${contact.id}/notes`)).body.data, [note])
  })
