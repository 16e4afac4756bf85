/**
 * The floor: a minimal Fastify server with the same driver and as many connections that runs the same statements on the same tables, without
 * tokens, versions, validation or wire models.
 */
import { fastify } from 'fastify'
import { CONNECTIONS, shareConnections } from '../server/db/connections.ts'
import { openPool, type Db } from '../server/db/pool.ts'
import { flush } from '../server/events/emit.ts'
import { hexId } from '../server/ids.ts'
import { searchContacts } from '../server/resources/contacts/list-queries.ts'
import { contactSearch } from '../server/resources/contacts/search-fields.ts'
import { USUAL } from '../server/resources/contacts/contact-list.ts'
import { getConversation } from '../server/resources/conversations/queries.ts'
import { getActor } from '../server/threads/actors.ts'
import { insertParts, listParts, lockThread, markContacted } from '../server/threads/queries.ts'
import { keyset } from '../server/search/keyset.ts'
import { parseQuery } from '../server/search/parse.ts'
import { announce } from './process.ts'
import type { Seed } from './seed.ts'

const { requests } = shareConnections(CONNECTIONS.usual)
const db = openPool(JSON.parse(process.env['BENCH_DATABASE']!), { size: requests, name: 'floor' })
const { workspaceId, adminId } = JSON.parse(process.env['BENCH_SEED']!) as Seed
const app = fastify()

app.get<{ Params: { id: string } }>('/contacts/:id', async ({ params }) => {
  const [row] = await db`select * from contacts where workspace_id = ${workspaceId} and id = ${params.id}`
  return row
})

app.post<{ Body: { ids: string[] } }>('/contacts/page', async ({ body: { ids } }) => {
  const data =
    await db`select * from contacts where workspace_id = ${workspaceId} and id = any(${ids}) order by created_at, id`
  return { data }
})

app.post<{ Body: { external_id: string; email: string; name: string } }>('/contacts', async ({ body }) => {
  const now = new Date()
  const [row] = await db`
    insert into contacts (workspace_id, id, role, external_id, email, name, created_at, updated_at)
    values (${workspaceId}, ${hexId(now)}, 'user', ${body.external_id}, ${body.email}, ${body.name}, ${now}, ${now})
    returning *`
  return row
})

const readConversation = (tx: Db, id: string) =>
  Promise.all([getConversation(tx, workspaceId, id), listParts(tx, workspaceId, Number(id))])

app.get<{ Params: { id: string } }>('/conversations/:id', ({ params }) => readConversation(db, params.id))

app.post<{ Params: { id: string }; Body: { body: string } }>('/conversations/:id/reply', ({ params: { id }, body }) => {
  const now = new Date()
  return db.begin(async (tx) => {
    const thread = await lockThread(tx, workspaceId, 'conversation', id)
    await getActor(tx, workspaceId, adminId)
    const author = { author_type: 'admin', author_contact_id: null, author_admin_id: adminId } as const
    const part = { part_type: 'comment' as const, ...author, body: body.body, created_at: now, state: 'open' as const }
    await Promise.all([
      insertParts(tx, workspaceId, thread!.id, [part], { updated_at: now, waiting_since: null, read: false }),
      markContacted(tx, workspaceId, thread!.contact_ids, now),
    ])
    const whole = await readConversation(tx, id)
    await flush(tx, workspaceId, now, {
      events: [{ topic: 'conversation.admin.replied', item: { ...whole[0], parts: whole[1].slice(-1) } }],
      counts: new Map(),
    })
    return whole
  })
})

app.post<{ Body: { query: unknown } }>('/contacts/search', ({ body }) => {
  const context = {
    workspaceId,
    timeZone: 'UTC',
    now: new Date(),
    has: () => false,
    attributes: new Map(),
    segments: new Map(),
  }
  const query = parseQuery(body.query)
  const page = { keyset: keyset(USUAL.order, contactSearch.id, undefined), perPage: USUAL.perPage }
  return searchContacts(db, workspaceId, { query, context, page })
})

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
