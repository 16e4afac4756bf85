/** The SQL of internal articles. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
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
  'body_text',
  'author_id',
  'owner_id',
  'locale',
  'folder_id',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
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

/** One page, newest first, and the number of all. */
export const listInternalArticles = (db: Db, workspaceId: number, page: Page): Promise<Found> =>
  listWhere(db, workspaceId, fragment`true`, fragment`id desc`, page)

/**
 * One page of the articles in these folders that have all of these words.
 * @param words undefined finds all in the folders; @param folders undefined searches everywhere
 */
export function searchInternalArticles(
  db: Db,
  workspaceId: number,
  { words, folders }: { words: string | undefined; folders: number[] | undefined },
  page: Page,
): Promise<Found> {
  const inFolders = folders === undefined ? fragment`true` : fragment`folder_id = any(${folders}::bigint[])`
  if (words === undefined) return listWhere(db, workspaceId, inFolders, fragment`id desc`, page)
  const document = fragment`to_tsvector('simple', title || ' ' || body_text)`
  const asked = fragment`websearch_to_tsquery('simple', ${words})`
  const inTitle = fragment`ts_rank(to_tsvector('simple', title), ${asked})`
  return listWhere(
    db,
    workspaceId,
    fragment`${inFolders} and ${document} @@ ${asked}`,
    fragment`${inTitle} desc, ts_rank(${document}, ${asked}) desc, id desc`,
    page,
  )
}

async function listWhere(
  db: Db,
  workspaceId: number,
  condition: Fragment,
  order: Fragment,
  { perPage, offset }: Page,
): Promise<Found> {
  const [rows, [count]] = await Promise.all([
    db<Row[]>`
      select ${columns} from internal_articles
      where workspace_id = ${workspaceId} and ${condition} order by ${order} limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`
      select count(*)::int as total from internal_articles where workspace_id = ${workspaceId} and ${condition}`,
  ])
  return { rows: await withTags(db, workspaceId, rows), total: count.total }
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

type NewArticle = Changes & Pick<InternalArticlesRow, 'title' | 'author_id' | 'owner_id' | 'locale'>

/** @returns the id */
export async function insertInternalArticle(
  db: Db,
  workspaceId: number,
  changes: NewArticle,
  now: Date,
): Promise<number> {
  const row = { ...changes, workspace_id: workspaceId, created_at: now, updated_at: now }
  const [made] = await db<[{ id: number }]>`
    insert into internal_articles ${db(row, 'workspace_id', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateInternalArticle(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update internal_articles set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteInternalArticle(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from internal_articles where workspace_id = ${workspaceId} and id = ${id}`
}
