import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type TestApp } from '../test/app.ts'

const FORWARDED = { 'x-forwarded-host': 'parley.example', 'x-forwarded-proto': 'https' }

/** The address of the second page, as a client with these headers is told it. */
async function nextPage(app: TestApp, headers: Record<string, string>) {
  const client = app.client({ headers })
  const { body: contact } = await client.post('/contacts', { role: 'lead' })
  for (const name of ['one', 'two']) {
    const { body: company } = await client.post('/companies', { company_id: name, name })
    await client.post(`/contacts/${contact.id}/companies`, { id: company.id })
  }
  return client.get('/companies?per_page=1')
}

test('an address that no proxy is trusted at may forward what it likes: the Host header counts', async () => {
  const { body } = await nextPage(await testApp(), FORWARDED)
  assert.match(body.pages.next, /^http:\/\/localhost\/companies\?/)
  const elsewhere = await testApp({ config: { trustedProxies: ['10.0.0.0/8', '192.0.2.1'] } })
  assert.match((await nextPage(elsewhere, FORWARDED)).body.pages.next, /^http:\/\/localhost\//)
})

test('a trusted proxy says by which host and protocol the client came', async () => {
  const app = await testApp({ config: { trustedProxies: ['127.0.0.0/8'] } })
  assert.match((await nextPage(app, FORWARDED)).body.pages.next, /^https:\/\/parley\.example\/companies\?/)
  assert.match((await nextPage(app, {})).body.pages.next, /^http:\/\/localhost\//)
  const { servers } = (await app.client({ headers: FORWARDED }).get('/openapi/2.11.json')).body
  assert.deepEqual(servers, [{ url: 'https://parley.example' }])
})

test('a public URL counts before all that a request says', async () => {
  const app = await testApp({ config: { trustedProxies: ['127.0.0.1'], publicUrl: 'https://public.example/api' } })
  const { body } = await nextPage(app, FORWARDED)
  assert.match(body.pages.next, /^https:\/\/public\.example\/api\/companies\?/)
})

for (const forwarded of [
  { 'x-forwarded-host': 'a b' },
  { 'x-forwarded-host': 'a:99999' },
  { 'x-forwarded-proto': 'ftp' },
])
  test(`${JSON.stringify(forwarded)} of a trusted proxy is 400`, async () => {
    const app = await testApp({ config: { trustedProxies: ['127.0.0.1'] } })
    const { status, body } = await app.client({ headers: { ...forwarded } as Record<string, string> }).get('/me')
    assert.deepEqual([status, body.errors[0].code], [400, 'bad_request'])
  })
