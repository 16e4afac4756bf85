/** The SQL of uploads of catalogs. The connector is locked by whoever writes. */
import type { Db } from '../../db/pool.ts'
import type { CatalogUploadsRow } from '../../db/types/catalog_uploads.ts'

export async function findUpload(
  db: Db,
  workspaceId: number,
  connectorId: string,
  id: number,
): Promise<CatalogUploadsRow | undefined> {
  const [row] = await db<CatalogUploadsRow[]>`
    select * from catalog_uploads
    where workspace_id = ${workspaceId} and connector_id = ${connectorId} and id = ${id}`
  return row
}

/** The one that is not completed. */
export async function findRunning(
  db: Db,
  workspaceId: number,
  connectorId: string,
): Promise<CatalogUploadsRow | undefined> {
  const [row] = await db<CatalogUploadsRow[]>`
    select * from catalog_uploads
    where workspace_id = ${workspaceId} and connector_id = ${connectorId} and state <> 'completed'`
  return row
}

export async function insertUpload(
  db: Db,
  workspaceId: number,
  { connector_id, job_id, first_part_hash }: Pick<CatalogUploadsRow, 'connector_id' | 'job_id' | 'first_part_hash'>,
  now: Date,
): Promise<CatalogUploadsRow> {
  const [row] = await db<CatalogUploadsRow[]>`
    insert into catalog_uploads (workspace_id, connector_id, job_id, state, first_part_hash, created_at, updated_at)
    values (${workspaceId}, ${connector_id}, ${job_id}, 'open', ${first_part_hash}, ${now}, ${now}) returning *`
  return row!
}

const CHANGEABLE = ['state', 'next_part_number', 'byte_count', 'updated_at', 'completed_at'] as const

export const updateUpload = async (
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Pick<CatalogUploadsRow, (typeof CHANGEABLE)[number]>>,
): Promise<void> =>
  void (await db`
    update catalog_uploads set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`)

/** The number of the products that an upload names so far. */
export async function countItems(db: Db, workspaceId: number, jobId: number): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select coalesce(sum(item_count), 0)::int as count from bulk_tasks
    where workspace_id = ${workspaceId} and job_id = ${jobId} and action = 'create'`
  return row.count
}

/** Ends an upload whose products could not be made those that it names. */
export const endFailed = async (
  db: Db,
  workspaceId: number,
  jobId: number,
  failure: string,
  now: Date,
): Promise<void> =>
  void (await db`
    update catalog_uploads set state = 'completed', failure = ${failure}, updated_at = ${now}, completed_at = ${now}
    where workspace_id = ${workspaceId} and job_id = ${jobId} and state = 'processing'`)

/** Ends uploads that are said to be processed, and whose job is queued no more: it was given up after many attempts. */
export const endGivenUp = async (db: Db, failure: string, now: Date): Promise<void> =>
  void (await db`
    update catalog_uploads u set state = 'completed', failure = ${failure}, updated_at = ${now}, completed_at = ${now}
    where state = 'processing' and not exists (
      select from graphile_worker.jobs j
      where j.key = 'bulk:' || u.workspace_id || ':' || u.job_id
        and (j.attempts < j.max_attempts or j.locked_at is not null))`)

/** Deletes uploads that have waited for another part since then, with all that was uploaded. */
export const deleteAbandoned = async (db: Db, before: Date): Promise<void> =>
  void (await db`
    with abandoned as (
      delete from catalog_uploads where state = 'open' and updated_at < ${before} returning workspace_id, job_id)
    delete from bulk_jobs j using abandoned a where j.workspace_id = a.workspace_id and j.id = a.job_id`)
