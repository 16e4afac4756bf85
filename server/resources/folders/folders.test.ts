import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0

const newFolder = async (details: object = {}) =>
  (await client.post('/folders', { folder: { name: `Folder ${++made}`, ...details } })).body
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors[0].code]
const admin = app.workspace.adminId
const newArticle = async (folder_id: number) =>
  (
    await client.post('/internal_articles', {
      title: `Article ${++made}`,
      author_id: admin,
      owner_id: admin,
      folder_id,
    })
  ).body

for (const version of ['2.17', '2.18', 'Preview'])
  test(`a folder is created, read, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const folder = { name: 'Product Documentation', description: 'Internal product docs', emoji: '📚' }
    const { status, body: created } = await speaker.post('/folders', { folder })
    assert.equal(status, 200)
    const now = app.clock.now().getTime() / 1000
    assert.deepEqual(created, {
      id: created.id,
      ...folder,
      parent_folder_id: null,
      content_count: 0,
      created_at: now,
      updated_at: now,
    })
    assert.ok(Number.isInteger(created.id))
    app.clock.advance(10)
    const { body: changed } = await speaker.put(`/folders/${created.id}`, { folder: { name: 'Docs', emoji: null } })
    assert.deepEqual(changed, { ...created, name: 'Docs', emoji: null, updated_at: now + 10 })
    assert.deepEqual((await speaker.get(`/folders/${created.id}`)).body, changed)
    const { body: list } = await speaker.get('/folders')
    assert.deepEqual([list.data.at(-1), list.pages.per_page], [changed, 50])
    assert.deepEqual((await speaker.delete(`/folders/${created.id}`)).body, {
      id: created.id,
      object: 'folder',
      deleted: true,
    })
    assert.deepEqual(refusal(await speaker.get(`/folders/${created.id}`)), [404, 'not_found'])
  })

test('folders do not exist before 2.17', async () => {
  assert.deepEqual(refusal(await app.client({ version: '2.16' }).get('/folders')), [400, 'intercom_version_invalid'])
})

test('folders in a folder are listed by its id', async () => {
  const parent = await newFolder()
  const child = await newFolder({ parent_folder_id: parent.id })
  await newFolder({ parent_folder_id: child.id })
  const { body } = await client.get(`/folders?parent_folder_id=${parent.id}`)
  assert.deepEqual([body.total_count, body.data], [1, [child]])
})

test('a folder is not put into itself, below itself, or into one that does not exist', async () => {
  const parent = await newFolder()
  const child = await newFolder({ parent_folder_id: parent.id })
  const put = (parent_folder_id: number | null) => client.put(`/folders/${parent.id}`, { folder: { parent_folder_id } })
  for (const id of [parent.id, child.id, 999_999_999])
    assert.deepEqual(refusal(await put(id)), [400, 'parameter_invalid'])
  const out = await client.put(`/folders/${child.id}`, { folder: { parent_folder_id: null } })
  assert.equal(out.body.parent_folder_id, null)
  assert.equal((await put(child.id)).body.parent_folder_id, child.id)
})

test('a folder with content or folders in it is not deleted', async () => {
  const folder = await newFolder()
  const article = await newArticle(folder.id)
  assert.equal((await client.get(`/folders/${folder.id}`)).body.content_count, 1)
  assert.deepEqual(refusal(await client.delete(`/folders/${folder.id}`)), [422, 'folder_not_empty'])
  await client.delete(`/internal_articles/${article.id}`)
  const child = await newFolder({ parent_folder_id: folder.id })
  assert.deepEqual(refusal(await client.delete(`/folders/${folder.id}`)), [422, 'folder_not_empty'])
  await client.delete(`/folders/${child.id}`)
  assert.equal((await client.delete(`/folders/${folder.id}`)).status, 200)
})

test('folders of another workspace are not found', async () => {
  const { id } = await newFolder()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual(refusal(await stranger.get(`/folders/${id}`)), [404, 'not_found'])
  const refused = await stranger.post('/folders', { folder: { name: 'Inside', parent_folder_id: id } })
  assert.deepEqual(refusal(refused), [400, 'parameter_invalid'])
})
