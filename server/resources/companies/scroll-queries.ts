/** The SQL of scrolls: walks over all companies that somebody belongs to, by id, each with its place kept here. */
import { inTransaction, type Db } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'

/** A scroll that nobody asks on for so long is gone. */
const IDLE_SECONDS = 60
const idleSince = (now: Date) => new Date(now.getTime() - IDLE_SECONDS * 1000)

/**
 * Opens a scroll at the first company, and forgets those that are gone.
 * @throws 400 scroll_exists where only one may be open and one is
 */
export async function insertScroll(
  db: Db,
  workspaceId: number,
  token: string,
  now: Date,
  alone: boolean,
): Promise<void> {
  // Reads run without a transaction; this one writes more than one statement.
  await inTransaction(db, async (tx) => {
    // Two that look at the same time must not both see that there is none.
    if (alone) await tx`select from workspaces where id = ${workspaceId} for no key update`
    await tx`delete from company_scrolls where workspace_id = ${workspaceId} and last_used_at <= ${idleSince(now)}`
    if (alone) {
      const [open] = await tx`select from company_scrolls where workspace_id = ${workspaceId} limit 1`
      if (open) throw apiError(400, 'scroll_exists', 'scroll already exists for this workspace')
    }
    await tx`insert into company_scrolls (workspace_id, token, last_used_at) values (${workspaceId}, ${token}, ${now})`
  })
}

/**
 * Moves a scroll on by a page; at the end it is gone. In one statement that holds it, so that two
 * requests of one scroll get two pages.
 * @returns the ids of the page; undefined where there is no such scroll
 */
export async function advanceScroll(
  db: Db,
  workspaceId: number,
  token: string,
  limit: number,
  now: Date,
): Promise<string[] | undefined> {
  const [row] = await db<{ ids: string[] }[]>`
    with scroll as (
      select after_id from company_scrolls
      where workspace_id = ${workspaceId} and token = ${token} and last_used_at > ${idleSince(now)} for update),
    page as (
      select id from companies
      where workspace_id = ${workspaceId} and deleted_at is null and user_count > 0 and id > (select after_id from scroll)
      order by id limit ${limit}),
    moved as (
      update company_scrolls set after_id = (select max(id) from page), last_used_at = ${now}
      where workspace_id = ${workspaceId} and token = ${token} and exists (select from scroll) and exists (select from page)),
    ended as (
      delete from company_scrolls
      where workspace_id = ${workspaceId} and token = ${token} and exists (select from scroll) and not exists (select from page))
    select array(select id from page order by id) as ids from scroll`
  return row?.ids
}
