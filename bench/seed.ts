/** Data for the loads: a workspace of contacts, and conversations of ten parts. */
import { systemClock } from '../server/clock.ts'
import type { Pool } from '../server/db/pool.ts'
import { createToken } from '../server/resources/tokens/access-tokens.ts'
import { createWorkspace } from '../server/provision/workspace.ts'

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
}

const CONVERSATIONS = 2000
const PARTS = 10

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
  const threads = await seedConversations(db, workspaceId, adminId)
  await db`analyze`
  return {
    workspaceId,
    adminId,
    token,
    contactId,
    email: 'user1@example.com',
    contacts,
    unanswered: threads[0]!.id,
    firstConversation: threads[1]!.id,
    conversations: threads.length - 1,
  }
}

async function seedConversations(db: Pool, workspaceId: number, adminId: number) {
  const threads = await db<{ id: number }[]>`
    insert into threads (workspace_id, created_at, updated_at, source_id, source_body, source_author_type, source_contact_id,
      contact_ids, teammate_ids, count_conversation_parts)
    select ${workspaceId}, now(), now(), n, '<p>Where is my order?</p>', 'user', lpad(to_hex(n), 24, '0'),
      array[lpad(to_hex(n), 24, '0')], array[${adminId}::bigint], ${PARTS}
    from generate_series(1, ${CONVERSATIONS}::int) n
    returning id`
  await db`
    insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
    select workspace_id, id, source_contact_id, now() from threads where workspace_id = ${workspaceId}`
  await db`
    insert into thread_parts (workspace_id, thread_id, part_type, body, author_type, author_contact_id, author_admin_id,
      created_at, updated_at, notified_at)
    select t.workspace_id, t.id, 'comment', '<p>It left our warehouse this morning.</p>',
      case when n % 2 = 0 then 'admin' else 'user' end,
      case when n % 2 = 1 then t.source_contact_id end, case when n % 2 = 0 then ${adminId}::bigint end,
      now(), now(), now()
    from threads t, generate_series(1, ${PARTS}::int) n where t.workspace_id = ${workspaceId}`
  await db`insert into counts (workspace_id, name, total) values (${workspaceId}, 'conversations', ${CONVERSATIONS})`
  return threads
}
