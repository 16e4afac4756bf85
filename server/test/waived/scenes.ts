/** Requests whose answers need the waivers that no answer of the tour needs. */
import assert from 'node:assert/strict'
import type { Reply, TestApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'

/** Each answer is checked as it comes, like every reply that a test sees. */
export async function meetWaivers(app: TestApp): Promise<void> {
  const workspace = await app.createWorkspace()
  const { send, given, another, client: newest } = createScene(app, { workspace, mark: 'waived' })
  const client = app.client({ version: '2.11', token: workspace.token })

  const attribute = (model: string, name: string, data_type: string) =>
    send('POST', '/data_attributes', { model, name, data_type })
  await attribute('contact', 'seats', 'integer')
  await attribute('company', 'desks', 'integer')
  await send('POST', '/conversations/attributes', { name: 'urgent', data_type: 'boolean' })
  await all([
    client.get('/data_attributes'),
    client.get('/data_attributes?model=conversation'),
    client.get('/admins?display_avatar=true'),
    newest.get('/admins?display_avatar=true'),
  ])

  const [user, other] = [await send('POST', '/contacts', { external_id: 'one' }), await another('a contact')]
  const visitor = await given('a visitor')
  await all([
    client.get(`/contacts/${user['id']}`),
    newest.post('/contacts/merge/preview', { from: user['id'], into: other['id'] }),
    client.put('/visitors', { id: visitor['id'], custom_attributes: { seats: 3 } }),
  ])

  await all([client.post('/companies', { company_id: 'nameless', custom_attributes: { desks: 3 } })])

  const created_at = Math.floor(app.clock.now().getTime() / 1000) - 60
  await send('POST', '/events', { event_name: 'bought', id: other['id'], created_at, metadata: { seats: 3 } })
  await all([client.get(`/events?type=user&intercom_user_id=${other['id']}`)])

  const notes = `/contacts/${user['id']}/notes`
  await all([client.post(notes, { body: 'First' }), client.post(notes, { body: 'Second' })])
  await all([client.get(`${notes}?per_page=1`)])

  const conversation = await given('a rated conversation')
  await all([newest.put(`/conversations/${conversation['id']}`, { custom_attributes: { urgent: true } })])

  const promised = await given('a conversation with an SLA rule')
  await send('DELETE', `/parley/conversations/${promised['id']}/sla`, {})
  await all([client.get(`/conversations/${promised['id']}`)])

  const [ticket, company] = [await given('a ticket'), await given('a company')]
  const type = await given('a ticket type')
  const count = { name: 'Count', description: '', data_type: 'integer' }
  const preview = app.client({ version: 'Preview', token: workspace.token })
  await all([preview.put(`/tickets/${ticket['id']}`, { company_id: company['id'] })])
  await all([preview.get(`/conversations/${ticket['id']}`), preview.get('/conversations')])
  await all([preview.post(`/ticket_types/${type['id']}/attributes`, count)])
  await all([preview.put(`/tickets/${ticket['id']}`, { open: false })])
  const intercom_user_id = ticket['contacts'].contacts[0].id
  const words = { type: 'user', message_type: 'comment', intercom_user_id, body: 'Still broken' }
  await all([preview.post(`/tickets/${ticket['id']}/reply`, words)])
  await app.db`
    update threads set source_author_type = null, source_id = null
    where workspace_id = ${workspace.id} and id = ${conversation['id']}`
  await all([client.get(`/conversations/${conversation['id']}`)])

  const team = await given('a team')
  await send('PUT', `/parley/teams/${team['id']}`, { assignment_limit: 7 })
  await all([client.get('/admins/activity_logs?created_at_after=1000000000')])
  await app.db`update teams set distribution_method = null where workspace_id = ${workspace.id}`
  await all([newest.put(`/teams/${team['id']}`, { admin_ids: [workspace.adminId] })])
}

/** All of them succeed. */
async function all(replies: Promise<Reply>[]): Promise<void> {
  for (const { status, text } of await Promise.all(replies)) assert.equal(status, 200, text)
}
