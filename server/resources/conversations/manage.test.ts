import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newAdmin, newConversation, newTeam, topicsOf } from './test-scene.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const unix = () => app.clock.now().getTime() / 1000
const close = { message_type: 'close', type: 'admin', admin_id }
const open = { message_type: 'open', admin_id }
const lastPart = (body: any) => body.conversation_parts.conversation_parts.at(-1)

for (const version of SAMPLED_VERSIONS)
  test(`a conversation is closed, opened, snoozed and assigned, in ${version}`, async () => {
    const speaker = app.client({ version })
    const { path } = await newConversation(client)
    const manage = async (body: object) => {
      const reply = await speaker.post(`${path}/parts`, body)
      assert.equal(reply.status, 200)
      return reply.body
    }
    const closed = await manage({ ...close, body: 'Goodbye :)' })
    assert.deepEqual([closed.state, closed.open, closed.waiting_since], ['closed', false, null])
    assert.deepEqual([lastPart(closed).part_type, lastPart(closed).body], ['close', '<p>Goodbye :)</p>'])
    const opened = await manage({ message_type: 'open', admin_id: String(admin_id) })
    assert.deepEqual([opened.state, lastPart(opened).part_type], ['open', 'open'])
    const snoozed = await manage({ message_type: 'snoozed', admin_id, snoozed_until: unix() + 60 })
    assert.deepEqual([snoozed.state, snoozed.open, snoozed.snoozed_until], ['snoozed', true, unix() + 60])
    const assigned = await manage({ message_type: 'assignment', type: 'admin', admin_id, assignee_id: admin_id })
    assert.deepEqual([assigned.state, assigned.admin_assignee_id], ['open', admin_id])
    assert.equal(lastPart(assigned).part_type, 'assign_and_unsnooze')
    assert.deepEqual(lastPart(assigned).assigned_to, { type: 'admin', id: String(admin_id) })
    await manage({ message_type: 'note', admin_id, body: 'Between us' })
  })

test('closing and opening move the statistics', async () => {
  const { path } = await newConversation(client)
  const asked = unix()
  app.clock.advance(148)
  const closed = (await client.post(`${path}/parts`, close)).body
  assert.equal(closed.statistics.time_to_first_close, 148)
  assert.equal(closed.statistics.first_close_at, unix())
  assert.equal(closed.statistics.last_closed_by_id, admin_id)
  assert.equal(closed.statistics.handling_time, null)
  app.clock.advance(10)
  const again = (await client.post(`${path}/parts`, close)).body
  assert.deepEqual([again.statistics.time_to_first_close, again.statistics.time_to_last_close], [148, 158])
  const opened = (await client.post(`${path}/parts`, open)).body
  assert.equal(opened.statistics.count_reopens, 1)
  assert.equal(opened.waiting_since, asked)
  assert.deepEqual(opened.teammates.admins, [])
})

test('assigning moves the statistics, of the team too', async () => {
  const { path, user } = await newConversation(client)
  const team = await newTeam(app)
  const assign = (body: object) => client.post(`${path}/parts`, { message_type: 'assignment', admin_id, ...body })
  app.clock.advance(20)
  await assign({ type: 'team', assignee_id: team })
  app.clock.advance(10)
  const { body } = await assign({ type: 'admin', assignee_id: admin_id })
  assert.deepEqual([body.team_assignee_id, body.admin_assignee_id], [team, admin_id])
  assert.equal(lastPart(body).part_type, 'assignment')
  assert.equal(body.statistics.time_to_assignment, 30)
  assert.equal(body.statistics.count_assignments, 2)
  app.clock.advance(10)
  const comment = { type: 'admin', message_type: 'comment', admin_id, body: 'Hi' }
  const { statistics } = (await client.post(`${path}/reply`, comment)).body
  assert.equal(statistics.last_assignment_admin_reply_at, unix())
  const response = [{ team_id: team, team_name: 'Support', response_time: 20 }]
  assert.deepEqual(statistics.assigned_team_first_response_time, response)
  assert.deepEqual(statistics.assigned_team_first_response_time_in_office_hours, response)
  app.clock.advance(5)
  const closed = (await client.post(`${path}/parts`, close)).body
  assert.equal(closed.statistics.handling_time, 15)
  assert.equal(closed.contacts.contacts[0].id, user.id)
})

test('assignee 0 takes the assignment away, and a closed conversation opens', async () => {
  const { path } = await newConversation(client)
  await client.post(`${path}/parts`, { message_type: 'assignment', admin_id, assignee_id: String(admin_id) })
  await client.post(`${path}/parts`, close)
  const { body } = await client.post(`${path}/parts`, { message_type: 'assignment', admin_id, assignee_id: '0' })
  assert.deepEqual([body.admin_assignee_id, body.state], [0, 'open'])
  assert.equal(lastPart(body).part_type, 'assign_and_reopen')
  assert.deepEqual(lastPart(body).assigned_to, { type: 'nobody_admin', id: null })
})

test('a closed conversation stays closed if it is assigned so, from Preview on', async () => {
  const assign = { message_type: 'assignment', admin_id, assignee_id: admin_id, skip_reopen: true }
  for (const [version, state, part_type] of [
    ['2.18', 'open', 'assign_and_reopen'],
    ['Preview', 'closed', 'assignment'],
  ] as const) {
    const { id, path } = await newConversation(client)
    await client.post(`${path}/parts`, close)
    const { body } = await app.client({ version }).post(`${path}/parts`, assign)
    assert.deepEqual([body.state, body.admin_assignee_id, lastPart(body).part_type], [state, admin_id, part_type])
    assert.equal((await topicsOf(app, id)).includes('conversation.admin.opened'), state === 'open')
  }
  const { path } = await newConversation(client)
  await client.post(`${path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until: unix() + 60 })
  const woken = await app.client({ version: 'Preview' }).post(`${path}/parts`, assign)
  assert.deepEqual([woken.body.state, lastPart(woken.body).part_type], ['open', 'assign_and_unsnooze'])
})

test('each happening is told by its topic', async () => {
  const { id, path } = await newConversation(client)
  await client.post(`${path}/parts`, close)
  await client.post(`${path}/parts`, open)
  await client.post(`${path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until: unix() + 60 })
  await client.post(`${path}/parts`, open)
  await client.post(`${path}/parts`, { message_type: 'assignment', admin_id, assignee_id: admin_id })
  assert.deepEqual(await topicsOf(app, id), [
    'conversation.user.created',
    'conversation.admin.closed',
    'conversation.admin.opened',
    'conversation.admin.snoozed',
    'conversation.admin.unsnoozed',
    'conversation.admin.assigned',
    'conversation.admin.open.assigned',
  ])
})

test('details of a part are told by the versions that know them', async () => {
  const { path } = await newConversation(client)
  const until = unix() + 60
  await client.post(`${path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until: until })
  const details = async (version: string) => lastPart((await app.client({ version }).get(path)).body).event_details
  assert.equal((await details('Preview')).custom_until_time, new Date(until * 1000).toISOString())
  assert.deepEqual(await details('2.16'), {})
})

test('without rules, the assignment rules assign nobody', async () => {
  const { path } = await newConversation(client)
  await client.post(`${path}/parts`, { message_type: 'assignment', admin_id, assignee_id: admin_id })
  for (const version of ['2.7', '2.10', '2.11']) {
    const { status, body } = await app.client({ version }).post(`${path}/run_assignment_rules`)
    assert.equal(status, 200)
    assert.equal(body.admin_assignee_id, admin_id)
    assert.equal(lastPart(body).part_type, 'default_assignment')
    assert.deepEqual(lastPart(body).assigned_to, { type: 'nobody_admin', id: null })
    assert.equal(lastPart(body).author.type, 'bot')
  }
  const gone = await client.post(`${path}/run_assignment_rules`)
  assert.deepEqual([gone.status, gone.body.errors[0].code], [400, 'intercom_version_invalid'])
  const missing = await app.client({ version: '2.7' }).post('/conversations/1/run_assignment_rules')
  assert.equal(missing.status, 404)
})

test('an admin without a seat in the inbox manages nothing', async () => {
  const { path } = await newConversation(client)
  const tom = await newAdmin(app, { has_inbox_seat: false })
  const { status, body } = await client.post(`${path}/parts`, { ...close, admin_id: tom })
  assert.deepEqual([status, body.errors[0].code], [403, 'action_forbidden'])
  assert.equal((await client.get(path)).body.state, 'open')
})

test('impossible actions are refused', async () => {
  const { path } = await newConversation(client)
  const other = await app.createWorkspace()
  const assign = { message_type: 'assignment', type: 'admin', admin_id, assignee_id: admin_id }
  const bad: [object, number, string][] = [
    [{}, 400, 'parameter_not_found'],
    [{ ...close, message_type: 'explode' }, 400, 'parameter_invalid'],
    [{ ...close, admin_id: undefined }, 400, 'parameter_not_found'],
    [{ ...close, admin_id: 'me' }, 404, 'admin_not_found'],
    [{ ...close, admin_id: other.adminId }, 404, 'admin_not_found'],
    [{ message_type: 'note', admin_id }, 400, 'parameter_not_found'],
    [{ message_type: 'snoozed', admin_id }, 400, 'parameter_not_found'],
    [{ message_type: 'snoozed', admin_id, snoozed_until: unix() }, 400, 'parameter_invalid'],
    [{ message_type: 'snoozed', admin_id, snoozed_until: 'soon' }, 400, 'parameter_invalid'],
    [{ ...assign, assignee_id: undefined }, 400, 'parameter_not_found'],
    [{ ...assign, assignee_id: other.adminId }, 404, 'assignee_not_found'],
    [{ ...assign, type: 'team' }, 404, 'assignee_not_found'],
    [{ ...assign, assignee_id: "1'" }, 404, 'assignee_not_found'],
  ]
  for (const [request, status, code] of bad) {
    const reply = await client.post(`${path}/parts`, request)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [status, code], JSON.stringify(request))
  }
  const elsewhere = await app
    .client({ token: other.token })
    .post(`${path}/parts`, { ...close, admin_id: other.adminId })
  assert.deepEqual([elsewhere.status, elsewhere.body.errors[0].message], [404, 'Resource Not Found'])
  assert.equal((await client.get(path)).body.conversation_parts.total_count, 0)
})
