import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()

const contact = (await client.post('/contacts', { external_id: 'noted' })).body
const company = (await client.post('/companies', { company_id: 'noted' })).body
const write = async (path: string) => (await client.post(`${path}/notes`, { body: 'Hello' })).body.id

for (const path of [`/contacts/${contact.id}`, `/companies/${company.id}`])
  test(`a note under ${path.split('/')[1]} is deleted, and leaves what it was about`, async () => {
    const [first, second] = [await write(path), await write(path)]
    const { status, body } = await client.delete(`/notes/${first}`)
    assert.equal(status, 200)
    assert.deepEqual(body, { id: first, type: 'note', deleted: true })
    assert.equal((await client.get(`/notes/${first}`)).status, 404)
    const list = (await client.get(`${path}/notes`)).body
    assert.deepEqual([list.total_count, list.data.map(({ id }: { id: string }) => id)], [1, [second]])
    const { notes } = (await client.get(path)).body
    assert.deepEqual(
      [...(notes.data ?? notes.notes)].map(({ id }: { id: string }) => id),
      [second],
    )
    assert.equal((await client.delete(`/notes/${first}`)).body.errors[0].code, 'not_found')
  })

test('notes of other workspaces, and before 2.17 all, are not deleted', async () => {
  const id = await write(`/contacts/${contact.id}`)
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.equal((await stranger.delete(`/notes/${id}`)).status, 404)
  const older = await app.client({ version: '2.16' }).delete(`/notes/${id}`)
  assert.equal(older.body.errors[0].code, 'intercom_version_invalid')
  assert.equal((await client.get(`/notes/${id}`)).status, 200)
})

test('the notes of a company are listed from either end', async () => {
  const { id } = (await client.post('/companies', { company_id: 'both ends' })).body
  const [first, second] = [await write(`/companies/${id}`), await write(`/companies/${id}`)]
  const listed = async (query: string, version = '2.17') =>
    (await app.client({ version }).get(`/companies/${id}/notes${query}`)).body.data.map(
      (note: { id: string }) => note.id,
    )
  assert.deepEqual(await listed(''), [second, first])
  assert.deepEqual(await listed('?order=asc'), [first, second])
  assert.deepEqual(await listed('?order=asc', '2.16'), [second, first])
})
