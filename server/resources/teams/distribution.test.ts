import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Client } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'
import { distributeWaiting } from './distribute-waiting.task.ts'

const app = await testApp({ own: true })

async function newScene() {
  const workspace = await app.createWorkspace()
  const client = app.client({ token: workspace.token })
  const owner = workspace.adminId
  const hire = async (name: string, details: object = {}): Promise<number> => {
    const admin = { name, email: `${name.toLowerCase()}@example.com`, has_inbox_seat: true, ...details }
    return Number((await client.post('/parley/admins', admin)).body.id)
  }
  const team = async (distribution_method: string, admin_ids: number[], more: object = {}): Promise<string> =>
    (await client.post('/parley/teams', { name: 'Support', distribution_method, admin_ids, ...more })).body.id
  const part = (id: string, body: object) =>
    client.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: owner, ...body })
  const assign = (id: string, team: string) => part(id, { message_type: 'assignment', type: 'team', assignee_id: team })
  /** A new conversation that is assigned to the team. */
  const comes = async (team: string): Promise<string> => {
    const { id } = await newConversation(client)
    assert.equal((await assign(id, team)).status, 200)
    return id
  }
  const away = (admin: number, is = true, reassign = false) =>
    client.put(`/admins/${admin}/away`, { away_mode_enabled: is, away_mode_reassign: reassign })
  const distribute = () => distributeWaiting.run(app, { workspace_id: workspace.id })
  return { workspace, client, hire, team, part, assign, comes, away, distribute, of: assigneeOf(client) }
}

/** The admin that a conversation is assigned to. */
const assigneeOf = (client: Client) => async (id: string) =>
  (await client.get(`/conversations/${id}`)).body.admin_assignee_id

async function inTurn<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let at = 0; at < count; at++) all.push(await act())
  return all
}

test('a team without distribution keeps conversations in its inbox', async () => {
  const { hire, team, comes, of } = await newScene()
  assert.equal(await of(await comes(await team('manual', [await hire('Ada')]))), 0)
})

test('round robin gives one to each member in turn, however many they have', async () => {
  const { hire, team, comes, part, of } = await newScene()
  const [ada, bob] = [await hire('Ada'), await hire('Bob')]
  const support = await team('round_robin', [ada, bob])
  const first = await comes(support)
  assert.equal(await of(first), ada)
  await part(first, { message_type: 'close' })
  const given = await inTurn(3, async () => of(await comes(support)))
  assert.deepEqual(given, [bob, ada, bob])
})

test('the part that gives a conversation to a member is an assignment by the bot, and is told of', async () => {
  const { client, workspace, hire, team, comes } = await newScene()
  const ada = await hire('Ada')
  const support = await team('round_robin', [ada])
  const { body } = await client.get(`/conversations/${await comes(support)}`)
  const parts = body.conversation_parts.conversation_parts.map(({ part_type, assigned_to, author }: any) => [
    part_type,
    assigned_to.type,
    author.type,
  ])
  assert.deepEqual(parts, [
    ['assignment', 'team', 'admin'],
    ['assignment', 'admin', 'bot'],
  ])
  assert.deepEqual([body.team_assignee_id, body.statistics.count_assignments], [Number(support), 2])
  const events = await app.db<{ to: string }[]>`
    select item -> 'conversation_parts' -> 'conversation_parts' -> 0 -> 'assigned_to' ->> 'type' as to from events
    where workspace_id = ${workspace.id} and topic = 'conversation.admin.assigned' order by id`
  assert.deepEqual(
    events.map(({ to }) => to),
    ['team', 'admin'],
  )
})

test('balanced gives to the member with the fewest open conversations, then to who got none for the longest time', async () => {
  const { hire, team, comes, part, of } = await newScene()
  const [ada, bob] = [await hire('Ada'), await hire('Bob')]
  const support = await team('load_balanced', [ada, bob], { assignment_limit: 3 })
  const [one] = await inTurn(4, () => comes(support))
  await part(one!, { message_type: 'snoozed', snoozed_until: Math.floor(app.clock.now().getTime() / 1000) + 60 })
  // Bob has two and Ada one, because a snoozed conversation does not count; with two each, Bob has waited longer.
  const given = await inTurn(3, async () => of(await comes(support)))
  assert.deepEqual(given, [ada, bob, ada])
})

test('a member without any gets three before a member with three gets one', async () => {
  const { client, hire, team, comes, of } = await newScene()
  const [ada, bob] = [await hire('Ada'), await hire('Bob')]
  const support = await team('load_balanced', [ada])
  await inTurn(3, () => comes(support))
  await client.put(`/parley/teams/${support}`, { admin_ids: [ada, bob] })
  assert.deepEqual(await inTurn(4, async () => of(await comes(support))), [bob, bob, bob, ada])
})

test('the limit of a member holds over all teams', async () => {
  const { client, hire, team, comes, of } = await newScene()
  const ada = await hire('Ada', { conversation_assignment_limit: 2 })
  assert.equal((await client.get(`/parley/admins/${ada}`)).body.conversation_assignment_limit, 2)
  const [one, two] = [await team('load_balanced', [ada]), await team('load_balanced', [ada])]
  const given = [await of(await comes(one)), await of(await comes(two)), await of(await comes(one))]
  assert.deepEqual(given, [ada, ada, 0])
})

test('members who are away or have no seat are skipped', async () => {
  const { hire, team, comes, away, of } = await newScene()
  const [ada, bob, eve] = [await hire('Ada'), await hire('Bob', { has_inbox_seat: false }), await hire('Eve')]
  await away(ada)
  for (const method of ['round_robin', 'load_balanced']) {
    const support = await team(method, [ada, bob, eve])
    assert.deepEqual(await inTurn(2, async () => of(await comes(support))), [eve, eve])
  }
})

test('secondary members get conversations once the primary ones have reached their limits', async () => {
  const { hire, team, comes, of } = await newScene()
  const [ada, bob] = [await hire('Ada'), await hire('Bob')]
  const levels = { admin_priority_level: { primary_admin_ids: [bob], secondary_admin_ids: [ada] } }
  const support = await team('load_balanced', [ada, bob], { ...levels, assignment_limit: 2 })
  assert.deepEqual(await inTurn(5, async () => of(await comes(support))), [bob, bob, ada, ada, 0])
})

test('twenty conversations that come at once break no limit, and none is lost', async () => {
  const { client, hire, team, assign, comes, of } = await newScene()
  const admins = [await hire('Ada'), await hire('Bob'), await hire('Eve')]
  const support = await team('load_balanced', admins, { assignment_limit: 4 })
  await comes(support)
  const made = await inTurn(20, () => newConversation(client))
  const replies = await Promise.all(made.map(({ id }) => assign(id, support)))
  assert.deepEqual([...new Set(replies.map(({ status }) => status))], [200])
  const given = await Promise.all(made.map(({ id }) => of(id)))
  const counts = Map.groupBy(given, (admin) => admin)
  assert.equal(counts.get(0)!.length, 9)
  assert.deepEqual(admins.map((admin) => counts.get(admin)!.length).toSorted(), [3, 4, 4])
})

test('conversations that wait are given when somebody is free: the urgent one first, then the longest waiting', async () => {
  const { client, hire, team, comes, part, of, distribute } = await newScene()
  const ada = await hire('Ada')
  const support = await team('load_balanced', [ada], { assignment_limit: 1 })
  const first = await comes(support)
  app.clock.advance(60)
  const old = await comes(support)
  app.clock.advance(60)
  const urgent = await comes(support)
  await client.put(`/conversations/${urgent}`, { custom_attributes: {} })
  await app.db`update threads set priority = 'urgent' where id = ${urgent}`
  await distribute()
  assert.deepEqual([await of(old), await of(urgent)], [0, 0])
  await part(first, { message_type: 'close' })
  const young = await comes(support)
  assert.equal(await of(young), 0, 'passes nobody who waits')
  await distribute()
  assert.deepEqual([await of(old), await of(urgent), await of(young)], [0, ada, 0])
  await part(urgent, { message_type: 'close' })
  await distribute()
  assert.deepEqual([await of(old), await of(young)], [ada, 0])
})

test('conversations wait while everybody is away, and are given when one is back', async () => {
  const { workspace, hire, team, comes, away, of, distribute } = await newScene()
  const ada = await hire('Ada')
  const support = await team('round_robin', [ada])
  await away(ada)
  const waiting = await inTurn(2, () => comes(support))
  assert.deepEqual(await Promise.all(waiting.map(of)), [0, 0])
  await app.db`select graphile_worker.remove_job(${`distribute_waiting:${workspace.id}`}::text)`
  await away(ada, false)
  const [job] = await app.db`
    select key from graphile_worker.jobs where key = ${`distribute_waiting:${workspace.id}`}`
  assert.ok(job, 'coming back enqueues the distribution')
  await distribute()
  assert.deepEqual(await Promise.all(waiting.map(of)), [ada, ada])
})

test('waiting conversations of a team go to its primary members before those of others go to secondary ones', async () => {
  const { hire, team, comes, away, of, distribute } = await newScene()
  const ada = await hire('Ada', { conversation_assignment_limit: 1 })
  await away(ada)
  const second = await team('load_balanced', [ada], { admin_priority_level: { secondary_admin_ids: [ada] } })
  const first = await team('load_balanced', [ada])
  const old = await comes(second)
  app.clock.advance(60)
  const young = await comes(first)
  await away(ada, false)
  await distribute()
  assert.deepEqual([await of(old), await of(young)], [0, ada])
})

for (const [title, free] of [
  ['closing a conversation', (s, id) => s.part(id, { message_type: 'close' })],
  ['snoozing a conversation', (s, id) => s.part(id, { message_type: 'snoozed', snoozed_until: 4_000_000_000 })],
  [
    'assigning it to another admin',
    (s, id) => s.part(id, { message_type: 'assignment', assignee_id: s.workspace.adminId }),
  ],
  ['deleting a conversation', (s, id) => s.client.delete(`/conversations/${id}`)],
] as [string, (scene: Awaited<ReturnType<typeof newScene>>, id: string) => Promise<unknown>][])
  test(`${title} frees its admin for one that waits`, async () => {
    const scene = await newScene()
    const ada = await scene.hire('Ada')
    const support = await scene.team('load_balanced', [ada], { assignment_limit: 1 })
    const [first, second] = await inTurn(2, () => scene.comes(support))
    const key = `distribute_waiting:${scene.workspace.id}`
    await app.db`select graphile_worker.remove_job(${key}::text)`
    await free(scene, first!)
    assert.equal((await app.db`select from graphile_worker.jobs where key = ${key}`).length, 1)
    await scene.distribute()
    assert.equal(await scene.of(second!), ada)
  })

test("a contact's reply to an admin who is away and gives replies back returns the conversation to its team", async () => {
  const { client, hire, team, assign, part, away } = await newScene()
  const [ada, bob] = [await hire('Ada'), await hire('Bob')]
  const manual = await team('manual', [ada, bob])
  const shared = await team('round_robin', [ada, bob])
  const replyTo = async (to: string | null) => {
    const { id, user } = await newConversation(client)
    if (to) await assign(id, to)
    await part(id, { message_type: 'assignment', assignee_id: ada })
    await away(ada, true, true)
    const before = (await client.get(`/conversations/${id}`)).body
    assert.equal(before.admin_assignee_id, ada, 'not at once')
    const reply = { type: 'user', intercom_user_id: user.id, message_type: 'comment', body: 'Anybody?' }
    const { body } = await client.post(`/conversations/${id}/reply`, reply)
    await away(ada, false)
    const parts = body.conversation_parts.conversation_parts.map(({ part_type }: any) => part_type)
    return [body.admin_assignee_id, body.team_assignee_id, parts.slice(parts.indexOf('comment'))]
  }
  assert.deepEqual(await replyTo(null), [0, 0, ['comment', 'away_mode_assignment']])
  assert.deepEqual(await replyTo(manual), [0, Number(manual), ['comment', 'away_mode_assignment']])
  assert.deepEqual(await replyTo(shared), [bob, Number(shared), ['comment', 'away_mode_assignment', 'assignment']])
})

test('a reply to an admin who is away and keeps replies changes no assignee', async () => {
  const { client, hire, part, away, of } = await newScene()
  const ada = await hire('Ada')
  const { id, user } = await newConversation(client)
  await part(id, { message_type: 'assignment', assignee_id: ada })
  await away(ada)
  const reply = { type: 'user', intercom_user_id: user.id, message_type: 'comment', body: 'Anybody?' }
  await client.post(`/conversations/${id}/reply`, reply)
  assert.equal(await of(id), ada)
})
