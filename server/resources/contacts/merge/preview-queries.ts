/** The SQL of what a preview of a merge tells besides the two contacts. */
import type { Db } from '../../../db/pool.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import type { Reassignments } from './merge-preview.ts'

/** Names of companies by id, or their `company_id` if they have no name. */
export async function listCompanyNames(db: Db, workspaceId: number, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db<{ id: string; name: string }[]>`
    select id, coalesce(name, company_id) as name from companies
    where workspace_id = ${workspaceId} and id = any(${ids}::text[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Counts by kind of the lead's records that would move to the user, and of the user's own. */
export async function countMoving(
  db: Db,
  workspaceId: number,
  lead: ContactsRow,
  user: ContactsRow,
): Promise<Reassignments> {
  const rows = await db<{ contact_id: string; kind: string; total: number }[]>`
    select l.contact_id, t.kind, count(*) as total from thread_contacts l
    join threads t on t.workspace_id = l.workspace_id and t.id = l.thread_id and t.deleted_at is null
    where l.workspace_id = ${workspaceId} and l.contact_id in (${lead.id}, ${user.id})
    group by 1, 2
    union all
    select contact_id, 'call', count(*) from calls
    where workspace_id = ${workspaceId} and contact_id in (${lead.id}, ${user.id})
    group by 1`
  const counts = (kind: string) => ({ from: countOf(lead, kind), into: countOf(user, kind) })
  return {
    conversations: counts('conversation'),
    tickets: counts('ticket'),
    phone_calls: counts('call'),
    tags: { from: lead.tag_ids.filter((id) => !user.tag_ids.includes(id)).length, into: user.tag_ids.length },
    notes: { from: lead.note_ids.length, into: user.note_ids.length },
  }

  function countOf({ id }: ContactsRow, kind: string): number {
    return rows.find((row) => row.contact_id === id && row.kind === kind)?.total ?? 0
  }
}
