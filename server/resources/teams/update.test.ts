import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const { adminId: olive, id: workspace_id } = app.workspace
const now = app.clock.now()

const hire = async (name: string, kind = 'admin') => {
  const admin = { workspace_id, kind, name, email: `${name}@example.com`, created_at: now }
  const [row] = await app.db<{ id: number }[]>`insert into admins ${app.db(admin)} returning id`
  return row!.id
}
const [ada, bob] = [await hire('ada'), await hire('bob')]

async function makeTeam(distribution_method = 'load_balanced', members: [number, string][] = [[olive, 'primary']]) {
  const [team] = await app.db<{ id: number }[]>`
    insert into teams ${app.db({ workspace_id, name: 'Support', distribution_method, assignment_limit: 10, created_at: now })} returning id`
  await app.db`insert into team_members ${app.db(
    members.map(([admin_id, priority]) => ({ workspace_id, team_id: team!.id, admin_id, priority })),
  )}`
  return String(team!.id)
}

const put = (id: string, body: unknown, query = '') => client.put(`/teams/${id}${query}`, body)
const levelsOf = (body: any) => [
  body.admin_priority_level.primary_admin_ids,
  body.admin_priority_level.secondary_admin_ids,
]

test('the list is who is in the team from then on', async () => {
  const id = await makeTeam()
  const { status, body } = await put(id, { admin_ids: [ada, String(bob)] })
  assert.equal(status, 200)
  assert.deepEqual(body.admin_ids, [ada, bob])
  assert.deepEqual((await client.get(`/teams/${id}`)).body, body)
})

test('a new member is primary, one that is named at no level keeps the one it has', async () => {
  const id = await makeTeam('load_balanced', [
    [olive, 'primary'],
    [ada, 'secondary'],
  ])
  const { body } = await put(id, { admin_ids: [olive, ada, bob], admin_priority_level: { primary_admin_ids: null } })
  assert.deepEqual(levelsOf(body), [[olive, bob], [ada]])
  const swapped = await put(id, {
    admin_ids: [olive, ada, bob],
    admin_priority_level: { primary_admin_ids: [ada], secondary_admin_ids: [olive] },
  })
  assert.deepEqual(levelsOf(swapped.body), [[ada, bob], [olive]])
})

test('a team as it was read can be sent back with other members: the level of who leaves counts for nothing', async () => {
  const id = await makeTeam('load_balanced', [
    [olive, 'primary'],
    [ada, 'secondary'],
  ])
  const { body: read } = await client.get(`/teams/${id}`)
  const unchanged = await put(id, read)
  assert.deepEqual(unchanged.body, read)
  const { status, body } = await put(id, { ...read, admin_ids: [olive] })
  assert.equal(status, 200)
  assert.deepEqual([body.admin_ids, levelsOf(body)], [[olive], [[olive], []]])
})

const MEMBERS_ONLY = 'Only admin_ids and admin_priority_level can be updated on a team, but the request changed'
const operator = await hire('Robot', 'operator')
const invalid: [string, object, string][] = [
  ['no ids', { admin_ids: [] }, 'admin_ids must contain at least one admin id'],
  ['a word for an id', { admin_ids: [olive, 'bob'] }, 'admin_ids must contain only numeric admin ids'],
  ['a fraction for an id', { admin_ids: [1.5] }, 'admin_ids must contain only numeric admin ids'],
  ['an object for an id', { admin_ids: [{}] }, 'admin_ids must contain only numeric admin ids'],
  ['no list of ids', { admin_ids: 'all' }, 'admin_ids must be an array'],
  ['another name', { admin_ids: [olive], name: 'Sales' }, `${MEMBERS_ONLY} name`],
  ['what a team does not have', { admin_ids: [olive], colour: 'red' }, `${MEMBERS_ONLY} colour`],
  ['a bot', { admin_ids: [operator] }, `admin_ids names ${operator}, which is no teammate of this workspace`],
  [
    'a level for somebody else',
    { admin_ids: [olive], admin_priority_level: { primary_admin_ids: [bob] } },
    `admin_priority_level names ${bob}, which is on neither the team nor admin_ids`,
  ],
  [
    'two levels for one',
    { admin_ids: [olive], admin_priority_level: { primary_admin_ids: [olive], secondary_admin_ids: [olive] } },
    `admin_priority_level gives ${olive} more than one priority level`,
  ],
]
for (const [what, body, message] of invalid)
  test(`${what} is refused, and nothing changes`, async () => {
    const id = await makeTeam()
    const before = (await client.get(`/teams/${id}`)).body
    const reply = await put(id, body)
    assert.equal(reply.status, 400)
    assert.deepEqual(reply.body.errors, [{ code: 'parameter_invalid', message }])
    assert.deepEqual((await client.get(`/teams/${id}`)).body, before)
  })

test('only a team that balances work has secondary members', async () => {
  const id = await makeTeam('round_robin')
  const levels = (level: object) => put(id, { admin_ids: [olive], admin_priority_level: level })
  assert.equal((await levels({ secondary_admin_ids: [olive] })).status, 400)
  assert.equal((await levels({ primary_admin_ids: [olive], secondary_admin_ids: [] })).status, 200)
})

test('parameters in the query are refused, not ignored', async () => {
  const { status, body } = await put(await makeTeam(), { admin_ids: [ada] }, `?admin_ids=${olive}`)
  assert.deepEqual([status, body.errors[0].code], [400, 'bad_request'])
})

test('admin_ids must be given', async () => {
  const { status, body } = await put(await makeTeam(), {})
  assert.deepEqual([status, body.errors[0].message], [400, 'admin_ids is a required parameter'])
})

test('a team that another request is changing answers 409', async () => {
  const id = await makeTeam()
  await app.db.begin(async (tx) => {
    await tx`select from teams where workspace_id = ${workspace_id} and id = ${id} for update`
    const { status, body } = await put(id, { admin_ids: [ada] })
    assert.equal(status, 409)
    assert.deepEqual(body.errors, [
      { code: 'conflict', message: 'The members of this team are being changed by another request. Try again.' },
    ])
  })
  assert.equal((await put(id, { admin_ids: [ada] })).status, 200)
})

test("neither another workspace's team nor its admins can be named", async () => {
  const stranger = await app.createWorkspace()
  const id = await makeTeam()
  const theirs = app.client({ version: 'Preview', token: stranger.token })
  const reply = await theirs.put(`/teams/${id}`, { admin_ids: [stranger.adminId] })
  assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'team_not_found'])
  assert.equal((await put(id, { admin_ids: [stranger.adminId] })).status, 400)
  assert.equal((await put('abc', { admin_ids: [olive] })).status, 404)
})

test('the stable versions do not have it', async () => {
  const { status, body } = await app.client({ version: '2.16' }).put(`/teams/${await makeTeam()}`, { admin_ids: [ada] })
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})
