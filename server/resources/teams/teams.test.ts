import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const { adminId, id: workspaceId } = app.workspace

async function insertTeam(team: { name: string; distribution_method?: string; assignment_limit?: number }) {
  const [row] = await app.db<{ id: number }[]>`
    insert into teams ${app.db({ workspace_id: workspaceId, ...team, created_at: app.clock.now() })} returning id`
  return row!.id
}

const join = (team_id: number, admin_id: number, priority: string | null) =>
  app.db`insert into team_members ${app.db({ workspace_id: workspaceId, team_id, admin_id, priority })}`

test('teams are listed in the order in which they were made, with who is in them', async () => {
  const support = await insertTeam({ name: 'Support', distribution_method: 'round_robin', assignment_limit: 20 })
  const empty = await insertTeam({ name: 'Empty' })
  await join(support, adminId, 'primary')
  const { body } = await client.get('/teams')
  assert.deepEqual(body, {
    type: 'team.list',
    teams: [
      {
        type: 'team',
        id: String(support),
        name: 'Support',
        admin_ids: [adminId],
        distribution_method: 'round_robin',
      },
      {
        type: 'team',
        id: String(empty),
        name: 'Empty',
        admin_ids: [],
        distribution_method: null,
      },
    ],
  })
})

test('a team that balances work tells who takes it first; versions tell what they know of it', async () => {
  const id = await insertTeam({ name: 'Balanced', distribution_method: 'load_balanced', assignment_limit: 10 })
  await join(id, adminId, 'secondary')
  const known = { type: 'team', id: String(id), name: 'Balanced', admin_ids: [adminId] }
  const levels = { admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [adminId] } }
  const method = { distribution_method: 'load_balanced' }
  const limits = { assignment_limit: 10, ...method }
  for (const [version, shown] of [
    ['2.7', known],
    ['2.8', { ...known, ...levels }],
    ['2.10', { ...known, ...levels }],
    ['2.11', { ...known, ...levels, ...method }],
    ['2.13', { ...known, ...levels, ...method }],
    ['2.14', { ...known, ...levels, ...limits }],
    ['Preview', { ...known, ...levels, ...limits }],
  ] as const)
    assert.deepEqual((await app.client({ version }).get(`/teams/${id}`)).body, shown, version)
})

test("there is no team of another workspace, and none that is no number's", async () => {
  const id = await insertTeam({ name: 'Ours' })
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  assert.deepEqual((await theirs.get('/teams')).body.teams, [])
  for (const reply of [
    await theirs.get(`/teams/${id}`),
    await client.get('/teams/0'),
    await client.get('/teams/abc'),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'team_not_found', message: 'Team not found' }])
  }
})

for (const version of SAMPLED_VERSIONS)
  test(`teams conform in ${version}`, async () => {
    const id = await insertTeam({ name: version, distribution_method: 'load_balanced', assignment_limit: 3 })
    const old = app.client({ version })
    assert.equal((await old.get('/teams')).status, 200)
    assert.equal((await old.get(`/teams/${id}`)).status, 200)
  })
