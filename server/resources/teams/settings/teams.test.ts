import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newConversation } from '../../conversations/test-scene.ts'
import { handOver } from '../../admins/hand-over/hand-over.task.ts'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const olive = app.workspace.adminId
const hire = async (name: string) =>
  Number((await client.post('/parley/admins', { name, email: `${name}@example.com`, has_inbox_seat: true })).body.id)
const [ada, bob] = [await hire('ada'), await hire('bob')]
const make = (team: object) => client.post('/parley/teams', { name: 'Support', ...team })
const balanced = { distribution_method: 'load_balanced', assignment_limit: 5 }

test('a team is made with its members, and the API shows it', async () => {
  const levels = { secondary_admin_ids: [String(bob)] }
  const { status, body } = await make({ ...balanced, admin_ids: [ada, String(bob)], admin_priority_level: levels })
  assert.equal(status, 200)
  const { created_at, ...shown } = body
  assert.equal(created_at, app.clock.now().getTime() / 1000)
  assert.deepEqual(shown, {
    type: 'team',
    id: body.id,
    name: 'Support',
    admin_ids: [ada, bob],
    admin_priority_level: { primary_admin_ids: [ada], secondary_admin_ids: [bob] },
    assignment_limit: 5,
    distribution_method: 'load_balanced',
  })
  assert.deepEqual((await client.get(`/teams/${body.id}`)).body, shown)
  assert.deepEqual((await client.get(`/parley/teams/${body.id}`)).body, body)
  assert.deepEqual((await client.get('/parley/teams')).body.data.at(-1), body)
})

test('a team may be nobody', async () => {
  const { body } = await make({})
  assert.deepEqual([body.admin_ids, body.distribution_method, body.assignment_limit], [[], null, null])
  const filled = await client.put(`/parley/teams/${body.id}`, { admin_ids: [olive] })
  assert.deepEqual(filled.body.admin_ids, [olive])
  assert.deepEqual((await client.put(`/parley/teams/${body.id}`, { admin_ids: [] })).body.admin_ids, [])
})

test('missing properties stay; a team that stops balancing has only primary members', async () => {
  const { id } = (
    await make({ ...balanced, admin_ids: [ada, bob], admin_priority_level: { secondary_admin_ids: [bob] } })
  ).body
  const put = async (body: object) => (await client.put(`/parley/teams/${id}`, body)).body
  assert.partialDeepStrictEqual(await put({ name: 'Sales' }), {
    name: 'Sales',
    admin_ids: [ada, bob],
    admin_priority_level: { primary_admin_ids: [ada], secondary_admin_ids: [bob] },
    assignment_limit: 5,
  })
  await put({ distribution_method: 'manual', assignment_limit: null })
  const back = await put({ distribution_method: 'load_balanced' })
  assert.deepEqual(back.admin_priority_level, { primary_admin_ids: [ada, bob], secondary_admin_ids: [] })
  assert.equal(back.assignment_limit, null)
})

for (const [body, message] of [
  [{ name: ' ' }, 'name must not be blank'],
  [{ distribution_method: 'random' }, 'distribution_method must be one of: manual, round_robin, load_balanced'],
  [{ assignment_limit: 0 }, 'assignment_limit must be at least 1'],
  [{ admin_ids: ['x'] }, 'admin_ids must contain only numeric admin ids'],
  [{ admin_ids: [1] }, 'admin_ids names 1, which is no teammate of this workspace'],
  [
    { admin_ids: [ada], admin_priority_level: { secondary_admin_ids: [ada] } },
    'secondary_admin_ids can only be set on a team whose distribution_method is load_balanced',
  ],
  [
    { admin_ids: [ada], admin_priority_level: { primary_admin_ids: [bob] } },
    `admin_priority_level names ${bob}, which is on neither the team nor admin_ids`,
  ],
] as const)
  test(`${JSON.stringify(body)} is no team`, async () => {
    const before = (await client.get('/parley/teams')).body
    const reply = await make(body)
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
    assert.deepEqual((await client.get('/parley/teams')).body, before)
  })

test('a deleted team is no more; its conversations go to another, or to none', async () => {
  const [one, two, heir] = [(await make({})).body.id, (await make({})).body.id, (await make({})).body.id]
  const scenes = []
  for (const assignee_id of [one, two]) {
    const scene = await newConversation(client)
    const assign = { message_type: 'assignment', type: 'team', admin_id: olive, assignee_id }
    assert.equal((await client.post(`${scene.path}/parts`, assign)).status, 200)
    scenes.push(scene)
  }
  const { body } = await client.delete(`/parley/teams/${one}`, { hand_over_to_team_id: heir })
  assert.deepEqual(body, { type: 'team', id: one, deleted: true })
  await client.delete(`/parley/teams/${two}`, {})
  for (const path of [`/teams/${one}`, `/parley/teams/${one}`]) assert.equal((await client.get(path)).status, 404)
  assert.equal((await client.put(`/parley/teams/${one}`, { name: 'x' })).status, 404)
  assert.equal((await client.put(`/teams/${one}`, { admin_ids: [ada] })).status, 404)
  assert.equal((await client.delete(`/parley/teams/${one}`, {})).status, 404)
  assert.ok(!JSON.stringify((await client.get('/teams')).body).includes(`"${one}"`))

  const jobs = await app.db<{ payload: any }[]>`
    select payload from graphile_worker._private_jobs
    where (payload ->> 'workspace_id')::int = ${app.workspace.id} and payload -> 'from' ->> 'type' = 'team'`
  for (const { payload } of jobs) await handOver.run({ db: app.db, clock: app.clock }, payload)
  const [first, second] = [(await client.get(scenes[0]!.path)).body, (await client.get(scenes[1]!.path)).body]
  assert.deepEqual([String(first.team_assignee_id), Number(second.team_assignee_id)], [heir, 0])
  const again = { message_type: 'assignment', type: 'team', admin_id: olive, assignee_id: one }
  const refused = await client.post(`${scenes[0]!.path}/parts`, again)
  assert.equal(refused.body.errors[0].code, 'assignee_not_found')
})

test("another workspace's teams and admins are not found", async () => {
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  const { id } = (await make({})).body
  assert.equal((await theirs.get(`/parley/teams/${id}`)).status, 404)
  assert.equal((await theirs.put(`/parley/teams/${id}`, { name: 'x' })).status, 404)
  assert.equal((await theirs.delete(`/parley/teams/${id}`, {})).status, 404)
  assert.equal((await make({ admin_ids: [stranger.adminId] })).status, 400)
})
