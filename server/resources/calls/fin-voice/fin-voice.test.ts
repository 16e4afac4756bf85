import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { newConversation, newNumber, startCall } from '../test-scene.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
let last = 0
const newId = () => `external ${++last}`
const register = (phone_number: string, call_id = newId(), more: object = {}) =>
  client.post('/fin_voice/register', { phone_number, call_id, ...more })
const collect = (id: number) => client.get(`/fin_voice/collect/${id}`)

test('a registration is found nowhere until a call with its number comes', async () => {
  const [phone, call_id] = [newNumber(), newId()]
  const { status, body } = await register(phone, call_id, { source: 'zoom_phone', data: { queue: 'Sales' } })
  assert.equal(status, 200)
  const fresh = {
    id: body.id,
    app_id: app.workspace.id,
    user_phone_number: phone,
    status: 'registered',
    intercom_call_id: null,
    external_call_id: call_id,
    intercom_conversation_id: null,
    call_transcript: [],
    call_summary: '',
    intent: [],
    data: { queue: 'Sales' },
    vendor_internal_id: null,
    attributes: {},
  }
  assert.deepEqual(body, fresh)
  const paths = [
    `/fin_voice/collect/${body.id}`,
    `/fin_voice/external_id/${encodeURIComponent(call_id)}`,
    `/fin_voice/phone_number/${phone}`,
  ]
  for (const path of paths) {
    const reply = await client.get(path)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'], path)
  }
  const { conversation } = await newConversation(client)
  const call = await startCall(client, { phone, conversation_id: conversation })
  const matched = {
    ...fresh,
    status: 'in-progress',
    intercom_call_id: call.id,
    intercom_conversation_id: conversation,
  }
  for (const path of paths) assert.deepEqual((await client.get(path)).body, matched, path)
  assert.deepEqual((await client.get(`/fin_voice/conversation/${conversation}`)).body, [matched])
})

test('the outcome of the call is told when it has ended', async () => {
  const phone = newNumber()
  const { id } = await startCall(client, { phone })
  const registered = (await register(phone)).body
  assert.equal(registered.intercom_call_id, id)
  const path = `/parley/calls/${id}`
  await client.put(`${path}/transcript`, { text: 'Ada: Hello', summary: 's'.repeat(300) })
  await client.post(`${path}/end`, { resolution_state: 'escalated', attributes: { plan: 'Pro' } })
  assert.deepEqual((await collect(registered.id)).body, {
    ...registered,
    status: 'escalated',
    call_transcript: [{ speaker: 'Ada', text: 'Hello' }],
    call_summary: 's'.repeat(256),
    attributes: { plan: 'Pro' },
  })
})

test('a call that ended without a word on how counts as resolved', async () => {
  const phone = newNumber()
  const { id } = await startCall(client, { phone })
  const registered = (await register(phone)).body
  await client.post(`/parley/calls/${id}/end`, {})
  assert.equal((await collect(registered.id)).body.status, 'assumed_resolution')
})

test('the external id matches before the number does, and a call over is not matched by its number', async () => {
  const phone = newNumber()
  const over = await startCall(client, { phone })
  await client.post(`/parley/calls/${over.id}/end`, {})
  const other = await startCall(client, { phone, external_id: newId() })
  assert.equal((await register(phone)).body.status, 'registered')
  const call_id = newId()
  const named = await startCall(client, { phone: newNumber(), external_id: call_id })
  assert.equal((await register(phone, call_id)).body.intercom_call_id, named.id)
  const open = await startCall(client, { phone })
  const waiting = (await client.get(`/fin_voice/phone_number/${phone}`)).body
  assert.equal(waiting.intercom_call_id, named.id)
  assert.notEqual(open.id, other.id)
})

test('a call is given to one registration only, also where both meet', async () => {
  for (let round = 0; round < 5; round++) {
    const phone = newNumber()
    const [call, first] = await Promise.all([startCall(client, { phone }), register(phone)])
    assert.equal((await collect(first.body.id)).body.intercom_call_id, call.id)
    assert.equal((await register(phone)).body.status, 'registered')
  }
})

test('the newest of several matched registrations is found by the number, and all by the conversation', async () => {
  const phone = newNumber()
  const { conversation } = await newConversation(client)
  const ids: number[] = []
  for (let at = 0; at < 2; at++) {
    await startCall(client, { phone, conversation_id: conversation })
    ids.push((await register(phone)).body.id)
  }
  assert.equal((await client.get(`/fin_voice/phone_number/${phone}`)).body.id, ids[1])
  const { body } = await client.get(`/fin_voice/conversation/${conversation}`)
  assert.deepEqual(
    body.map(({ id }: { id: number }) => id),
    ids,
  )
  for (const id of ['abc', '1']) assert.equal((await client.get(`/fin_voice/conversation/${id}`)).status, 404)
})

test('a call_id is registered once', async () => {
  const call_id = newId()
  await register(newNumber(), call_id)
  const { status, body } = await register(newNumber(), call_id)
  assert.deepEqual([status, body.errors[0].code], [409, 'conflict'])
})

for (const [body, code] of [
  [{ call_id: 'x' }, 'parameter_not_found'],
  [{ phone_number: '+353871234567' }, 'parameter_not_found'],
  [{ phone_number: '0871234567', call_id: 'x' }, 'parameter_invalid'],
  [{ phone_number: '+353871234567', call_id: '' }, 'parameter_invalid'],
] as const)
  test(`a registration of ${JSON.stringify(body)} is refused`, async () => {
    const reply = await client.post('/fin_voice/register', body)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, code])
  })

test('any source is taken, and an unknown one is kept as the usual one', async () => {
  for (const source of ['dialpad', 'carrier pigeon', null]) {
    const { status, body } = await register(newNumber(), newId(), { source })
    assert.equal(status, 200)
    const [row] = await app.db`select source from fin_voice_calls where id = ${body.id}`
    assert.equal(row!['source'], source === 'dialpad' ? 'dialpad' : 'aws_connect')
  }
})

for (const version of ['2.15', '2.16', '2.17', '2.18', 'Preview'])
  test(`a registered call has the properties that ${version} knows`, async () => {
    const phone = newNumber()
    await startCall(client, { phone })
    const versioned = app.client({ version })
    const details = { phone_number: phone, call_id: newId(), vendor_internal_id: 'v-1' }
    const { id } = (await versioned.post('/fin_voice/register', details)).body
    const { body } = await versioned.get(`/fin_voice/collect/${id}`)
    assert.deepEqual(body.data, {})
    const isNewer = !['2.15', '2.16'].includes(version)
    assert.equal(body.vendor_internal_id, isNewer ? 'v-1' : undefined)
    assert.equal('attributes' in body, version === 'Preview')
    if (!isNewer) assert.equal((await collect(id)).body.vendor_internal_id, null)
  })

test('2.14 registers no calls', async () => {
  const { body } = await app.client({ version: '2.14' }).get('/fin_voice/collect/1')
  assert.equal(body.errors[0].code, 'intercom_version_invalid')
})

test("another workspace's registrations are not found, and match none of its calls", async () => {
  const phone = newNumber()
  const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
  const theirs = (await stranger.post('/fin_voice/register', { phone_number: phone, call_id: 'theirs' })).body
  await startCall(client, { phone })
  assert.equal((await stranger.get(`/fin_voice/collect/${theirs.id}`)).status, 404)
  await startCall(stranger, { phone })
  assert.equal((await stranger.get(`/fin_voice/collect/${theirs.id}`)).status, 200)
  for (const path of [`collect/${theirs.id}`, 'external_id/theirs', `phone_number/${phone}`])
    assert.equal((await client.get(`/fin_voice/${path}`)).status, 404)
})
