/** The SQL of content import sources. */
import { fragment, type Db } from '../../db/pool.ts'
import type { ImportSourcesRow } from '../../db/types/import_sources.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { audienceIdsColumn } from '../audiences/content-audiences.ts'
import type { ImportSourceRow } from './import-source.ts'

const columns = fragment`import_sources.*, ${audienceIdsColumn('import_source')}`

/** Columns that a change may write. */
const CHANGEABLE = ['status', 'url', 'sync_behavior', 'updated_at'] as const
type Changes = Partial<Pick<ImportSourcesRow, (typeof CHANGEABLE)[number]>>

/** One page, oldest first, and the number of all. */
export async function listImportSources(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: ImportSourceRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<ImportSourceRow[]>`
      select ${columns} from import_sources
      where workspace_id = ${workspaceId} order by id limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from import_sources where workspace_id = ${workspaceId}`,
  ])
  return { rows, total: count.total }
}

/** @throws 404 not_found */
export async function getImportSource(db: Db, workspaceId: number, id: string | number): Promise<ImportSourceRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ImportSourceRow[]>`
          select ${columns} from import_sources where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** A source that is neither changed nor deleted before this transaction ends. @throws 404 not_found */
export async function lockImportSource(db: Db, workspaceId: number, id: string | number): Promise<ImportSourceRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db`select id from import_sources where workspace_id = ${workspaceId} and id = ${number} for update`
  if (!row) throw notFound('resource')
  return getImportSource(db, workspaceId, id)
}

/** @returns the id */
export async function insertImportSource(
  db: Db,
  workspaceId: number,
  { url, sync_behavior, status }: Pick<ImportSourcesRow, 'url' | 'sync_behavior' | 'status'>,
  now: Date,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into import_sources (workspace_id, url, sync_behavior, status, last_synced_at, created_at, updated_at)
    values (${workspaceId}, ${url}, ${sync_behavior}, ${status}, ${now}, ${now}, ${now}) returning id`
  return row.id
}

export async function updateImportSource(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update import_sources set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** The pages of the source go with it. */
export async function deleteImportSource(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from import_sources where workspace_id = ${workspaceId} and id = ${id}`
}
