import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { newRequestId } from './request-id.ts'

const app = await testApp()

test('a request id has 20 digits of base 32, the last of which holds one bit', () => {
  const ids = Array.from({ length: 1000 }, newRequestId)
  for (const id of ids) assert.match(id, /^[0-9a-v]{19}[0g]$/)
  assert.equal(new Set(ids).size, 1000)
  for (let at = 0; at < 19; at++) assert.ok(new Set(ids.map((id) => id[at])).size > 20, `digit ${at} varies`)
})

test("a proxy's request id is kept, and stands in the body of an error", async () => {
  const client = app.client({ headers: { 'x-request-id': 'proxy-7f3a:1' } })
  const { headers, body } = await client.get('/contacts/none')
  assert.deepEqual([headers['x-request-id'], body.request_id], ['proxy-7f3a:1', 'proxy-7f3a:1'])
})

for (const given of ['short', 'x'.repeat(129), 'with space here', '<script>alert'])
  test(`a request id like ${given.slice(0, 20)} is replaced`, async () => {
    const { headers } = await app.client({ headers: { 'x-request-id': given } }).get('/me')
    assert.match(headers['x-request-id']!, /^[0-9a-v]{20}$/)
  })
