/** The conversations, as they played out. */
import type { Db } from '../db/pool.ts'
import { enqueue } from '../queue/enqueue.ts'
import { wakeKey } from '../resources/conversations/wake.ts'
import { CHANGEABLE } from '../threads/thread.ts'
import { CONVERSATIONS, type Script } from './conversations.ts'
import type { Customers } from './insert-customers.ts'
import type { Staff } from './insert-staff.ts'
import { play, type Played } from './play.ts'

export async function insertConversations(
  db: Db,
  workspace_id: number,
  staff: Staff,
  { people }: Customers,
  now: Date,
): Promise<void> {
  // The oldest first, so that ids and times agree.
  for (const script of CONVERSATIONS.toSorted((a, b) => b.hours_ago - a.hours_ago)) {
    const { id, role } = people[script.with]
    if (role === 'visitor') throw new Error('a visitor who writes is a lead')
    const others = script.and ? [people[script.and]] : []
    const played = play(script, { contact: { id, role }, others, admins: staff.admins, teams: staff.teams, now })
    const { thread, parts } = played
    const thread_id = await insertThread(db, { workspace_id, ...thread, tag_ids: tagsOf(script, staff) })
    for (const contact_id of thread.contact_ids)
      await db`insert into thread_contacts ${db({ workspace_id, thread_id, contact_id, created_at: thread.created_at }, 'workspace_id', 'thread_id', 'contact_id', 'created_at')}`
    for (const tag_id of tagsOf(script, staff)) {
      await db`insert into thread_tags ${db({ workspace_id, thread_id, tag_id, applied_by: staff.admins.maya, applied_at: thread.updated_at }, 'workspace_id', 'thread_id', 'tag_id', 'applied_by', 'applied_at')}`
    }
    for (const part of parts)
      await db`insert into thread_parts ${db({ ...part, workspace_id, thread_id } as Row<(typeof PART_COLUMNS)[number]>, ...PART_COLUMNS)}`
    if (thread.snoozed_until) {
      const job = { workspace_id, conversation_id: thread_id }
      await enqueue(db, 'wake_conversation', job, {
        runAt: thread.snoozed_until,
        key: wakeKey(workspace_id, thread_id),
      })
    }
    await markContact(db, workspace_id, id, played)
  }
}

type Row<Name extends string> = Record<Name, unknown>

const THREAD_COLUMNS = [
  'workspace_id',
  'kind',
  'created_at',
  'source_type',
  'source_id',
  'source_delivered_as',
  'count_conversation_parts',
  ...CHANGEABLE,
] as const

const PART_COLUMNS = [
  'workspace_id',
  'thread_id',
  'part_type',
  'body',
  'author_type',
  'author_contact_id',
  'author_admin_id',
  'assigned_to_type',
  'assigned_to_id',
  'attachments',
  'external_id',
  'state',
  'event_details',
  'metadata',
  'created_at',
  'updated_at',
  'notified_at',
] as const

async function insertThread(db: Db, columns: Record<string, unknown>): Promise<number> {
  const [message] = await db<{ id: number }[]>`select nextval('message_ids') as id`
  const [row] = await db<
    { id: number }[]
  >`insert into threads ${db({ ...columns, source_id: message!.id } as Row<(typeof THREAD_COLUMNS)[number]>, ...THREAD_COLUMNS)} returning id`
  return row!.id
}

const tagsOf = ({ tags = [] }: Script, staff: Staff) => tags.map((name) => staff.tags.get(name)!)

/** When the contact last wrote, and when somebody last wrote to them. */
async function markContact(db: Db, workspaceId: number, id: string, { thread, parts }: Played): Promise<void> {
  const said = parts.filter((part) => part['part_type'] === 'comment')
  const began = (author: string) => (thread[author] ? thread.created_at : null)
  const replied = said.findLast((part) => part['author_contact_id'])?.created_at ?? began('source_contact_id')
  const contacted = said.findLast((part) => part['author_admin_id'])?.created_at ?? began('source_admin_id')
  await db`
    update contacts set
      last_seen_at = greatest(last_seen_at, ${replied}),
      last_replied_at = greatest(last_replied_at, ${replied}),
      last_contacted_at = greatest(last_contacted_at, ${contacted}),
      updated_at = greatest(updated_at, ${replied}, ${contacted})
    where workspace_id = ${workspaceId} and id = ${id}`
}
