import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newNumber, startCall } from './test-scene.ts'

const app = await testApp()
const client = app.client()

test('lists calls newest first, 25 a page at most, with addresses of the pages around', async () => {
  const { token } = await app.createWorkspace()
  const own = app.client({ token })
  assert.deepEqual((await own.get('/calls')).body, {
    type: 'list',
    data: [],
    total_count: 0,
    pages: { type: 'pages', next: null, page: 1, per_page: 25, total_pages: 0, prev: null },
  })
  const ids: string[] = []
  for (let at = 0; at < 27; at++) ids.unshift((await startCall(own)).id)
  const { body } = await own.get('/calls?per_page=60')
  assert.deepEqual(
    body.data.map(({ id }: { id: string }) => id),
    ids.slice(0, 25),
  )
  assert.deepEqual([body.total_count, body.pages.per_page, body.pages.total_pages], [27, 25, 2])
  const second = (await own.get(new URL(body.pages.next).pathname + new URL(body.pages.next).search)).body
  assert.deepEqual(
    second.data.map(({ id }: { id: string }) => id),
    ids.slice(25),
  )
  assert.equal(second.pages.next, null)
  assert.match(second.pages.prev, /page=1/)
})

for (const version of ['2.14', '2.16', '2.17', '2.18', 'Preview'])
  test(`a call has the properties that ${version} knows`, async () => {
    const { id } = await startCall(client, { phone: newNumber() })
    const versioned = app.client({ version })
    const { body, status } = await versioned.get(`/calls/${id}`)
    assert.equal(status, 200)
    assert.equal('duration' in body && 'talk_time' in body && 'queue_time' in body, version === 'Preview')
    assert.equal('hold_time' in body, version === 'Preview')
    const { pages, data } = (await versioned.get('/calls?per_page=1')).body
    assert.deepEqual(data, [body])
    assert.equal('next' in pages && 'prev' in pages, !['2.14', '2.16'].includes(version))
  })

for (const version of ['2.7', '2.13'])
  test(`${version} has no calls`, async () => {
    const { body } = await app.client({ version }).get('/calls')
    assert.equal(body.errors[0].code, 'intercom_version_invalid')
  })

test("an unknown id or another workspace's call answers 404", async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const { id } = await startCall(stranger)
  for (const path of [`/calls/${id}`, '/calls/abc', '/calls/0', `/calls/${id}/transcript`]) {
    const { status, body } = await client.get(path)
    assert.deepEqual([status, body.errors], [404, [{ code: 'not_found', message: 'Not Found' }]], path)
  }
  const { status, body } = await client.get(`/calls/${id}/recording`)
  assert.deepEqual([status, body.errors], [404, [{ code: 'not_found', message: 'Recording Not Found' }]])
})
