import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import type { ChannelProvider } from '../../channels/provider.ts'
import { testApp } from '../../test/app.ts'

const sent: { phone: string; body: string }[] = []
let works = true
const channelProvider: ChannelProvider = {
  send: async (message) => {
    if (!works) throw new Error('the provider is down')
    sent.push(message)
    return { providerMessageId: 'sms.1', status: 'sent' }
  },
}
const app = await testApp({ own: true, channelProvider })
const client = app.client()
const PHONE = '+353832345678'
await client.post('/data_attributes', { model: 'contact', name: 'issue_type', data_type: 'string' })
const custom_attributes = { issue_type: 'Billing' }
const byPhone = async (phone: string) =>
  (await client.post('/contacts/search', { query: { field: 'phone', operator: '=', value: phone } })).body.data

for (const version of ['2.7', '2.10', '2.11', '2.13', '2.16', '2.18', 'Preview'])
  test(`a link to the Messenger is sent to the caller in ${version}`, async () => {
    sent.length = 0
    const { status, body } = await app.client({ version }).post('/phone_call_redirects', { phone: '+353 83 234 5678' })
    assert.equal(status, 200)
    assert.deepEqual(Object.keys(body), ['type', 'url'])
    assert.equal(body.type, 'phone_call_redirect')
    assert.match(body.url, /^http:\/\/localhost\/msgr\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    assert.equal(sent.length, 1)
    assert.equal(sent[0]!.phone, PHONE)
    assert.ok(sent[0]!.body.endsWith(body.url))
  })

test('the attributes are added to the user with the number, and a lead is made where nobody has it', async () => {
  const phone = '+353871112223'
  const user = (await client.post('/contacts', { external_id: 'caller', phone: '+353 87 111 2223' })).body
  await client.post('/contacts', { role: 'lead', phone })
  await client.post('/phone_call_redirects', { phone, custom_attributes })
  assert.deepEqual((await client.get(`/contacts/${user.id}`)).body.custom_attributes, custom_attributes)
  const unknown = '+353871112224'
  await client.post('/phone_call_redirects', { phone: unknown, custom_attributes })
  await client.post('/phone_call_redirects', { phone: unknown })
  const found = await byPhone(unknown)
  assert.deepEqual(
    found.map(({ role, phone, custom_attributes }: any) => [role, phone, custom_attributes]),
    [['lead', unknown, custom_attributes]],
  )
})

for (const phone of ['+1234', '0832345678', 'ask Bob', '', '+999123456789', '+353832345678901234'])
  test(`${JSON.stringify(phone)} is not a number`, async () => {
    const { status, body } = await client.post('/phone_call_redirects', { phone })
    assert.deepEqual([status, body], [400, { error_key: 'invalid_phone_number', message: 'Invalid phone number' }])
  })

test('a landline is refused', async () => {
  const { status, body } = await client.post('/phone_call_redirects', { phone: '+40241100100' })
  assert.deepEqual([status, body], [422, { error_key: 'landline_phone' }])
})

test('a number is required, and attributes must be known', async () => {
  for (const body of [{}, { phone: PHONE, custom_attributes: { unheard_of: 1 } }]) {
    const reply = await client.post('/phone_call_redirects', body)
    assert.equal(reply.status, 400)
    assert.equal(reply.body.type, 'error.list')
  }
})

test('where the SMS cannot be sent nothing is kept', async () => {
  works = false
  const phone = '+353871112225'
  const { status, body } = await client.post('/phone_call_redirects', { phone, custom_attributes })
  works = true
  const message = 'SMS was not sent due to an unknown error'
  assert.deepEqual([status, body], [400, { error_key: 'sms_failed', message }])
  assert.deepEqual(await byPhone(phone), [])
})

test('a server without a sender logs that it sent nothing, and neither number nor link', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const silent = await testApp({ own: true, log })
  const { status, body } = await silent.client().post('/phone_call_redirects', { phone: PHONE })
  assert.equal(status, 200)
  const about = lines.filter((line) => line.includes('SMS'))
  assert.equal(about.length, 1)
  assert.ok(!lines.join().includes(PHONE.slice(4)) && !lines.join().includes(body.url.split('/').at(-1)))
})
