import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/newsfeeds'

test('a newsfeed is made, renamed, and deleted, and the API shows it so', async () => {
  const { body } = await client.post(PATH, { name: ' For cafés ' })
  const now = app.clock.now().getTime() / 1000
  assert.deepEqual(body, { id: body.id, type: 'newsfeed', name: 'For cafés', created_at: now, updated_at: now })
  assert.deepEqual((await client.get(`/news/newsfeeds/${body.id}`)).body, body)
  app.clock.advance(5)
  const renamed = (await client.put(`${PATH}/${body.id}`, { name: 'For hotels' })).body
  assert.deepEqual(renamed, { ...body, name: 'For hotels', updated_at: now + 5 })
  assert.deepEqual((await client.get(`${PATH}/${body.id}`)).body, renamed)
  assert.deepEqual((await client.get(PATH)).body.data.at(-1), renamed)
  assert.deepEqual((await client.delete(`${PATH}/${body.id}`)).body, { type: 'newsfeed', id: body.id, deleted: true })
  assert.equal((await client.get(`/news/newsfeeds/${body.id}`)).status, 404)
})

for (const body of [{}, { name: '' }, { name: 5 }, { name: 'x'.repeat(256) }])
  test(`${JSON.stringify(body).slice(0, 40)} is no newsfeed`, async () => {
    assert.equal((await client.post(PATH, body)).status, 400)
    const { id } = (await client.get(PATH)).body.data[0]
    assert.equal((await client.put(`${PATH}/${id}`, body)).status, 400)
  })

test("another workspace's are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await theirs.get(PATH)).body.data[0]
  for (const reply of [
    await client.get(`${PATH}/${id}`),
    await client.put(`${PATH}/${id}`, { name: 'x' }),
    await client.delete(`${PATH}/${id}`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
})
