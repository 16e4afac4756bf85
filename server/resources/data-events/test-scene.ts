/** Fixture of tests of data events: people, and a client that reports their events. */
import { hexId } from '../../ids.ts'
import { testApp, type Client } from '../../test/app.ts'

/** The path of an address that a page gives. */
export const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, '')

const addressOf = (id: string) => `/events?type=user&intercom_user_id=${id}`

export async function eventScene(options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options)
  const client = app.client()
  const workspace_id = app.workspace.id
  const now = app.clock.now().getTime() / 1000

  let made = 0
  const make = async (details: object): Promise<{ id: string; external_id: string; email: string }> =>
    (await client.post('/contacts', details)).body
  const user = (details: object = {}) => {
    const n = ++made
    return make({ external_id: `events-${n}`, email: `events-${n}@example.com`, ...details })
  }
  const lead = () => make({ role: 'lead' })
  async function visitor(): Promise<{ id: string }> {
    const [id, at] = [hexId(app.clock.now()), app.clock.now()]
    await app.db`insert into contacts ${app.db({ workspace_id, id, role: 'visitor', external_id: `events-visitor-${++made}`, created_at: at, updated_at: at })}`
    return { id }
  }

  const submit = (body: object, as: Client = client) =>
    as.post('/events', { event_name: 'placed-order', created_at: now, ...body })
  const list = (id: string, query = '', as: Client = client) => as.get(addressOf(id) + query)
  /** Names and times. */
  const eventsOf = async (id: string) =>
    (await list(id)).body.events.map((event: any) => [event.event_name, event.created_at])
  const summaryOf = async (id: string) =>
    (await list(id, '&summary=true')).body.events.map((item: any) => [
      item.name,
      item.count,
      Date.parse(item.first) / 1000,
      Date.parse(item.last) / 1000,
    ])
  /** The listed events of a contact. */
  const told = async (id: string): Promise<any[]> =>
    (
      await app.db`
        select item from events
        where workspace_id = ${workspace_id} and topic = 'event.created' and item ->> 'intercom_user_id' = ${id} order by id`
    ).map(({ item }) => item)
  return { app, db: app.db, client, workspace_id, now, user, lead, visitor, submit, list, eventsOf, summaryOf, told }
}
