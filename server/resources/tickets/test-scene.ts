/** Fixture of tests of tickets: types with attributes of every kind, and tickets of them. */
import type { TestApp } from '../../test/app.ts'

export const ATTRIBUTES = [
  { name: 'Priority', data_type: 'list', list_items: 'High,Low' },
  { name: 'Seats', data_type: 'integer' },
  { name: 'Amount', data_type: 'decimal' },
  { name: 'Urgent', data_type: 'boolean' },
  { name: 'Due', data_type: 'datetime' },
  { name: 'Order (number)', data_type: 'string' },
  { name: 'Proof', data_type: 'files' },
]

type Client = ReturnType<TestApp['client']>

/** A type with an attribute of every kind. */
export async function newType(client: Client, more: object = {}): Promise<any> {
  const { body } = await client.post('/ticket_types', { name: 'Request', ...more })
  for (const attribute of ATTRIBUTES)
    await client.post(`/ticket_types/${body.id}/attributes`, { description: '', ...attribute })
  return (await client.get(`/ticket_types/${body.id}`)).body
}

export const attributeOf = (type: any, name: string): any =>
  type.ticket_type_attributes.data.find((attribute: { name: string }) => attribute.name === name)

let count = 0
export async function newContact(client: Client, more: object = {}): Promise<any> {
  const email = `person-${++count}@tickets.example.com`
  return (await client.post('/contacts', { role: 'user', name: 'Ada', email, ...more })).body
}

export async function newTicket(client: Client, type: any, more: object = {}): Promise<any> {
  const contacts = [{ id: (await newContact(client)).id }]
  return (await client.post('/tickets', { ticket_type_id: type.id, contacts, ...more })).body
}

/** The topics told since the last call, with their items. */
export async function toldBy(app: TestApp): Promise<{ topic: string; item: any }[]> {
  const rows = await app.db<{ topic: string; item: any; id: number }[]>`
    select id, topic, item from events
    where workspace_id = ${app.workspace.id} and id > ${seen.get(app) ?? 0} order by id`
  if (rows.length > 0) seen.set(app, rows.at(-1)!.id)
  return rows.map(({ topic, item }) => ({ topic, item }))
}
/** The last event that was read, by app: each may have a database of its own. */
const seen = new WeakMap<TestApp, number>()
