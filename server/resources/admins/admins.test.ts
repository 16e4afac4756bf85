import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const { adminId } = app.workspace

test('the admin behind the token is told with its workspace', async () => {
  const { body } = await client.get('/me')
  assert.equal(body.id, String(adminId))
  assert.equal(body.email_verified, true)
  assert.equal(body.app.id_code, app.workspace.app_id)
  assert.equal(body.app.region, 'US')
})

test('teammates and the operator are listed', async () => {
  const { body } = await client.get('/admins')
  assert.equal(body.type, 'admin.list')
  assert.deepEqual(
    body.admins.map((admin: { name: string }) => admin.name),
    ['Olive Owner', 'Operator'],
  )
})

test('an admin tells its teams, and which it takes first, from the version that knows priorities', async () => {
  const [team] = await app.db`
    insert into teams (workspace_id, name, created_at) values (${app.workspace.id}, 'Support', now()) returning id`
  await app.db`
    insert into team_members (workspace_id, team_id, admin_id, priority)
    values (${app.workspace.id}, ${team!['id']}, ${adminId}, 'primary')`
  const { body } = await client.get(`/admins/${adminId}`)
  assert.deepEqual(body.team_ids, [team!['id']])
  assert.deepEqual(body.team_priority_level, { primary_team_ids: [team!['id']] })
  const old = await app.client({ version: '2.7' }).get(`/admins/${adminId}`)
  assert.equal('team_priority_level' in old.body, false)
})

for (const id of ['0', 'abc', '999999999', '1e3', '9'.repeat(40)])
  test(`there is no admin ${id.slice(0, 12)}`, async () => {
    const { status, body } = await client.get(`/admins/${id}`)
    assert.equal(status, 404)
    assert.deepEqual(body.errors, [{ code: 'admin_not_found', message: 'Admin not found' }])
  })

test('an admin goes away and comes back, and others are told', async () => {
  const { body: reason } = await client.post('/parley/away_status_reasons', { label: 'Lunch' })
  const away = await client.put(`/admins/${adminId}/away`, {
    away_mode_enabled: true,
    away_mode_reassign: true,
    away_status_reason_id: Number(reason.id),
  })
  assert.equal(away.status, 200)
  assert.deepEqual(
    [away.body.away_mode_enabled, away.body.away_mode_reassign, away.body.away_status_reason_id],
    [true, true, Number(reason.id)],
  )
  const back = await client.put(`/admins/${adminId}/away`, { away_mode_enabled: false, away_mode_reassign: false })
  assert.equal(back.body.away_status_reason_id, null)
  const events = await app.db`
    select item ->> 'away_mode_enabled' as away from events
    where workspace_id = ${app.workspace.id} and topic = 'admin.away_mode_updated' order by id`
  assert.deepEqual(
    events.map((event) => event['away']),
    ['true', 'false'],
  )
})

test('both switches must be given', async () => {
  const { status, body } = await client.put(`/admins/${adminId}/away`, { away_mode_enabled: true })
  assert.equal(status, 400)
  assert.deepEqual(body.errors, [
    { code: 'parameter_not_found', message: 'away_mode_reassign is a required parameter' },
  ])
})

test('the operator cannot be away, nor can an admin of another workspace', async () => {
  const { body } = await client.get('/admins')
  const other = await app.createWorkspace()
  for (const id of [body.admins[1].id, other.adminId]) {
    const reply = await client.put(`/admins/${id}/away`, { away_mode_enabled: true, away_mode_reassign: false })
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'admin_not_found', message: 'Admin for admin_id not found' }])
  }
})

for (const version of SAMPLED_VERSIONS)
  test(`admins conform in ${version}`, async () => {
    const old = app.client({ version })
    for (const path of ['/me', '/admins', `/admins/${adminId}`]) assert.equal((await old.get(path)).status, 200)
    const away = { away_mode_enabled: false, away_mode_reassign: false }
    assert.equal((await old.put(`/admins/${adminId}/away`, away)).status, 200)
  })

test('admins are listed with an avatar where it is asked for', async () => {
  const listed = async (query: string) => (await app.client().get(`/admins${query}`)).body.admins
  for (const admin of await listed('?display_avatar=true'))
    assert.deepEqual(Object.keys(admin.avatar), ['type', 'image_url'])
  for (const query of ['', '?display_avatar=false'])
    for (const admin of await listed(query)) assert.equal('avatar' in admin, false)
})
