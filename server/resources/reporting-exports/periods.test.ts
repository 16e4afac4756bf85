import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { plain, reportScene, text } from './test-scene.ts'

const app = await testApp()
const unix = () => app.clock.now().getTime() / 1000

/** Does each step a minute after the one before. */
async function minutely(...steps: (() => Promise<{ status: number }>)[]): Promise<void> {
  for (const step of steps) {
    app.clock.advance(60)
    assert.equal((await step()).status, 200)
  }
}

test('a report on states has the periods of a conversation, and ends with the state that it shows', async () => {
  const { client, rows, converse, part, answer, write } = await reportScene(app)
  const [busy, quiet] = [await converse('One'), await converse('Two')]
  const began = unix()
  await minutely(
    () => answer(busy),
    () => part(busy, { message_type: 'close' }),
    () => part(busy, { message_type: 'close' }),
    () => write(busy),
    () => part(busy, { message_type: 'snoozed', snoozed_until: unix() + 86_400 }),
    () => part(busy, { message_type: 'close' }),
  )
  const found = await rows('conversation_state', [
    'conversation_id',
    'previous_conversation_state',
    'conversation_state',
    'conversation_state_started_at',
    'conversation_state_ended_at',
  ])
  const at = (minute: number) => plain(began + minute * 60)
  assert.deepEqual(
    found.map((row) => Object.values(row)),
    [
      [busy, '', 'Open', at(0), at(2)],
      [busy, 'Open', 'Closed', at(2), at(4)],
      [busy, 'Closed', 'Open', at(4), at(5)],
      [busy, 'Open', 'Snoozed', at(5), at(6)],
      [busy, 'Snoozed', 'Closed', at(6), ''],
      [quiet, '', 'Open', at(0), ''],
    ],
  )
  const { state, statistics } = (await client.get(`/conversations/${busy}`)).body
  const mine = found.filter((row) => row['conversation_id'] === busy)
  assert.equal(
    mine.at(-1)!['conversation_state'],
    state.replace(/^./, (first: string) => first.toUpperCase()),
  )
  const closed = mine.filter((row) => row['conversation_state'] === 'Closed')
  assert.equal(closed.length - 1, statistics.count_reopens)
  assert.deepEqual(
    [closed[0], closed.at(-1)].map((row) => row!['conversation_state_started_at']),
    [plain(statistics.first_close_at), plain(statistics.last_close_at)],
  )
})

test('a period of a state belongs to a report by its beginning', async () => {
  const { rows, converse, part } = await reportScene(app)
  const id = await converse()
  app.clock.advance(60)
  const closing = unix()
  await part(id, { message_type: 'close' })
  const found = await rows('conversation_state', ['conversation_state'], closing, closing)
  assert.deepEqual(found, [{ conversation_state: 'Closed' }])
})

test('a report on handling shares a conversation out to its teammates, once it is closed', async () => {
  const { client, workspace, rows, converse, part } = await reportScene(app)
  const bea = (await client.post('/parley/admins', { name: 'Bea', email: 'bea@example.com' })).body.id
  const [alone, shared, open] = [await converse('One'), await converse('Two'), await converse('Three')]
  const assign = (id: string, assignee_id: string | number) => () =>
    part(id, { message_type: 'assignment', assignee_id })
  const close = (id: string) => () => part(id, { message_type: 'close' })
  await minutely(
    assign(alone, bea),
    assign(shared, bea),
    assign(open, bea),
    assign(shared, workspace.adminId),
    close(alone),
    () => part(shared, { message_type: 'snoozed', snoozed_until: unix() + 86_400 }),
    () => part(shared, { message_type: 'open' }),
    close(shared),
    () => part(shared, { message_type: 'open' }),
  )
  const asked = ['conversation_id', 'handling_teammate_raw_id', 'teammate_handling_time']
  const found = await rows('teammate_handling_conversation', asked)
  assert.deepEqual(
    found.map((row) => Object.values(row)).toSorted(),
    [
      [alone, text(bea), '240'],
      [shared, text(workspace.adminId), '180'],
      [shared, text(bea), '120'],
    ].toSorted(),
  )
  const { statistics } = (await client.get(`/conversations/${alone}`)).body
  assert.equal(text(statistics.handling_time), '240')
})

test('a report on statuses has the periods of teammates', async () => {
  const { client, workspace, rows } = await reportScene(app)
  const { id, label } = (await client.post('/parley/away_status_reasons', { label: 'Lunch', emoji: '🍲' })).body
  const began = unix()
  const path = `/admins/${workspace.adminId}/away`
  await minutely(
    () => client.put(path, { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: Number(id) }),
    () => client.put(path, { away_mode_enabled: true, away_mode_reassign: true }),
    () => client.put(path, { away_mode_enabled: false, away_mode_reassign: false }),
  )
  const found = await rows('admin_status_change', [
    'teammate_status_raw_id',
    'teammate_status',
    'teammate_away_reason',
    'teammate_status_period_started_at',
    'teammate_status_period_ended_at',
  ])
  const at = (minute: number) => plain(began + minute * 60)
  const one = text(workspace.adminId)
  assert.deepEqual(
    found.map((row) => Object.values(row)),
    [
      [one, 'Active', '', at(0), at(1)],
      [one, 'Away', label, at(1), at(2)],
      [one, 'Away and reassigning', '', at(2), at(3)],
      [one, 'Active', '', at(3), ''],
    ],
  )
})

test('reports on calls of teams and of teammates have the calls that belong to them', async () => {
  const { client, workspace, rows, contact, converse, part } = await reportScene(app)
  const conversation_id = await converse()
  const team = (await client.post('/parley/teams', { name: 'Billing', admin_ids: [workspace.adminId] })).body
  await part(conversation_id, { message_type: 'assignment', type: 'team', assignee_id: team.id })
  const call = { direction: 'inbound', contact_id: contact }
  const taken = (await client.post('/parley/calls', { ...call, conversation_id })).body.id
  await client.post(`/parley/calls/${taken}/answer`, { admin_id: workspace.adminId })
  await client.post(`/parley/calls/${taken}/end`, {})
  const missed = (await client.post('/parley/calls', { direction: 'inbound' })).body.id
  await client.post(`/parley/calls/${missed}/end`, {})
  assert.deepEqual(await rows('call_team_stats', ['call_id', 'call_team_id', 'call_state']), [
    { call_id: taken, call_team_id: 'Billing', call_state: 'Answered' },
  ])
  const asked = ['call_id', 'conversation_id', 'call_teammate_raw_id']
  assert.deepEqual(await rows('call_teammate_stats', asked), [
    { call_id: taken, conversation_id, call_teammate_raw_id: text(workspace.adminId) },
  ])
})
