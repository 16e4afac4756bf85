import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

const app = await testApp()

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
