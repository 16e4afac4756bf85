/** The SQL of newsfeeds as the settings change them. */
import type { Db } from '../../../db/pool.ts'
import type { NewsfeedsRow } from '../../../db/types/newsfeeds.ts'

export const listAllNewsfeeds = (db: Db, workspaceId: number): Promise<NewsfeedsRow[]> =>
  db<NewsfeedsRow[]>`select * from newsfeeds where workspace_id = ${workspaceId} order by id`

export async function insertNewsfeed(
  db: Db,
  workspaceId: number,
  { name }: { name: string },
  now: Date,
): Promise<NewsfeedsRow> {
  const [row] = await db<[NewsfeedsRow]>`
    insert into newsfeeds ${db({ workspace_id: workspaceId, name, created_at: now, updated_at: now }, 'workspace_id', 'name', 'created_at', 'updated_at')} returning *`
  return row
}

export async function updateNewsfeed(
  db: Db,
  workspaceId: number,
  id: number,
  { name }: { name: string },
  now: Date,
): Promise<void> {
  await db`
    update newsfeeds set name = ${name}, updated_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteNewsfeed(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from newsfeeds where workspace_id = ${workspaceId} and id = ${id}`
}
