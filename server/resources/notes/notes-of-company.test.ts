import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0
const createCompany = async () =>
  (await client.post('/companies', { company_id: `noted-${++made}`, name: 'Noted' })).body

test('notes about a company name it, newest first', async () => {
  const company = await createCompany()
  const path = `/companies/${company.id}/notes`
  const { status, body: note } = await client.post(path, { body: 'Hello', admin_id: String(app.workspace.adminId) })
  assert.equal(status, 200)
  assert.deepEqual(note.company, { type: 'company', id: company.id })
  assert.equal(note.contact, null)
  assert.equal(note.author.id, String(app.workspace.adminId))
  const { body: second } = await client.post(path, { body: 'Again' })
  const list = await client.get(path)
  assert.deepEqual(list.body.data, [second, note])
  assert.equal(list.body.total_count, 2)
  assert.equal(list.body.pages.next, null)
  assert.deepEqual((await client.get(`/notes/${note.id}`)).body, note)
  const [row] = await app.db`
    select note_ids from companies where workspace_id = ${app.workspace.id} and id = ${company.id}`
  assert.deepEqual(row!['note_ids'], [Number(second.id), Number(note.id)])
})

test('unknown ids, and ids of another workspace, answer 404', async () => {
  const company = await createCompany()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [
    await client.get('/companies/123/notes'),
    await client.post('/companies/123/notes', { body: 'x' }),
    await client.get(`/companies/${'0'.repeat(24)}/notes`),
    await client.post(`/companies/${'0'.repeat(24)}/notes`, { body: 'x' }),
    await stranger.get(`/companies/${company.id}/notes`),
    await stranger.post(`/companies/${company.id}/notes`, { body: 'x' }),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'company_not_found', message: 'Company Not Found' }])
  }
  const noAdmin = await client.post(`/companies/${company.id}/notes`, { body: 'x', admin_id: '123' })
  assert.deepEqual(noAdmin.body.errors, [{ code: 'not_found', message: 'Resource Not Found' }])
})

test('they are listed from 2.15 on, and written from 2.16 on', async () => {
  const company = await createCompany()
  const path = `/companies/${company.id}/notes`
  const { body: note } = await client.post(path, { body: 'Hello' })
  for (const [version, listed, written] of [
    ['2.14', 400, 400],
    ['2.15', 200, 400],
    ['2.16', 200, 200],
    ['Preview', 200, 200],
  ] as const) {
    const versioned = app.client({ version })
    const list = await versioned.get(path)
    assert.equal(list.status, listed, version)
    if (listed === 200) assert.deepEqual(list.body.data.at(-1).company, note.company)
    else assert.equal(list.body.errors[0].code, 'intercom_version_invalid')
    assert.equal((await versioned.post(path, { body: 'More' })).status, written, version)
  }
})
