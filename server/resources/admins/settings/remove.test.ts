import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newConversation, topicsOf } from '../../conversations/test-scene.ts'
import { act } from '../../../queue/act.ts'
import { handOver } from '../hand-over/hand-over.task.ts'
import { removeAdmin } from './remove-admin.ts'
import { testApp, type TestApp } from '../../../test/app.ts'
import { until } from '../../../test/until.ts'

const app = await testApp()
const client = app.client()
const owner = String(app.workspace.adminId)
let hired = 0
const hire = async (name = 'Ada') =>
  (await client.post('/parley/admins', { name, email: `${hired++}@example.com`, has_inbox_seat: true })).body.id

/** The jobs that were left, run as the worker would run them; each twice, as one that was cut short. */
async function runHandOvers({ db, clock, workspace }: TestApp) {
  const jobs = await db<{ id: string; payload: any }[]>`
    select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
    where j.task_identifier = 'hand_over' and (p.payload ->> 'workspace_id')::int = ${workspace.id}`
  for (const { id, payload } of jobs) {
    await handOver.run({ db, clock }, payload)
    await handOver.run({ db, clock }, payload)
    await db`select graphile_worker.complete_jobs(array[${id}::bigint])`
  }
  return jobs.length
}

test('a removed admin is no more to the API, and stays what wrote the old words', async () => {
  const id = await hire('Grace')
  const team = (await client.post('/parley/teams', { name: 'Her team', admin_ids: [id, owner] })).body
  const { path } = await newConversation(client)
  await client.post(`${path}/reply`, { message_type: 'comment', type: 'admin', admin_id: id, body: 'Hello' })
  const { status, body } = await client.delete(`/parley/admins/${id}`, {})
  assert.equal(status, 200)
  assert.deepEqual(
    [body.removed_at, body.has_inbox_seat, body.away_mode_enabled, body.team_ids],
    [app.clock.now().getTime() / 1000, false, true, []],
  )

  assert.equal((await client.get(`/admins/${id}`)).status, 404)
  const listed = async (path: string) => JSON.stringify((await client.get(path)).body)
  assert.ok(!(await listed('/admins')).includes(`"${id}"`))
  assert.ok(!(await listed('/parley/admins')).includes(`"${id}"`))
  assert.ok((await listed('/parley/admins?include_removed=true')).includes(`"${id}"`))
  assert.deepEqual((await client.get(`/teams/${team.id}`)).body.admin_ids, [Number(owner)])
  const { conversation_parts } = (await client.get(path)).body
  assert.equal(conversation_parts.conversation_parts.at(-1).author.name, 'Grace')

  const person = { email: `owned-${id}@example.com`, owner_id: Number(id) }
  const assign = { message_type: 'assignment', type: 'admin', admin_id: owner, assignee_id: id }
  for (const [reply, code] of [
    [await client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id: id }), 'admin_not_found'],
    [await client.post(`${path}/parts`, assign), 'assignee_not_found'],
    [await client.post('/contacts', person), 'parameter_invalid'],
    [await client.put(`/parley/teams/${team.id}`, { admin_ids: [id] }), 'parameter_invalid'],
    [await client.post('/parley/tokens', { name: 'x', admin_id: id }), 'admin_not_found'],
    [await client.put(`/parley/admins/${id}`, { name: 'Back' }), 'admin_not_found'],
    [await client.delete(`/parley/admins/${id}`, {}), 'admin_not_found'],
    [
      await client.put(`/admins/${id}/away`, { away_mode_enabled: false, away_mode_reassign: false }),
      'admin_not_found',
    ],
  ] as const)
    assert.equal(reply.body.errors?.[0].code, code, JSON.stringify(reply.body))
  const events = await app.db`
    select item ->> 'id' as id from events
    where workspace_id = ${app.workspace.id} and topic = 'admin.removed_from_workspace'`
  assert.deepEqual(
    events.map((event) => event['id']),
    [id],
  )
})

test('tokens of a removed admin open nothing any more, and the email may be taken again', async () => {
  const { id, email } = (await client.post('/parley/admins', { name: 'Bob', email: 'bob@example.com' })).body
  const { token } = (await client.post('/parley/tokens', { name: 'his', admin_id: id, settings: true })).body
  const his = app.client({ token })
  assert.equal((await his.get('/me')).status, 200)
  await client.delete(`/parley/admins/${id}`, {})
  await until(async () => (await his.get('/me')).status === 401)
  const again = await client.post('/parley/admins', { name: 'Bob', email })
  assert.equal(again.status, 200)
  assert.notEqual(again.body.id, id)
})

test('conversations and contacts are handed over to whom the request names', async () => {
  const [id, heir] = [await hire('Leaver'), await hire('Heir')]
  const assign = (path: string) =>
    client.post(`${path}/parts`, { message_type: 'assignment', type: 'admin', admin_id: owner, assignee_id: id })
  const [open, asleep, closed] = [
    await newConversation(client),
    await newConversation(client),
    await newConversation(client),
  ]
  for (const { path } of [open, asleep, closed]) await assign(path)
  await client.post(`${asleep.path}/parts`, { message_type: 'snoozed', admin_id: owner, snoozed_until: 4_000_000_000 })
  await client.post(`${closed.path}/parts`, { message_type: 'close', type: 'admin', admin_id: owner })
  const contact = (await client.post('/contacts', { email: 'owned@example.com', owner_id: Number(id) })).body
  const before = (await client.get(closed.path)).body

  assert.equal((await client.delete(`/parley/admins/${id}`, { hand_over_to_admin_id: heir })).status, 200)
  assert.ok((await runHandOvers(app)) >= 1)
  const [one, two, three] = await Promise.all(
    [open, asleep, closed].map(async ({ path }) => (await client.get(path)).body),
  )
  assert.deepEqual([one.admin_assignee_id, two.admin_assignee_id, three.admin_assignee_id], Array(3).fill(Number(heir)))
  assert.deepEqual([one.state, two.state, three.state], ['open', 'snoozed', 'closed'])
  const parts = one.conversation_parts.conversation_parts
  assert.partialDeepStrictEqual(parts.at(-1), { part_type: 'assignment', assigned_to: { type: 'admin', id: heir } })
  assert.equal(parts.filter(({ assigned_to }: any) => assigned_to?.id === heir).length, 1)
  assert.deepEqual(three.conversation_parts, before.conversation_parts)
  assert.equal((await topicsOf(app, open.id)).at(-1), 'conversation.admin.open.assigned')
  assert.equal((await topicsOf(app, asleep.id)).at(-1), 'conversation.admin.assigned')
  assert.equal((await client.get(`/contacts/${contact.id}`)).body.owner_id, heir)
})

test('they go to a team, and where nobody is named, or who was named has left as well, to nobody', async () => {
  const team = (await client.post('/parley/teams', { name: 'Takers' })).body
  const [one, two, three, gone] = [await hire(), await hire(), await hire(), await hire()]
  const scenes = []
  for (const id of [one, two, three]) {
    const scene = await newConversation(client)
    const part = { message_type: 'assignment', type: 'admin', admin_id: owner, assignee_id: id }
    await client.post(`${scene.path}/parts`, part)
    scenes.push(scene)
  }
  await client.delete(`/parley/admins/${one}`, { hand_over_to_team_id: team.id })
  await client.delete(`/parley/admins/${two}`, {})
  await client.delete(`/parley/admins/${three}`, { hand_over_to_admin_id: gone })
  await client.delete(`/parley/admins/${gone}`, {})
  await runHandOvers(app)
  const assignees = []
  for (const { path } of scenes) {
    const { body } = await client.get(path)
    assignees.push([body.admin_assignee_id, body.team_assignee_id])
  }
  assert.deepEqual(assignees, [
    [0, Number(team.id)],
    [0, 0],
    [0, 0],
  ])
})

test('to whom things are handed over must be somebody, and somebody else', async () => {
  const id = await hire()
  const other = await app.createWorkspace()
  for (const [body, code] of [
    [{ hand_over_to_admin_id: id }, 'parameter_invalid'],
    [{ hand_over_to_admin_id: owner, hand_over_to_team_id: 1 }, 'parameter_invalid'],
    [{ hand_over_to_admin_id: other.adminId }, 'assignee_not_found'],
    [{ hand_over_to_team_id: '0' }, 'assignee_not_found'],
  ] as const)
    assert.equal((await client.delete(`/parley/admins/${id}`, body)).body.errors[0].code, code)
  assert.equal((await client.get(`/admins/${id}`)).status, 200)
})

test('nobody removes the admin who asks, nor the last one', async () => {
  const refused = await client.delete(`/parley/admins/${owner}`, {})
  assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'conflict'])
  const { id, adminId } = await app.createWorkspace()
  const last = act(app, id, async (ctx) => void (await removeAdmin(ctx, adminId, null)))
  await assert.rejects(last, { status: 409, message: 'The last admin of a workspace cannot be removed' })
})

test('two admins who remove each other at once do not leave the workspace without one', async () => {
  const { token, adminId } = await app.createWorkspace()
  const one = app.client({ token })
  const other = (await one.post('/parley/admins', { name: 'Other', email: 'other@example.com' })).body
  const theirs = (await one.post('/parley/tokens', { name: 'x', admin_id: other.id, settings: true })).body.token
  const two = app.client({ token: theirs })
  await Promise.all([one.get('/me'), two.get('/me')])
  const replies = await Promise.all([
    one.delete(`/parley/admins/${other.id}`, {}),
    two.delete(`/parley/admins/${adminId}`, {}),
  ])
  assert.equal(replies.filter(({ status }) => status === 200).length, 1)
})
