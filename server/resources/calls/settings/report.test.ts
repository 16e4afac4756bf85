import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../../clock.ts'
import { testApp } from '../../../test/app.ts'
import { AUDIO, eventsOf, newConversation, newNumber, startCall } from '../test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview' })
const now = () => unix(app.clock.now())

test('a call is started, answered, recorded, transcribed and ended, and webhooks hear of it', async () => {
  const { contact, conversation } = await newConversation(client)
  const phone = newNumber()
  const ids = { contact_id: contact, conversation_id: conversation }
  const started = await startCall(client, { ...ids, phone: phone.replace('+1555', '+1 (555) ') })
  const at = now()
  const fresh = {
    type: 'call',
    id: started.id,
    conversation_id: conversation,
    admin_id: null,
    contact_id: contact,
    state: 'initiated',
    initiated_at: at,
    answered_at: null,
    ended_at: null,
    created_at: at,
    updated_at: at,
    recording_url: null,
    transcription_url: null,
    call_type: 'phone',
    direction: 'inbound',
    ended_reason: null,
    phone,
    fin_recording_url: null,
    fin_transcription_url: null,
    duration: null,
    talk_time: null,
    queue_time: null,
    hold_time: null,
  }
  assert.deepEqual(started, fresh)
  app.clock.advance(10)
  const admin_id = String(app.workspace.adminId)
  const path = `/parley/calls/${started.id}`
  const answered = (await client.post(`${path}/answer`, { admin_id })).body
  const talking = { ...fresh, admin_id, state: 'in_progress', answered_at: at + 10, updated_at: at + 10 }
  assert.deepEqual(answered, talking)
  app.clock.advance(90)
  const ended = (await client.post(`${path}/end`, { hold_time: 20, queue_time: 7 })).body
  const over = {
    ...talking,
    state: 'completed',
    ended_at: at + 100,
    updated_at: at + 100,
    ended_reason: 'answered',
    duration: 100,
    talk_time: 70,
    queue_time: 7,
    hold_time: 20,
  }
  assert.deepEqual(ended, over)
  await client.put(`${path}/recording`, AUDIO)
  const last = (await client.put(`${path}/transcript`, { text: 'Ada: Hello' })).body
  assert.deepEqual((await client.get(`/calls/${started.id}`)).body, last)
  const events = await eventsOf(app, started.id)
  assert.deepEqual(
    events.map(({ topic }) => topic),
    ['call.started', 'call.ended', 'call.recording_available', 'call.transcription_available'],
  )
  assert.deepEqual([events[0]!.item, events[1]!.item, events.at(-1)!.item], [fresh, over, last])
})

test('an outbound call counts from its answer, and an unanswered one was missed', async () => {
  const initiated_at = now() - 100
  const { id } = await startCall(client, { direction: 'outbound', initiated_at })
  await client.post(`/parley/calls/${id}/answer`, { answered_at: initiated_at + 30 })
  const { body } = await client.post(`/parley/calls/${id}/end`, {
    ended_at: initiated_at + 50,
    ended_reason: 'hung_up',
  })
  assert.deepEqual([body.duration, body.talk_time, body.ended_reason], [20, 20, 'hung_up'])
  for (const [direction, duration] of [
    ['outbound', null],
    ['inbound', 30],
  ]) {
    const missed = await startCall(client, { direction, initiated_at })
    const reply = await client.post(`/parley/calls/${missed.id}/end`, { ended_at: initiated_at + 30 })
    assert.deepEqual([reply.body.ended_reason, reply.body.duration, reply.body.talk_time], ['missed', duration, null])
  }
})

test('a report that does not fit the state of the call is refused', async () => {
  const { id } = await startCall(client)
  const path = `/parley/calls/${id}`
  const early = now() - 10
  for (const [reply, status, code] of [
    [await client.post(`${path}/answer`, { answered_at: early }), 400, 'parameter_invalid'],
    [await client.post(`${path}/end`, { ended_at: early }), 400, 'parameter_invalid'],
    [await client.post(`${path}/answer`, {}), 200, undefined],
    [await client.post(`${path}/answer`, {}), 409, 'conflict'],
    [await client.post(`${path}/end`, {}), 200, undefined],
    [await client.post(`${path}/answer`, {}), 409, 'conflict'],
    [await client.post(`${path}/end`, {}), 409, 'conflict'],
  ] as const)
    assert.deepEqual([reply.status, reply.body.errors?.[0].code], [status, code])
})

test('a time to come is refused, but for a minute in which clocks may differ', async () => {
  const refused = await client.post('/parley/calls', { direction: 'inbound', initiated_at: now() + 61 })
  assert.deepEqual(
    [refused.status, refused.body.errors[0]],
    [400, { code: 'parameter_invalid', message: 'initiated_at must not be in the future', field: 'initiated_at' }],
  )
  const { id, initiated_at } = await startCall(client, { initiated_at: now() + 60 })
  assert.equal(initiated_at, now())
  for (const [report, field] of [
    ['answer', 'answered_at'],
    ['end', 'ended_at'],
  ]) {
    const { status, body } = await client.post(`/parley/calls/${id}/${report}`, { [field!]: now() + 61 })
    assert.deepEqual([status, body.errors[0].message], [400, `${field} must not be in the future`])
    const ahead = await client.post(`/parley/calls/${id}/${report}`, { [field!]: now() + 60 })
    assert.deepEqual([ahead.status, ahead.body[field!]], [200, now()])
    app.clock.advance(5)
  }
})

test('one external_id is recorded once', async () => {
  await startCall(client, { external_id: 'pbx-7' })
  const again = { direction: 'inbound', external_id: 'pbx-7' }
  const refused = await client.post('/parley/calls', again)
  assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'conflict'])
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  assert.equal((await theirs.post('/parley/calls', again)).status, 200)
})

for (const [details, status] of [
  [{ phone: '0871234567' }, 400],
  [{ phone: '+0' }, 400],
  [{ direction: 'sideways' }, 400],
  [{ conversation_id: '1' }, 404],
  [{ contact_id: 'f'.repeat(24) }, 404],
  [{ admin_id: '1' }, 404],
] as const)
  test(`a call with ${JSON.stringify(details)} is refused`, async () => {
    const reply = await client.post('/parley/calls', { direction: 'inbound', ...details })
    assert.equal(reply.status, status)
  })

test('a deleted call is gone with its recording and its registration', async () => {
  const phone = newNumber()
  const { id } = await startCall(client, { phone })
  await client.put(`/parley/calls/${id}/recording`, AUDIO)
  const location = new URL((await client.get(`/calls/${id}/recording`)).headers['location']!)
  const registered = (await client.post('/fin_voice/register', { phone_number: phone, call_id: 'deleted' })).body
  const before = (await client.get('/calls')).body.total_count
  assert.deepEqual((await client.delete(`/parley/calls/${id}`)).body, { type: 'call', id, deleted: true })
  for (const path of [`/calls/${id}`, `/fin_voice/collect/${registered.id}`, location.pathname + location.search])
    assert.equal((await client.get(path)).status, 404)
  assert.equal((await client.get('/calls')).body.total_count, before - 1)
  assert.equal((await client.delete(`/parley/calls/${id}`)).status, 404)
})

test('calls go to the user that a lead is merged into, and lose a deleted contact with its number', async () => {
  const lead = (await client.post('/contacts', { role: 'lead' })).body.id
  const user = (await client.post('/contacts', { external_id: 'merged caller' })).body.id
  const { id } = await startCall(client, { contact_id: lead, phone: newNumber() })
  const merge = { from: lead, into: user, skip_duplicate_validation: true }
  const preview = (await client.post('/contacts/merge/preview', merge)).body
  assert.deepEqual(preview.summary.reassignments.phone_calls, { from: 1, into: 0 })
  await client.post('/contacts/merge', merge)
  assert.equal((await client.get(`/calls/${id}`)).body.contact_id, user)
  await client.delete(`/contacts/${user}`)
  const { contact_id, phone } = (await client.get(`/calls/${id}`)).body
  assert.deepEqual([contact_id, phone], [null, null])
})
