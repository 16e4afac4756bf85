/** The SQL of threads and their parts. */
import { fragment, type Db, type Fragment } from '../db/pool.ts'
import { currentHours } from './hours-queries.ts'
import { numberId } from '../ids.ts'
import type { ThreadPartsRow } from '../db/types/thread_parts.ts'
import { emailsOf } from './part-email.ts'
import { CHANGEABLE, type NewPart, type PartRow, type ThreadChanges, type ThreadRow } from './thread.ts'

/** The API shows no more parts of one thread. */
export const PARTS_SHOWN = 500

export type ThreadKind = 'conversation' | 'ticket' | 'side_conversation'

/** Holds a thread until the transaction ends: every read that leads to a change begins so. */
export async function lockThread(
  db: Db,
  workspaceId: number,
  kind: ThreadKind,
  id: string | number,
): Promise<ThreadRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  return lockWhere(db, workspaceId, kind, fragment`id = ${number}`)
}

/** The one of a contact that something happened to last. One that was merged into another is over. */
export const lockLastThread = (db: Db, workspaceId: number, kind: ThreadKind, contactId: string) =>
  lockWhere(
    db,
    workspaceId,
    kind,
    fragment`id = (
      select t.id from thread_contacts c join threads t on t.workspace_id = c.workspace_id and t.id = c.thread_id
      where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId} and t.kind = ${kind} and t.deleted_at is null
        and t.merged_into_id is null
      order by t.updated_at desc, t.id desc limit 1)`,
  )

async function lockWhere(db: Db, workspaceId: number, kind: ThreadKind, condition: Fragment) {
  const [row] = await db<ThreadRow[]>`
    select threads.*, ${currentHours} from threads
    where workspace_id = ${workspaceId} and kind = ${kind} and deleted_at is null and ${condition}
    for update of threads`
  return row
}

/**
 * Adds parts to a locked thread and changes it, in one statement. The thread counts its parts and
 * its source, and moves to the top of the lists.
 * @param changes at least one where there are parts: `updated_at`
 * @returns the ids of the parts, in their order
 */
export async function insertParts(
  db: Db,
  workspaceId: number,
  threadId: number,
  parts: NewPart[],
  changes: ThreadChanges,
): Promise<number[]> {
  if (parts.length === 0) {
    if (Object.keys(changes).length > 0) await updateThread(db, workspaceId, threadId, changes)
    return []
  }
  const rows = parts.map((part) => ({
    workspace_id: workspaceId,
    thread_id: threadId,
    ...BLANK,
    ...part,
    updated_at: part.created_at,
    notified_at: part.created_at,
  }))
  const made = await db<{ id: number }[]>`
    with made as (insert into thread_parts ${db(rows, 'workspace_id', 'thread_id', 'part_type', 'state', 'author_type', 'created_at', 'updated_at', 'notified_at', ...BLANKS)} returning id),
    thread as (
      update threads set ${db(changes, ...CHANGEABLE)},
        count_conversation_parts = count_conversation_parts + ${parts.length}
      where workspace_id = ${workspaceId} and id = ${threadId})
    select id from made order by id`
  return made.map(({ id }) => id)
}

const BLANKS = [
  'author_contact_id',
  'author_admin_id',
  'body',
  'assigned_to_type',
  'assigned_to_id',
  'attachments',
  'external_id',
  'event_details',
  'metadata',
  'from_ai_agent',
  'is_ai_answer',
] as const
const BLANK = {
  author_contact_id: null,
  author_admin_id: null,
  body: null,
  assigned_to_type: null,
  assigned_to_id: null,
  attachments: [],
  external_id: null,
  event_details: null,
  metadata: null,
  from_ai_agent: false,
  is_ai_answer: false,
}

export async function updateThread(
  db: Db,
  workspaceId: number,
  threadId: number,
  changes: ThreadChanges,
): Promise<void> {
  await db`
    update threads set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${threadId}`
}

/** Parts of certain types only, or all but those. */
export interface PartFilter {
  types: string[]
  shown: boolean
}

/** The newest parts, oldest first. */
export async function listParts(
  db: Db,
  workspaceId: number,
  threadId: number,
  filter?: PartFilter,
): Promise<PartRow[]> {
  const asked = filter ? fragment`and (p.part_type = any(${filter.types}::text[])) = ${filter.shown}` : fragment``
  const rows = await db<PartRow[]>`
    select email.email, ${partColumns}
    left join ${emailsOf(workspaceId, threadId)} on email.part_id = p.id
    where p.workspace_id = ${workspaceId} and p.thread_id = ${threadId} ${asked}
    order by p.created_at desc, p.id desc limit ${PARTS_SHOWN}`
  return rows.reverse()
}

export const partColumns = fragment`
  p.*, coalesce(c.name, a.name) as author_name, coalesce(c.email, a.email) as author_email
  from thread_parts p
  left join contacts c on c.workspace_id = p.workspace_id and c.id = p.author_contact_id
  left join admins a on a.workspace_id = p.workspace_id and a.id = p.author_admin_id`

/** When somebody last wrote to these contacts. */
export async function markContacted(db: Db, workspaceId: number, contactIds: string[], at: Date): Promise<void> {
  await db`
    update contacts set last_contacted_at = greatest(last_contacted_at, ${at})
    where workspace_id = ${workspaceId} and id = any(${contactIds}::text[])`
}

/** When a contact last wrote. */
export async function markContactReply(db: Db, workspaceId: number, id: string, at: Date, now: Date): Promise<void> {
  await db`
    update contacts set last_replied_at = greatest(last_replied_at, ${at}), updated_at = greatest(updated_at, ${now})
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function findPart(
  db: Db,
  workspaceId: number,
  threadId: number,
  id: number,
): Promise<PartRow | undefined> {
  const [row] = await db<PartRow[]>`
    select ${partColumns} where p.workspace_id = ${workspaceId} and p.thread_id = ${threadId} and p.id = ${id}`
  return row
}

/** Columns of a part that a change may write. */
const CHANGEABLE_IN_PART = [
  'body',
  'redacted',
  'attachments',
  'updated_at',
  'external_reply_send_state',
  'external_reply_info_message',
  'seen_by_admin_id',
  'seen_at',
] as const
export type PartChanges = Partial<Pick<ThreadPartsRow, (typeof CHANGEABLE_IN_PART)[number]>>

export async function updatePart(
  db: Db,
  workspaceId: number,
  threadId: number,
  id: number,
  changes: PartChanges,
): Promise<void> {
  await db`
    update thread_parts set ${db(changes, ...CHANGEABLE_IN_PART)}
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and id = ${id}`
}
