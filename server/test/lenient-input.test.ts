/** Every operation that takes a time takes it in each form that clients send, and keeps it in seconds. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { isTime } from '../schema/types.ts'
import { testApp } from './app.ts'
import { createScene } from './fixtures/scene.ts'
import { holdStatuses } from './named-statuses.ts'

holdStatuses()
const app = await testApp()
const scene = createScene(app)
const contact = await scene.given('a contact')
const company = await scene.given('a company')
const conversation = await scene.given('a conversation')
const ticket = await scene.given('a ticket')
const admin = { type: 'admin', admin_id: scene.adminId }
const newTicket = { ticket_type_id: ticket['ticket_type'].id, contacts: [{ id: contact['id'] }] }
const from = { type: 'user', id: contact['id'] }
/** Read when it is asked: others move the clock. */
const future = () => scene.now() + 86_400

const message = {
  from: { type: 'admin', id: admin.admin_id },
  to: { type: 'user', id: contact['id'] },
  message_type: 'inapp',
  body: 'Hello',
}

const report = { dataset_id: 'call', attribute_ids: ['call_id'] }

/** The rest of a request, by operation and property. */
const requests: Record<string, { path: string; body: object; time?: () => number }> = {
  'POST /contacts signed_up_at': { path: '/contacts', body: { role: 'lead' } },
  'POST /contacts last_seen_at': { path: '/contacts', body: { role: 'lead' } },
  'PUT /contacts/{} signed_up_at': { path: `/contacts/${contact['id']}`, body: {} },
  'PUT /contacts/{} last_seen_at': { path: `/contacts/${contact['id']}`, body: {} },
  'POST /companies remote_created_at': { path: '/companies', body: { company_id: company['company_id'] } },
  'PUT /companies/{} remote_created_at': { path: `/companies/${company['id']}`, body: {} },
  'POST /admins/activity_logs/search created_at_after': { path: '/admins/activity_logs/search', body: {} },
  'POST /admins/activity_logs/search created_at_before': { path: '/admins/activity_logs/search', body: {} },
  'POST /events created_at': { path: '/events', body: { event_name: 'sent', id: contact['id'] } },
  'POST /conversations created_at': { path: '/conversations', body: { from, body: 'Hello' } },
  'POST /conversations/{}/reply created_at': {
    path: `${conversation['path']}/reply`,
    body: { ...admin, message_type: 'comment', body: 'Hello' },
  },
  'POST /conversations/{}/reply snoozed_until': {
    path: `${conversation['path']}/reply`,
    body: { ...admin, message_type: 'snoozed' },
    time: future,
  },
  'POST /conversations/{}/parts snoozed_until': {
    path: `${conversation['path']}/parts`,
    body: { ...admin, message_type: 'snoozed' },
    time: future,
  },
  'POST /export/content/data created_at_after': {
    path: '/export/content/data',
    body: { created_at_before: 2_000_000_000 },
  },
  'POST /export/content/data created_at_before': { path: '/export/content/data', body: { created_at_after: 1 } },
  'POST /export/reporting_data/enqueue start_time': {
    path: '/export/reporting_data/enqueue',
    body: { ...report, end_time: 2_000_000_000 },
  },
  'POST /export/reporting_data/enqueue end_time': {
    path: '/export/reporting_data/enqueue',
    body: { ...report, start_time: 1 },
  },
  'POST /messages created_at': { path: '/messages', body: message },
  'POST /tickets created_at': { path: '/tickets', body: newTicket },
  'POST /tickets/enqueue created_at': { path: '/tickets/enqueue', body: newTicket },
  'PUT /tickets/{} snoozed_until': { path: `/tickets/${ticket['id']}`, body: {}, time: future },
  'POST /tickets/{}/reply created_at': {
    path: `/tickets/${ticket['id']}/reply`,
    body: { ...admin, message_type: 'note', body: 'Hello' },
  },
}

const timesOf = operations.flatMap(({ key, method, body }) =>
  Object.entries((body as { properties?: Record<string, any> })?.properties ?? {}).flatMap(([name, schema]) =>
    [schema, ...(schema.anyOf ?? [])].some(isTime) ? [{ key, method, name }] : [],
  ),
)

for (const { key, method, name } of timesOf)
  test(`${key} takes ${name} as digits, a fraction and ISO 8601 text`, async () => {
    const request = requests[`${key} ${name}`]
    assert.ok(request, `lenient-input.test.ts needs the rest of a request to ${key} with ${name}`)
    const time = request.time?.() ?? 1_700_000_000
    for (const form of [time, String(time), time + 0.5, new Date(time * 1000).toISOString()]) {
      const body = { ...request.body, [name]: form }
      const reply = await scene.client[method.toLowerCase() as 'post'](request.path, body)
      assert.ok(reply.status < 300, `${form}: ${reply.text}`)
      // A reply answers with its conversation, which has times of its own.
      if (name in (reply.body ?? {}) && !key.startsWith('POST /conversations/'))
        assert.ok([time, form].includes(reply.body[name]), reply.text)
    }
    const milliseconds = await scene.client[method.toLowerCase() as 'post'](request.path, {
      ...request.body,
      [name]: time * 1000,
    })
    assert.equal(milliseconds.status, 400)
    assert.match(milliseconds.body.errors[0].message, new RegExp(`^${name} must be in seconds`))
    assert.equal(
      (await scene.client[method.toLowerCase() as 'post'](request.path, { ...request.body, [name]: 'soon' })).status,
      400,
    )
  })

test('times far outside the usual are given back as they were sent', async () => {
  for (const time of [-30_610_224_000, -1, 0, 253_402_300_799]) {
    const { body } = await scene.client.put(`/contacts/${contact['id']}`, { signed_up_at: time })
    assert.equal(body.signed_up_at, time)
  }
})

test('numbers and switches are taken as text, and 0 and 1 as a switch', async () => {
  const { client } = scene
  const { body } = await client.put(`/companies/${company['id']}`, { size: '20', monthly_spend: '155' })
  assert.deepEqual([body.size, body.monthly_spend], [20, 155])
  const blocked = await client.put(`/contacts/${contact['id']}`, { unsubscribed_from_emails: 1 })
  assert.equal(blocked.body.unsubscribed_from_emails, true)
  const segments = await client.get('/segments?include_count=1')
  assert.equal(typeof segments.body.segments[0].count, 'number')
  const summary = await client.get(`/events?type=user&intercom_user_id=${contact['id']}&summary=1`)
  assert.equal(summary.status, 200)
  assert.equal((await client.get('/segments?include_count=perhaps')).status, 400)
})
