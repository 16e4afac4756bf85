/** The SQL of export jobs. */
import type { Db } from '../db/pool.ts'
import type { ExportsRow } from '../db/types/exports.ts'
import { deleteFile } from '../files/queries.ts'

export type Kind = 'content' | 'reporting'

export type NewExport = Pick<
  ExportsRow,
  | 'kind'
  | 'identifier'
  | 'from_time'
  | 'to_time'
  | 'dataset_id'
  | 'attribute_ids'
  | 'with_unanswered'
  | 'created_at'
  | 'expires_at'
>

export async function insertExport(db: Db, workspaceId: number, job: NewExport): Promise<ExportsRow> {
  const row = { ...job, workspace_id: workspaceId }
  const [made] = await db<ExportsRow[]>`
    insert into exports ${db(row, 'workspace_id', 'kind', 'identifier', 'from_time', 'to_time', 'dataset_id', 'attribute_ids', 'with_unanswered', 'created_at', 'expires_at')}
    returning *`
  return made!
}

export async function findExport(
  db: Db,
  workspaceId: number,
  kind: Kind,
  identifier: string,
): Promise<ExportsRow | undefined> {
  const [row] = await db<ExportsRow[]>`
    select * from exports where workspace_id = ${workspaceId} and kind = ${kind} and identifier = ${identifier}`
  return row
}

/** The number of jobs that are not done yet. */
export async function countActive(db: Db, workspaceId: number, kind: Kind): Promise<number> {
  const [row] = await db<[{ active: number }]>`
    select count(*)::int as active from exports
    where workspace_id = ${workspaceId} and kind = ${kind} and status in ('pending', 'in_progress')`
  return row.active
}

/** Holds a job until the transaction ends, if it is not done yet. */
export async function lockActive(db: Db, workspaceId: number, id: number): Promise<ExportsRow | undefined> {
  const [row] = await db<ExportsRow[]>`
    select * from exports
    where workspace_id = ${workspaceId} and id = ${id} and status in ('pending', 'in_progress') for no key update`
  return row
}

/** A job that is begun, anew where an earlier attempt was cut off. */
export async function updateBegun(db: Db, workspaceId: number, id: number, fileId: number): Promise<ExportsRow> {
  const [row] = await db<ExportsRow[]>`
    update exports set status = 'in_progress', attempts = attempts + 1, file_id = ${fileId}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}

/** A job whose process stops: as before it was begun. */
export async function updateInterrupted(
  db: Db,
  workspaceId: number,
  { id, file_id }: Pick<ExportsRow, 'id' | 'file_id'>,
): Promise<void> {
  await db`
    update exports set status = 'pending', attempts = attempts - 1
    where workspace_id = ${workspaceId} and id = ${id}`
  if (file_id !== null) await deleteFile(db, workspaceId, file_id)
}

/** @param expiresAt for jobs that do not know it from the beginning */
export const updateCompleted = async (
  db: Db,
  workspaceId: number,
  id: number,
  now: Date,
  expiresAt: Date,
): Promise<void> =>
  void (await db`
    update exports
    set status = 'completed', completed_at = ${now}, expires_at = coalesce(expires_at, ${expiresAt}::timestamptz)
    where workspace_id = ${workspaceId} and id = ${id}`)

/** Ends a job that has no archive to show, and deletes what was written of it. */
export async function endWithout(
  db: Db,
  workspaceId: number,
  { id, file_id }: Pick<ExportsRow, 'id' | 'file_id'>,
  status: 'failed' | 'no_data' | 'canceled',
  now: Date,
): Promise<void> {
  await db`
    update exports set status = ${status}, completed_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`
  if (file_id !== null) await deleteFile(db, workspaceId, file_id)
}

/** Archives that have expired, in all workspaces. */
export const listExpired = (db: Db, now: Date): Promise<{ workspace_id: number; file_id: number }[]> =>
  db<{ workspace_id: number; file_id: number }[]>`
    select workspace_id, file_id from exports
    where expires_at <= ${now} and file_id is not null and status = 'completed' order by expires_at limit 1000`
