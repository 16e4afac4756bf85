import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Client } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'
import { ACTIVITY_TYPES } from './types.ts'

const app = await testApp({ own: true })
const owner = String(app.workspace.adminId)
const client = app.client()

/** The changes of a workspace, the newest first. */
const logsOf = async (client: Client, query = '') => (await client.get(`/admins/activity_logs?${query}`)).body

const newWorkspace = async () => {
  const workspace = await app.createWorkspace()
  return { workspace, client: app.client({ token: workspace.token }) }
}

test('a change is listed with the admin, the address, a sentence and details', async () => {
  const team = (await client.post('/parley/teams', { name: 'Support', admin_ids: [owner] })).body
  const { type, pages, activity_logs } = await logsOf(client)
  assert.equal(type, 'activity_log.list')
  assert.deepEqual(pages, { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 1, prev: null })
  const { email, name } = (await client.get(`/admins/${owner}`)).body
  assert.match(activity_logs[0].id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assert.deepEqual(activity_logs, [
    {
      id: activity_logs[0].id,
      performed_by: { type: 'admin', id: owner, email, ip: '127.0.0.1' },
      metadata: { team: { id: Number(team.id), name: 'Support', member_count: 1 } },
      created_at: Math.floor(app.clock.now().getTime() / 1000),
      activity_type: 'app_team_creation',
      activity_description: `${name} created the team Support.`,
    },
  ])
})

test('each event type is recorded by the change that it names, and an unchanged thing by none', async () => {
  const { client, workspace } = await newWorkspace()
  const admin = (await client.post('/parley/admins', { name: 'Ada King', email: 'ada@example.com' })).body
  const team = (await client.post('/parley/teams', { name: 'Sales' })).body
  const hours = { name: 'Days', time_intervals: [{ start_minute: 540, end_minute: 720 }] }
  const webhook = { url: 'http://127.0.0.1/told?key=1', topics: ['contact.deleted'] }
  const center = (await client.get('/parley/help_centers')).body.data[0]
  const { sourceId, id: conversation_id } = await newConversation(client)
  const contact = (await client.post('/contacts', { role: 'lead' })).body
  const schedule = (await client.post('/office_hours_schedules', hours)).body
  const banner = (await client.post('/parley/banners', { title: 'Sale', body: 'All week' })).body
  const brand = (await client.get('/brands')).body.data[0]
  const changes: [string, () => Promise<{ status: number }>][] = [
    ['admin_provisioned', () => client.post('/parley/admins', { name: 'Eve', email: 'eve@example.com' })],
    ['admin_avatar_change', () => client.put(`/parley/admins/${admin.id}`, { avatar: { image_url: 'http://a.b/c' } })],
    ['admin_permission_change', () => client.put(`/parley/admins/${admin.id}`, { role: { name: 'Lead' } })],
    ['seat_change', () => client.put(`/parley/admins/${admin.id}`, { has_inbox_seat: true })],
    [
      'admin_conversation_assignment_limit_change',
      () => client.put(`/parley/admins/${admin.id}`, { conversation_assignment_limit: 5 }),
    ],
    [
      'admin_away_mode_change',
      () => client.put(`/admins/${admin.id}/away`, { away_mode_enabled: true, away_mode_reassign: true }),
    ],
    ['app_name_change', () => client.put('/parley/workspace', { name: 'Fernhill' })],
    ['app_timezone_change', () => client.put('/parley/workspace', { time_zone: 'Europe/Dublin' })],
    ['app_team_creation', () => client.post('/parley/teams', { name: 'Support' })],
    ['app_team_membership_modification', () => client.put(`/parley/teams/${team.id}`, { admin_ids: [admin.id] })],
    ['team_assignment_limit_change', () => client.put(`/parley/teams/${team.id}`, { assignment_limit: 3 })],
    ['app_team_deletion', () => client.delete(`/parley/teams/${team.id}`, {})],
    ['app_webhook_creation', () => client.post('/parley/webhooks', webhook)],
    [
      'app_webhook_deletion',
      async () => client.delete(`/parley/webhooks/${(await client.get('/parley/webhooks')).body.data[0].id}`),
    ],
    ['bulk_delete', () => client.post('/contacts/bulk/delete', { contacts: [{ id: contact.id }] })],
    [
      'conversation_part_deletion',
      () => client.post('/conversations/redact', { type: 'source', conversation_id, source_id: sourceId }),
    ],
    ['help_center_settings_change', () => client.put(`/parley/help_centers/${center.id}`, { locales: ['de'] })],
    ['message_deletion', () => client.delete(`/parley/banners/${banner.id}`, {})],
    ['office_hours_change', () => client.put(`/office_hours_schedules/${schedule.id}`, { name: 'Long days' })],
    [
      'app_outbound_address_change',
      () => client.post('/parley/emails', { email: 'help@fernhill.example', brand_id: brand.id }),
    ],
    [
      'app_data_export',
      () => client.post('/export/content/data', { created_at_after: seconds() - 60, created_at_before: seconds() }),
    ],
    [
      'app_identity_verification_change',
      () =>
        app
          .client({ token: workspace.token, version: 'Preview' })
          .post('/secure_mode_secrets', { name: 'Web', supports_web: true }),
    ],
    ['security_settings_change', () => client.put('/ip_allowlist', { enabled: false, ip_allowlist: ['192.0.2.0/24'] })],
    ['admin_deletion', () => client.delete(`/parley/admins/${admin.id}`, {})],
  ]
  assert.deepEqual(changes.map(([type]) => type).toSorted(), ACTIVITY_TYPES)
  for (const [type, change] of changes) {
    app.clock.advance(1)
    const reply = await change()
    assert.ok(reply.status < 300, `${type}: ${reply.status}`)
    const { activity_logs } = await logsOf(client, `per_page=250&created_at_after=${seconds()}`)
    assert.deepEqual(
      activity_logs.map((one: any) => one.activity_type),
      [type],
      type,
    )
  }
  app.clock.advance(1)
  for (const [path, body] of [
    ['/parley/workspace', { name: 'Fernhill', time_zone: 'Europe/Dublin' }],
    [`/parley/help_centers/${center.id}`, { locales: ['de'] }],
    [`/office_hours_schedules/${schedule.id}`, { name: 'Long days' }],
    [`/admins/${workspace.adminId}/away`, { away_mode_enabled: false, away_mode_reassign: false }],
    [`/parley/admins/${workspace.adminId}`, { has_inbox_seat: true }],
    ['/ip_allowlist', { enabled: false, ip_allowlist: ['192.0.2.0/24'] }],
  ] as const)
    assert.equal((await client.put(path, body)).status, 200)
  assert.deepEqual((await logsOf(client, `created_at_after=${seconds()}`)).activity_logs, [])
})

const seconds = () => Math.floor(app.clock.now().getTime() / 1000)

test('a change of away mode stands under the name of who is away, and tells who made it', async () => {
  const { body: tom } = await client.post('/parley/admins', {
    name: 'Tom',
    email: 't@example.com',
    has_inbox_seat: true,
  })
  await client.put(`/admins/${tom.id}/away`, { away_mode_enabled: true, away_mode_reassign: true })
  const [log] = (await logsOf(client)).activity_logs
  assert.equal(log.performed_by.id, tom.id)
  assert.equal(log.activity_description, 'Tom turned away mode on.')
  assert.deepEqual(log.metadata, {
    away_mode: true,
    away_status_reason: null,
    reassign_conversations: true,
    source: 'api',
    auto_changed: null,
    update_by: app.workspace.adminId,
    update_by_name: (await client.get(`/admins/${owner}`)).body.name,
  })
})

test('the query of a webhook, which may hold a key, is left out', async () => {
  await client.post('/parley/webhooks', { url: 'http://127.0.0.1/in?key=secret', topics: ['contact.deleted'] })
  const [{ metadata }] = (await logsOf(client)).activity_logs
  assert.equal(metadata.webhook.url, 'http://127.0.0.1/in')
})

test('secrets and reports are recorded by what names them, and never by the secret', async () => {
  const preview = app.client({ version: 'Preview' })
  const made = (await preview.post('/secure_mode_secrets', { name: 'Phones', supports_ios: true })).body
  await preview.delete(`/secure_mode_secrets/${made.id}`)
  const report = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 1, end_time: 2 }
  const { job_identifier } = (await preview.post('/export/reporting_data/enqueue', report)).body
  const { activity_logs } = await logsOf(client)
  const [exported, deleted, added] = activity_logs
  const secure_mode_secret = { id: Number(made.id), name: 'Phones' }
  assert.deepEqual(
    [added.metadata, deleted.metadata],
    [
      { secure_mode_secret, change: 'added' },
      { secure_mode_secret, change: 'deleted' },
    ],
  )
  assert.deepEqual(exported.metadata, {
    job_identifier,
    kind: 'reporting',
    dataset_id: 'conversation',
    start_time: 1,
    end_time: 2,
  })
  assert.ok(!JSON.stringify(activity_logs).includes(made.secret))
})

test('a refused change is not recorded', async () => {
  const before = (await logsOf(client, 'per_page=250')).activity_logs.length
  assert.equal((await client.post('/parley/teams', { name: 'Other', admin_ids: [1] })).status, 400)
  assert.equal((await client.delete(`/parley/admins/${owner}`, {})).status, 409)
  assert.equal((await logsOf(client, 'per_page=250')).activity_logs.length, before)
})

const names = ({ activity_logs }: any) => activity_logs.map(({ metadata }: any) => metadata.team.name)

test('logs are searched by type and period, newest first, on pages whose address overrides the body', async () => {
  const { client } = await newWorkspace()
  const begun = seconds()
  for (const name of ['A', 'B', 'C']) {
    await client.post('/parley/teams', { name })
    await client.put('/parley/workspace', { name })
    app.clock.advance(10)
  }
  const body = { created_at_after: begun, event_types: ['app_team_creation', 'series_creation'], per_page: 2 }
  const first = (await client.post('/admins/activity_logs/search', body)).body
  assert.deepEqual([names(first), first.pages.total_pages], [['C', 'B'], 2])
  const next = new URL(first.pages.next)
  const second = (await client.post(next.pathname + next.search, { ...body, page: 1 })).body
  assert.deepEqual([names(second), second.pages.next], [['A'], null])
  const middle = { ...body, created_at_after: begun + 10, created_at_before: begun + 10 }
  assert.deepEqual(names((await client.post('/admins/activity_logs/search', middle)).body), ['B'])
  const all = await logsOf(client, `created_at_after=${begun}&per_page=4`)
  assert.equal(all.activity_logs.length, 4)
  assert.equal(new URL(all.pages.next).searchParams.get('page'), '2')
  const none = { ...body, event_types: ['series_creation'] }
  assert.deepEqual((await client.post('/admins/activity_logs/search', none)).body.activity_logs, [])
})

test('without a period the last 30 days are listed; older versions need its beginning', async () => {
  const { client, workspace } = await newWorkspace()
  await client.post('/parley/teams', { name: 'Old' })
  app.clock.advance(31 * 86_400)
  await client.post('/parley/teams', { name: 'New' })
  const listed = async (body: object) => (await client.post('/admins/activity_logs/search', body)).body.activity_logs
  assert.equal((await listed({})).length, 1)
  assert.equal((await listed({ created_at_after: seconds() - 40 * 86_400 })).length, 2)
  const old = app.client({ token: workspace.token, version: '2.16' })
  for (const reply of [await old.get('/admins/activity_logs'), await old.post('/admins/activity_logs/search', {})]) {
    assert.equal(reply.status, 400)
    const [{ code, message }] = reply.body.errors
    assert.deepEqual([code, message], ['parameter_not_found', 'created_at_after is a required parameter'])
  }
})

test('a page has 1 to 250 changes', async () => {
  for (const [query, status] of [
    ['per_page=250', 200],
    ['per_page=251', 400],
    ['per_page=0', 400],
    ['page=0', 400],
  ] as const) {
    assert.equal((await client.get(`/admins/activity_logs?${query}`)).status, status, query)
    assert.equal((await client.post(`/admins/activity_logs/search?${query}`, {})).status, status, query)
  }
})

test('another workspace is not listed, and only types that are recorded are event types', async () => {
  const other = await newWorkspace()
  assert.deepEqual((await logsOf(other.client)).activity_logs, [])
  assert.deepEqual((await client.get('/admins/activity_log_event_types')).body, {
    type: 'activity_log_event_type.list',
    event_types: [...ACTIVITY_TYPES],
  })
})

test('webhooks are told of a change', async () => {
  await client.post('/parley/teams', { name: 'Told' })
  const [event] = await app.db<{ item: any }[]>`
    select item from events
    where workspace_id = ${app.workspace.id} and topic = 'admin.activity_log_event.created' order by id desc limit 1`
  assert.deepEqual(event!.item, { type: 'admin_activity_log_event', ...(await logsOf(client)).activity_logs[0] })
})
