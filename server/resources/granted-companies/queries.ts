/** The SQL of granted companies. A company that was deleted is granted to nobody. */
import { fragment, type Db } from '../../db/pool.ts'

export type Order = 'asc' | 'desc'

const granted = (workspaceId: number, contactId: string) => fragment`
  from contact_granted_companies g
  join companies c on c.workspace_id = g.workspace_id and c.id = g.company_id and c.deleted_at is null
  where g.workspace_id = ${workspaceId} and g.contact_id = ${contactId}`

/** @returns a page of the customer's own ids, sorted by them, and how many there are in all */
export async function listGrants(
  db: Db,
  workspaceId: number,
  contactId: string,
  { order, limit, offset }: { order: Order; limit: number; offset: number },
): Promise<{ companyIds: string[]; total: number }> {
  const direction = order === 'asc' ? fragment`asc` : fragment`desc`
  const [rows, [counted]] = await Promise.all([
    db<{ company_id: string }[]>`
      select c.company_id ${granted(workspaceId, contactId)}
      order by c.company_id collate "C" ${direction} limit ${limit} offset ${offset}`,
    db<{ total: number }[]>`select count(*) as total ${granted(workspaceId, contactId)}`,
  ])
  return { companyIds: rows.map(({ company_id }) => company_id), total: counted!.total }
}

/**
 * Grants exactly these companies, by the customer's own ids, to a contact that is held.
 * @returns their number
 */
export async function replaceGrants(
  db: Db,
  workspaceId: number,
  contactId: string,
  companyIds: string[],
  now: Date,
): Promise<number> {
  await db`delete from contact_granted_companies where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  const made = await db`
    insert into contact_granted_companies (workspace_id, contact_id, company_id, created_at)
    select workspace_id, ${contactId}, id, ${now}::timestamptz from companies
    where workspace_id = ${workspaceId} and company_id = any(${companyIds}::text[]) and deleted_at is null
    returning company_id`
  return made.length
}

/** @returns true if the company was granted */
export async function deleteGrant(db: Db, workspaceId: number, contactId: string, companyId: string): Promise<boolean> {
  const gone = await db`
    delete from contact_granted_companies
    where workspace_id = ${workspaceId} and contact_id = ${contactId} and company_id in (
      select id from companies
      where workspace_id = ${workspaceId} and company_id = ${companyId} and deleted_at is null)
    returning company_id`
  return gone.length > 0
}
