import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'

const app = await testApp()

async function newScene() {
  const workspace = await app.createWorkspace()
  const client = app.client({ token: workspace.token })
  const team = async (details: object = {}): Promise<string> =>
    (await client.post('/parley/teams', { name: 'Support', ...details })).body.id
  const rule = async (about: string | null, to: object, more: object = {}) => {
    const conditions = about === null ? null : { field: 'source.body', operator: '~', value: about }
    return (await client.post('/parley/assignment_rules', { name: about ?? 'All', conditions, assign_to: to, ...more }))
      .body
  }
  const comes = async (body: string) => {
    const { id } = await newConversation(client, body)
    return (await client.get(`/conversations/${id}`)).body
  }
  const names = async () => (await client.get('/parley/assignment_rules')).body.data.map(({ name }: any) => name)
  return { workspace, client, team, rule, comes, names }
}

test('a new conversation goes to the team or the admin of the first rule that it matches', async () => {
  const { workspace, client, team, rule, comes } = await newScene()
  const support = await team()
  await rule('invoice', { type: 'admin', id: workspace.adminId })
  await rule(null, { type: 'team', id: support })
  const [invoice, other] = [await comes('My invoice'), await comes('Hello')]
  assert.deepEqual([invoice.admin_assignee_id, invoice.team_assignee_id], [workspace.adminId, 0])
  assert.deepEqual([other.admin_assignee_id, other.team_assignee_id], [0, Number(support)])
  const [part] = other.conversation_parts.conversation_parts
  assert.deepEqual(
    [part.part_type, part.author.type, part.assigned_to],
    ['assignment', 'bot', { type: 'team', id: support }],
  )
  assert.equal(other.statistics.count_assignments, 1)
  const topics = await app.db<{ topic: string }[]>`
    select topic from events where workspace_id = ${workspace.id} and item ->> 'id' = ${other.id} order by id`
  assert.deepEqual(
    topics.map(({ topic }) => topic),
    ['conversation.user.created', 'conversation.admin.assigned', 'conversation.admin.open.assigned'],
  )
  assert.equal((await client.get(`/conversations/${other.id}`)).body.waiting_since, other.created_at)
})

test('a rule that assigns to a balanced team leads to a member in the same request', async () => {
  const { workspace, team, rule, comes } = await newScene()
  const support = await team({ distribution_method: 'load_balanced', admin_ids: [workspace.adminId] })
  await rule(null, { type: 'team', id: support })
  const { admin_assignee_id, team_assignee_id } = await comes('Hello')
  assert.deepEqual([admin_assignee_id, team_assignee_id], [workspace.adminId, Number(support)])
})

test('inactive rules, and rules to a team that is deleted, are skipped', async () => {
  const { workspace, client, team, rule, comes } = await newScene()
  const [gone, off] = [await team(), await team()]
  await rule(null, { type: 'team', id: gone })
  await rule(null, { type: 'team', id: off }, { active: false })
  await rule(null, { type: 'admin', id: workspace.adminId })
  await client.delete(`/parley/teams/${gone}`, {})
  assert.equal((await comes('Hello')).admin_assignee_id, workspace.adminId)
})

test('rules are run again on request in versions that have it, on the conversation as it is then', async () => {
  const { workspace, client, team, rule, comes } = await newScene()
  const support = await team()
  const before = await comes('Hello')
  await rule(null, { type: 'team', id: support }, { conditions: undefined })
  await client.put(`/parley/assignment_rules/${(await client.get('/parley/assignment_rules')).body.data[0].id}`, {
    conditions: { field: 'open', operator: '=', value: true },
  })
  const old = app.client({ token: workspace.token, version: '2.11' })
  const { status, body } = await old.post(`/conversations/${before.id}/run_assignment_rules`)
  assert.deepEqual([status, body.team_assignee_id], [200, Number(support)])
  const manage = { type: 'admin', admin_id: workspace.adminId }
  await client.post(`/conversations/${before.id}/parts`, { ...manage, message_type: 'close' })
  const closed = (await old.post(`/conversations/${before.id}/run_assignment_rules`)).body
  assert.equal(closed.state, 'closed', 'its rule is for open ones')
  assert.equal(closed.conversation_parts.conversation_parts.at(-1).part_type, 'default_assignment')
})

test('rules are placed among the others, which keep their order', async () => {
  const { workspace, client, rule, names } = await newScene()
  const to = { type: 'admin', id: workspace.adminId }
  for (const name of ['a', 'b', 'c']) await rule(name, to)
  const first = await rule('d', to, { position: 1 })
  assert.equal(first.position, 1)
  assert.deepEqual(await names(), ['d', 'a', 'b', 'c'])
  assert.equal((await client.put(`/parley/assignment_rules/${first.id}`, { position: 99 })).body.position, 4)
  assert.deepEqual(await names(), ['a', 'b', 'c', 'd'])
  await client.delete(`/parley/assignment_rules/${(await client.get('/parley/assignment_rules')).body.data[1].id}`)
  const { data } = (await client.get('/parley/assignment_rules')).body
  assert.deepEqual(
    data.map(({ name, position }: any) => [name, position]),
    [
      ['a', 1],
      ['c', 2],
      ['d', 3],
    ],
  )
})

for (const [title, body, status, code] of [
  [
    'a field that conversations do not have',
    { conditions: { field: 'nope', operator: '=', value: 1 } },
    400,
    'invalid_field',
  ],
  [
    'an operator that the field does not have',
    { conditions: { field: 'open', operator: '>', value: true } },
    400,
    'invalid_operator',
  ],
  ['conditions that are none', { conditions: 'all' }, 400, 'invalid_query'],
  ['a blank name', { name: ' ' }, 400, 'parameter_invalid'],
  ['a team that is not there', { assign_to: { type: 'team', id: 1 } }, 404, 'assignee_not_found'],
  ['an admin that is not there', { assign_to: { type: 'admin', id: 'x' } }, 404, 'assignee_not_found'],
  ['the place 0', { position: 0 }, 400, 'parameter_invalid'],
] as const)
  test(`a rule with ${title} is refused, and nothing is stored`, async () => {
    const { workspace, client, rule } = await newScene()
    const to = { type: 'admin', id: workspace.adminId }
    const { id } = await rule('a', to)
    const before = (await client.get('/parley/assignment_rules')).body
    for (const reply of [
      await client.put(`/parley/assignment_rules/${id}`, body),
      await client.post('/parley/assignment_rules', { name: 'b', assign_to: to, ...body }),
    ])
      assert.deepEqual([reply.status, reply.body.errors[0].code], [status, code])
    assert.deepEqual((await client.get('/parley/assignment_rules')).body, before)
  })

test("another workspace's rule is not found", async () => {
  const [own, other] = [await newScene(), await newScene()]
  const { id } = await own.rule(null, { type: 'admin', id: own.workspace.adminId })
  assert.equal((await other.client.get(`/parley/assignment_rules/${id}`)).status, 404)
  assert.equal((await other.client.get('/parley/assignment_rules/x')).status, 404)
  assert.equal((await other.comes('Hello')).admin_assignee_id, 0)
})
