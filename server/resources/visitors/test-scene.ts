/** Fixture of tests of conversion: visitors on demand, and a client that reads the outcome. */
import { hexId } from '../../ids.ts'
import { testApp } from '../../test/app.ts'

export async function visitorScene() {
  const app = await testApp()
  const { db } = app
  const client = app.client()
  const workspace_id = app.workspace.id
  const now = app.clock.now()

  let made = 0
  async function visit(details: object = {}) {
    const visitor = { id: hexId(now), external_id: `visitor-${++made}`, ...details }
    await db`insert into contacts ${db({ workspace_id, role: 'visitor', created_at: now, updated_at: now, ...visitor })}`
    return visitor
  }

  const convert = (visitor: object, user: object, type = 'user') =>
    client.post('/visitors/convert', { visitor, user, type })
  const total = async () => (await client.get('/contacts?per_page=1')).body.total_count
  const topicsOf = async (id: string) =>
    (await db`select topic from events where workspace_id = ${workspace_id} and item ->> 'id' = ${id} order by id`).map(
      (event) => event['topic'],
    )
  return { app, db, client, workspace_id, now, visit, convert, total, topicsOf }
}
