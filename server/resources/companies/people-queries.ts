/** The SQL of a company's number of people: its contacts that lists show. */
import type { Db } from '../../db/pool.ts'

/** A company's count after a change, and what the change was. */
export interface Counted {
  user_count: number
  change: number
}

/** By how many more companies are listed: one is where it has people. */
export const newlyListed = (companies: Counted[]): number =>
  companies.reduce((sum, { user_count, change }) => sum + Number(user_count > 0) - Number(user_count - change > 0), 0)

/** The companies of a contact that lists show from now on (1), or no more (-1). */
export const countContact = (db: Db, workspaceId: number, contactId: string, change: 1 | -1): Promise<Counted[]> =>
  db<Counted[]>`
    update companies set user_count = user_count + ${change}::int
    where workspace_id = ${workspaceId} and deleted_at is null and id in (
      select company_id from contact_companies where workspace_id = ${workspaceId} and contact_id = ${contactId})
    returning user_count, ${change}::int as change`
