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
import { getBody, listRelated, listTexts } from '../server/resources/help-centers/site/article-queries.ts'
import { findSite } from '../server/resources/help-centers/site/place.ts'
import { listTrail } from '../server/resources/help-centers/site/queries.ts'
import { listAttributesByIds } from '../server/resources/ticket-types/attribute-queries.ts'
import { findTicketType, listTicketTypesByIds } from '../server/resources/ticket-types/queries.ts'
import { keyOf } from '../server/resources/tickets/attributes.ts'
import { listPartsOfThreads } from '../server/resources/tickets/part-queries.ts'
import { getTicketRow, listTicketsByIds, nextTicketNumber } from '../server/resources/tickets/queries.ts'
import { ticketSearch } from '../server/resources/tickets/search-fields.ts'
import { searchedTickets } from '../server/resources/tickets/searched.ts'
import { findPage } from '../server/search/find-page.ts'
import { orderBy } from '../server/search/sort.ts'
import { getActor, getBot } from '../server/threads/actors.ts'
import { insertParts, listParts, lockThread, markContacted } from '../server/threads/queries.ts'
import { keyset } from '../server/search/keyset.ts'
import { parseQuery } from '../server/search/parse.ts'
import { announce } from './process.ts'
import type { Seed } from './seed.ts'

const { requests } = shareConnections(CONNECTIONS.usual)
const db = openPool(JSON.parse(process.env['BENCH_DATABASE']!), { size: requests, name: 'floor' })
const { workspaceId, adminId, ticketAttribute, site } = JSON.parse(process.env['BENCH_SEED']!) as Seed
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

const searchContext = (attributes = new Map()) => ({
  workspaceId,
  timeZone: 'UTC',
  now: new Date(),
  has: () => false,
  attributes,
  segments: new Map(),
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

app.get<{ Params: { id: string } }>('/articles/:id', async (request) => {
  const place = await findSite(db, site.center, request, undefined)
  const texts = await listTexts(db, place!, Number(request.params.id))
  const [text] = texts
  const [body, trail, related] = await Promise.all([
    getBody(db, place!, text!),
    listTrail(db, place!, 'en', text!.collection_id),
    listRelated(db, place!, { id: text!.id, locale: 'en', limit: 4 }),
  ])
  return { texts, body, trail, related }
})

app.post<{ Body: { query: unknown } }>('/contacts/search', ({ body }) => {
  const query = parseQuery(body.query)
  const page = { keyset: keyset(USUAL.order, contactSearch.id, undefined), perPage: USUAL.perPage }
  return searchContacts(db, workspaceId, { query, context: searchContext(), page })
})

const ticketOrder = orderBy('updated_at', 'descending', ticketSearch)

app.post<{ Body: { query: unknown } }>('/tickets/search', async ({ body }) => {
  const [attribute] = await listAttributesByIds(db, workspaceId, [Number(ticketAttribute)])
  const searched = { data_type: 'string', key: keyOf(attribute!), options: [] }
  const asked = {
    model: searchedTickets,
    query: parseQuery(body.query),
    context: searchContext(new Map([[ticketAttribute, searched]])),
    page: { keyset: keyset(ticketOrder, ticketSearch.id, undefined), perPage: 20 },
  }
  const found = await findPage(db, workspaceId, asked, (ids) => listTicketsByIds(db, workspaceId, ids))
  const ids = found.rows.map(({ id }) => id)
  const types = [...new Set(found.rows.map((row) => row.ticket_type_id))]
  const [whole, parts] = await Promise.all([
    listTicketTypesByIds(db, workspaceId, types),
    listPartsOfThreads(db, workspaceId, ids),
  ])
  return { ...found, types: [...whole.values()], parts }
})

app.post<{ Params: { id: string }; Body: { ticket_type_id: string } }>(
  '/conversations/:id/convert',
  ({ params, body }) => {
    const now = new Date()
    return db.begin(async (tx) => {
      const thread = await lockThread(tx, workspaceId, 'conversation', params.id)
      const type = await findTicketType(tx, workspaceId, body.ticket_type_id)
      const bot = await getBot(tx, workspaceId)
      const author = { author_type: 'bot', author_contact_id: null, author_admin_id: bot.id } as const
      const part = {
        part_type: 'ticket_state_updated_by_admin' as const,
        ...author,
        body: null,
        created_at: now,
        state: 'open' as const,
      }
      await insertParts(tx, workspaceId, thread!.id, [part], {
        updated_at: now,
        ticket_type_id: type!.row.id,
        ticket_number: await nextTicketNumber(tx),
        ticket_state_id: type!.states[0]!.id,
        ticket_attributes: {},
        is_shared: true,
      })
      const [row, parts] = await Promise.all([
        getTicketRow(tx, workspaceId, thread!.id),
        listParts(tx, workspaceId, thread!.id),
      ])
      const whole = {
        ...row,
        parts,
        types: [...(await listTicketTypesByIds(tx, workspaceId, [type!.row.id])).values()],
      }
      const events = ['ticket.created', 'ticket.state.updated'].map((topic) => ({ topic, item: whole }))
      await flush(tx, workspaceId, now, { events, counts: new Map() })
      return whole
    })
  },
)

announce(await app.listen({ port: 0, host: '127.0.0.1' }))
