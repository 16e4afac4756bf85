import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: '2.17' })
const author_id = app.workspace.adminId
const newFolder = async () => (await client.post('/folders', { folder: { name: 'Engines' } })).body

test('an article is put into a folder, moved, and taken out of it', async () => {
  const [one, other] = [await newFolder(), await newFolder()]
  const made = (await client.post('/articles', { title: 'Pistons', author_id, folder_id: one.id })).body
  assert.equal(made.folder_id, Number(one.id))
  assert.equal((await client.get(`/folders/${one.id}`)).body.content_count, 1)
  const put = async (body: object) => (await client.put(`/articles/${made.id}`, body)).body.folder_id
  assert.equal(await put({ title: 'Piston rings' }), Number(one.id))
  assert.equal(await put({ folder_id: String(other.id) }), Number(other.id))
  assert.equal((await client.get(`/articles/${made.id}`)).body.folder_id, Number(other.id))
  const refused = await client.delete(`/folders/${other.id}`)
  assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'folder_not_empty'])
  assert.equal(await put({ folder_id: null }), null)
  assert.equal((await client.delete(`/folders/${other.id}`)).status, 200)
})

test('folders that do not exist, and those of another workspace, are refused', async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token, version: '2.17' })
  const theirs = (await stranger.post('/folders', { folder: { name: 'Theirs' } })).body
  const { id } = (await client.post('/articles', { title: 'Valves', author_id })).body
  for (const folder_id of [theirs.id, 999_999_999, 'abc'])
    for (const reply of [
      await client.post('/articles', { title: 'Valves', author_id, folder_id }),
      await client.put(`/articles/${id}`, { folder_id }),
    ])
      assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'parameter_invalid'])
})

test('versions before 2.17 know no folder of an article', async () => {
  const old = app.client({ version: '2.16' })
  const { id } = await newFolder()
  const { body } = await old.post('/articles', { title: 'Old', author_id, folder_id: id })
  assert.equal('folder_id' in body, false)
  assert.equal((await client.get(`/articles/${body.id}`)).body.folder_id, null)
})
