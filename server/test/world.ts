/**
 * A workspace with one of everything, made through the API, every text in it bearing a mark. Tests
 * over the table of operations take their ids from here.
 */
import { hexId } from '../ids.ts'
import type { Client, TestApp, TestWorkspace } from './app.ts'

export interface World {
  workspace: TestWorkspace
  client: Client
  /** An id for every path parameter that an operation has, by its name in the path. */
  ids: Record<string, string>
  mark: string
}

export async function makeWorld(app: TestApp, mark: string): Promise<World> {
  const workspace = await app.createWorkspace()
  const client = app.client({ token: workspace.token, version: 'Preview' })
  const admin = String(workspace.adminId)
  const contact = await made(
    client.post('/contacts', { external_id: `${mark}-user`, email: `${mark}@example.com`, name: `${mark} User` }),
  )
  const company = await made(client.post('/companies', { company_id: `${mark}-company`, name: `${mark} Company` }))
  await made(client.post(`/contacts/${contact.id}/companies`, { id: company.id }))
  const tag = await made(client.post('/tags', { name: `${mark} tag` }))
  await made(client.post(`/contacts/${contact.id}/tags`, { id: tag.id }))
  const note = await made(client.post(`/contacts/${contact.id}/notes`, { body: `${mark} note`, admin_id: admin }))
  const message = await made(
    client.post('/conversations', { from: { type: 'user', id: contact.id }, body: `${mark} question` }),
  )
  const conversation = message.conversation_id
  const reply = { message_type: 'comment', type: 'admin', admin_id: admin, body: `${mark} answer` }
  await made(client.post(`/conversations/${conversation}/reply`, reply))
  await made(client.post(`/conversations/${conversation}/tags`, { id: tag.id, admin_id: admin }))
  await made(
    client.post('/events', {
      id: contact.id,
      event_name: `${mark} event`,
      created_at: 1_768_000_000,
      metadata: { mark },
    }),
  )
  const attribute = await made(
    client.post('/data_attributes', { name: `${mark} attribute`, model: 'contact', data_type: 'string' }),
  )
  const list = await made(
    client.post('/conversations/attributes', {
      name: `${mark} list`,
      data_type: 'list',
      options: ['one', 'two', 'three'].map((word) => ({ label: `${mark} ${word}` })),
    }),
  )
  const [team] = await app.db<{ id: number }[]>`
    insert into teams (workspace_id, name, created_at) values (${workspace.id}, ${`${mark} team`}, now()) returning id`
  await app.db`
    insert into contacts (workspace_id, id, role, external_id, name, created_at, updated_at)
    values (${workspace.id}, ${hexId(app.clock.now())}, 'visitor', ${`${mark}-visitor`}, ${`${mark} visitor`}, now(), now())`
  const contactsJob = await made(client.post('/contacts/bulk', { contacts: [{ external_id: `${mark}-bulk` }] }))
  const companiesJob = await made(client.post('/companies/bulk', { companies: [{ company_id: `${mark}-bulk` }] }))
  const token = await made(client.post('/parley/tokens', { name: `${mark} token` }))
  const state = await made(
    client.post('/parley/ticket_states', {
      category: 'submitted',
      internal_label: `${mark} state`,
      external_label: `${mark} state`,
    }),
  )
  const types = '/parley/custom_object_types'
  await made(
    client.post(types, {
      identifier: `${mark}_type`,
      name: `${mark} type`,
      attributes: [{ name: `${mark} part`, data_type: 'string' }],
    }),
  )
  const type = await made(
    client.post(`${types}/${mark}_type/relationships`, {
      name: `${mark} owner`,
      related_to: 'contact',
      related_name: `${mark} things`,
      cardinality: 'many_to_one',
    }),
  )
  const webhook = await made(
    client.post('/parley/webhooks', {
      url: `https://${mark}.example.com/hook`,
      topics: ['company.deleted'],
      active: false,
    }),
  )
  const segments = await made(client.get('/segments'))
  const subscriptions = await made(client.get('/subscription_types'))
  const newsfeeds = await made(client.get('/news/newsfeeds'))
  const helpCenters = await made(client.get('/help_center/help_centers'))
  return {
    workspace,
    client,
    mark,
    ids: {
      admin_id: admin,
      attribute_id: String(list.id),
      type_attribute_id: type.attributes[0].id,
      contact_id: contact.id,
      contacts_job_id: contactsJob.id,
      companies_job_id: companiesJob.id,
      company_id: company.id,
      conversation_id: conversation,
      custom_object_type_identifier: type.identifier,
      data_attribute_id: String(attribute.id),
      external_id: `${mark}-user`,
      help_center_id: helpCenters.data[0].id,
      newsfeed_id: newsfeeds.data[0].id,
      note_id: note.id,
      option_id: list.options[0].id,
      relationship_id: type.relationships[0].id,
      segment_id: segments.segments[0].id,
      subscription_id: subscriptions.data[0].id,
      subscription_type_id: subscriptions.data[0].id,
      tag_id: tag.id,
      team_id: String(team!.id),
      ticket_state_id: state.id,
      token_id: token.id,
      webhook_id: webhook.id,
    },
  }
}

/** The body of an answer that succeeded. */
async function made(reply: Promise<{ status: number; body: any }>): Promise<any> {
  const { status, body } = await reply
  if (status >= 300) throw new Error(`could not make the world: ${status} ${JSON.stringify(body)}`)
  return body
}

/** A path with its parameters filled in. */
export function fillPath(path: string, ids: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`world.ts has no id for {${name}} of ${path}`)
    return encodeURIComponent(id)
  })
}
