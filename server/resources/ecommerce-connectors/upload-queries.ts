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

const CHANGEABLE = ['state', 'next_part_number', 'updated_at', 'completed_at'] as const

export const updateUpload = async (
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Pick<CatalogUploadsRow, (typeof CHANGEABLE)[number]>>,
): Promise<void> =>
  void (await db`
    update catalog_uploads set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`)

/** Deletes uploads that have waited for another part since then, with all that was uploaded. */
export const deleteAbandoned = async (db: Db, before: Date): Promise<void> =>
  void (await db`
    with abandoned as (
      delete from catalog_uploads where state = 'open' and updated_at < ${before} returning workspace_id, job_id)
    delete from bulk_jobs j using abandoned a where j.workspace_id = a.workspace_id and j.id = a.job_id`)
