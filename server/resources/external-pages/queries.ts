/** The SQL of external pages. */
import { fragment, type Db } from '../../db/pool.ts'
import type { ExternalPagesRow } from '../../db/types/external_pages.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { listContentTags } from '../tags/content-tag-queries.ts'
import type { ExternalPageRow } from './external-page.ts'

/** Columns that a change may write. */
const CHANGEABLE = [
  'source_id',
  'external_id',
  'title',
  'html',
  'url',
  'locale',
  'ai_agent_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
  'last_ingested_at',
  'updated_by_id',
  'updated_at',
] as const
export type Changes = Partial<Pick<ExternalPagesRow, (typeof CHANGEABLE)[number]>>
export type NewPage = Pick<ExternalPagesRow, (typeof CHANGEABLE)[number] | 'created_at' | 'created_by_id'>

export interface Named {
  source_id: number
  external_id: string
}

/** One page of all, or of the one that is named, newest first, and the number of them. */
export async function listExternalPages(
  db: Db,
  workspaceId: number,
  { perPage, offset, named }: { perPage: number; offset: number; named: Named | undefined },
): Promise<{ rows: ExternalPageRow[]; total: number }> {
  const condition = fragment`workspace_id = ${workspaceId} and ${
    named ? fragment`source_id = ${named.source_id} and external_id = ${named.external_id}` : fragment`true`
  }`
  const [rows, [count]] = await Promise.all([
    db<ExternalPagesRow[]>`
      select * from external_pages where ${condition} order by id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from external_pages where ${condition}`,
  ])
  return { rows: await withTags(db, workspaceId, rows), total: count.total }
}

async function withTags(db: Db, workspaceId: number, rows: ExternalPagesRow[]): Promise<ExternalPageRow[]> {
  const tags = await listContentTags(
    db,
    workspaceId,
    'external_page',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] }))
}

/** @throws 404 */
export async function getExternalPage(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: 'resource' | 'external_page' = 'resource',
): Promise<ExternalPageRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ExternalPagesRow[]>`
          select * from external_pages where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound(missing)
  return (await withTags(db, workspaceId, [row]))[0]!
}

export async function findPageId(
  db: Db,
  workspaceId: number,
  { source_id, external_id }: Named,
): Promise<number | undefined> {
  const [row] = await db<{ id: number }[]>`
    select id from external_pages
    where workspace_id = ${workspaceId} and source_id = ${source_id} and external_id = ${external_id}`
  return row?.id
}

export async function listPageIds(db: Db, workspaceId: number, sourceId: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from external_pages where workspace_id = ${workspaceId} and source_id = ${sourceId} order by id`
  return rows.map(({ id }) => id)
}

/** @returns the id */
export async function insertExternalPage(db: Db, workspaceId: number, page: NewPage): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into external_pages ${db({ ...page, workspace_id: workspaceId }, 'workspace_id', 'created_by_id', 'created_at', ...CHANGEABLE)}
    returning id`
  return row.id
}

export async function updateExternalPage(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update external_pages set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteExternalPage(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from external_pages where workspace_id = ${workspaceId} and id = ${id}`
}
