/** Data for the loads: a workspace of contacts, conversations of ten parts and one of many, and tickets. */
import { systemClock } from '../server/clock.ts'
import { fragment, type Pool } from '../server/db/pool.ts'
import { actIn } from '../server/demo/act.ts'
import { createTicketTypeAttribute } from '../server/resources/ticket-types/create-attribute.ts'
import { createTicketType } from '../server/resources/ticket-types/create.ts'
import { PARTS_SHOWN } from '../server/threads/queries.ts'
import { createToken } from '../server/resources/tokens/access-tokens.ts'
import { createWorkspace } from '../server/provision/workspace.ts'
import { seedArticles, type SeededSite } from './seed-articles.ts'

export interface Seed {
  workspaceId: number
  adminId: number
  token: string
  contactId: string
  email: string
  /** The number of contacts; their external ids are `user-1` and so on. */
  contacts: number
  /** A conversation that nobody replies to. */
  unanswered: number
  /** Conversations after the first; their ids follow each other. */
  firstConversation: number
  conversations: number
  /** A conversation with as many parts as an answer shows. */
  long: number
  ticketType: string
  /** An attribute that `TICKETS_ALIKE` tickets have the value `Grinder` of. */
  ticketAttribute: string
  /** Conversations to convert, each once; their ids follow each other. */
  firstToConvert: number
  toConvert: number
  site: SeededSite
}

const CONVERSATIONS = 2000
const PARTS = 10
const TICKETS = 2000
const TICKETS_ALIKE = 20
const TO_CONVERT = 60_000

export async function seed(db: Pool, { contacts }: { contacts: number }): Promise<Seed> {
  const owner = { ownerName: 'Bea Bench', ownerEmail: 'bea@example.com' }
  const { id: workspaceId, ownerId: adminId } = await createWorkspace(db, {
    name: 'Bench',
    ...owner,
    clock: systemClock,
  })
  const { token } = await createToken(db, workspaceId, { name: 'bench', adminId, now: systemClock.now() })
  await db`
    insert into contacts (workspace_id, id, role, external_id, email, name, created_at, updated_at)
    select ${workspaceId}, lpad(to_hex(n), 24, '0'), 'user', 'user-' || n, 'user' || n || '@example.com', 'User ' || n,
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, ${contacts}::int) n`
  await db`insert into counts (workspace_id, name, total) values (${workspaceId}, 'contacts', ${contacts})`
  const contactId = (1).toString(16).padStart(24, '0')
  const threads = await seedConversations(db, workspaceId, adminId, CONVERSATIONS, PARTS)
  const [long] = await seedConversations(db, workspaceId, adminId, 1, PARTS_SHOWN)
  const toConvert = await seedConversations(db, workspaceId, adminId, TO_CONVERT, 0)
  const { type, attribute } = await seedTickets(db, workspaceId)
  await db`
    insert into counts (workspace_id, name, total)
    values (${workspaceId}, 'conversations', ${CONVERSATIONS + 1 + TO_CONVERT + TICKETS})`
  const site = await seedArticles(db, workspaceId, adminId)
  return {
    site,
    workspaceId,
    adminId,
    token,
    contactId,
    email: 'user1@example.com',
    contacts,
    unanswered: threads[0]!.id,
    firstConversation: threads[1]!.id,
    conversations: threads.length - 1,
    long: long!.id,
    ticketType: type,
    ticketAttribute: attribute,
    firstToConvert: toConvert[0]!.id,
    toConvert: toConvert.length,
  }
}

async function seedConversations(db: Pool, workspaceId: number, adminId: number, count: number, parts: number) {
  const contact = fragment`lpad(to_hex((n - 1) % ${CONVERSATIONS} + 1), 24, '0')`
  const threads = await db<{ id: number }[]>`
    insert into threads (workspace_id, created_at, updated_at, source_id, source_body, source_author_type, source_contact_id,
      contact_ids, teammate_ids, count_conversation_parts)
    select ${workspaceId}, now(), now(), n, '<p>Where is my order?</p>', 'user', ${contact},
      array[${contact}], array[${adminId}::bigint], ${parts + 1}
    from generate_series(1, ${count}::int) n
    returning id`
  const ids = threads.map(({ id }) => id)
  await db`
    insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
    select workspace_id, id, source_contact_id, now() from threads where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])`
  await db`
    insert into thread_parts (workspace_id, thread_id, part_type, body, author_type, author_contact_id, author_admin_id,
      created_at, updated_at, notified_at)
    select t.workspace_id, t.id, 'comment', '<p>It left our warehouse this morning.</p>',
      case when n % 2 = 0 then 'admin' else 'user' end,
      case when n % 2 = 1 then t.source_contact_id end, case when n % 2 = 0 then ${adminId}::bigint end,
      now(), now(), now()
    from threads t, generate_series(1, ${parts}::int) n
    where t.workspace_id = ${workspaceId} and t.id = any(${ids}::bigint[])`
  return threads
}

/** Tickets of one type, whose attribute has the same value in a few. */
async function seedTickets(db: Pool, workspaceId: number): Promise<{ type: string; attribute: string }> {
  const { type, attribute } = await db.begin(async (tx) => {
    const act = actIn(tx, workspaceId)
    const now = systemClock.now()
    const made = await act(createTicketType, now, { body: { name: 'Repair' } })
    const body = { name: 'Machine', description: 'The machine to mend', data_type: 'string' }
    const added = await act(createTicketTypeAttribute, now, { params: { ticket_type_id: made.id }, body })
    return { type: made.id as string, attribute: added.id as string }
  })
  await db`
    with made as (
      insert into threads (workspace_id, created_at, updated_at, source_type, source_delivered_as, source_body,
        source_author_type, source_contact_id, contact_ids, ticket_type_id, ticket_number, ticket_state_id,
        ticket_attributes, is_shared)
      select ${workspaceId}, now(), now(), 'ticket', 'customer_initiated', '', 'user', lpad(to_hex(n), 24, '0'),
        array[lpad(to_hex(n), 24, '0')], ${type}::bigint, nextval('ticket_numbers'),
        (select min(id) from ticket_states where workspace_id = ${workspaceId}),
        jsonb_build_object(${attribute}::text, case when n <= ${TICKETS_ALIKE} then 'Grinder' else 'Brewer ' || n end), true
      from generate_series(1, ${TICKETS}::int) n returning workspace_id, id, source_contact_id)
    insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
    select workspace_id, id, source_contact_id, now() from made`
  return { type, attribute }
}
