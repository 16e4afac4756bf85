/** The SQL of internal articles. */
import { fragment, type Db } from '../../db/pool.ts'
import type { InternalArticlesRow } from '../../db/types/internal_articles.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { audienceIdsColumn } from '../audiences/content-audiences.ts'
import { listContentTags } from '../tags/content-tag-queries.ts'
import type { InternalArticleRow } from './internal-article.ts'

const columns = fragment`internal_articles.*, ${audienceIdsColumn('internal_article')}`
type Row = InternalArticlesRow & { audience_ids: number[] }

/** Columns that a change may write. */
const CHANGEABLE = [
  'title',
  'body',
  'author_id',
  'owner_id',
  'locale',
  'folder_id',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
  'updated_by_id',
  'updated_at',
] as const
export type Changes = Partial<Pick<InternalArticlesRow, (typeof CHANGEABLE)[number]>>

interface Page {
  perPage: number
  offset: number
}

interface Found {
  rows: InternalArticleRow[]
  total: number
}

/** One page of all, or of the articles in these folders, newest first, and the number of them. */
export async function listInternalArticles(
  db: Db,
  workspaceId: number,
  { perPage, offset }: Page,
  folders?: number[],
): Promise<Found> {
  const condition = folders === undefined ? fragment`true` : fragment`folder_id = any(${folders}::bigint[])`
  const [rows, [count]] = await Promise.all([
    db<Row[]>`
      select ${columns} from internal_articles
      where workspace_id = ${workspaceId} and ${condition} order by id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`
      select count(*)::int as total from internal_articles where workspace_id = ${workspaceId} and ${condition}`,
  ])
  return { rows: await withTags(db, workspaceId, rows), total: count.total }
}

/** Articles in the order of their ids as given; unknown ones are left out. */
export async function readInternalArticles(db: Db, workspaceId: number, ids: number[]): Promise<InternalArticleRow[]> {
  if (ids.length === 0) return []
  const rows = await db<Row[]>`
    select ${columns} from internal_articles where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])
    order by array_position(${ids}::bigint[], id)`
  return withTags(db, workspaceId, rows)
}

async function withTags(db: Db, workspaceId: number, rows: Row[]): Promise<InternalArticleRow[]> {
  const ids = rows.map(({ id }) => id)
  const tags = await listContentTags(db, workspaceId, 'internal_article', ids)
  return rows.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] }))
}

/** @throws 404 */
export async function getInternalArticle(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: 'resource' | 'internal_article' = 'resource',
): Promise<InternalArticleRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<Row[]>`
          select ${columns} from internal_articles where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound(missing)
  return (await withTags(db, workspaceId, [row]))[0]!
}

type NewArticle = Changes & Pick<InternalArticlesRow, 'title' | 'author_id' | 'owner_id' | 'locale' | 'created_by_id'>

/** @returns the id */
export async function insertInternalArticle(
  db: Db,
  workspaceId: number,
  changes: NewArticle,
  now: Date,
): Promise<number> {
  const row = { ...changes, workspace_id: workspaceId, created_at: now, updated_at: now }
  const [made] = await db<[{ id: number }]>`
    insert into internal_articles ${db(row, 'workspace_id', 'created_by_id', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateInternalArticle(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update internal_articles set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteInternalArticle(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from internal_articles where workspace_id = ${workspaceId} and id = ${id}`
}
