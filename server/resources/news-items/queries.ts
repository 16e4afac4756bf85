/** The SQL of news items. */
import { fragment, type Db } from '../../db/pool.ts'
import type { NewsAssignmentsRow } from '../../db/types/news_assignments.ts'
import type { NewsItemsRow } from '../../db/types/news_items.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { NewsItemRow } from './news-item.ts'

const columns = fragment`
  n.*, coalesce((
    select json_agg(json_build_object('newsfeed_id', a.newsfeed_id,
      'published_at', floor(extract(epoch from a.published_at))::bigint) order by a.newsfeed_id)
    from news_assignments a where a.workspace_id = n.workspace_id and a.news_item_id = n.id), '[]') as assignments`

interface Slice {
  perPage: number
  offset: number
}
interface Page {
  rows: NewsItemRow[]
  total: number
}

/** One page, newest first, and how many there are. */
export async function listNewsItems(db: Db, workspaceId: number, { perPage, offset }: Slice): Promise<Page> {
  const [rows, [count]] = await Promise.all([
    db<NewsItemRow[]>`
      select ${columns} from news_items n where n.workspace_id = ${workspaceId}
      order by n.id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from news_items where workspace_id = ${workspaceId}`,
  ])
  return { rows, total: count.total }
}

/** Live ones of a newsfeed, the last published first. */
export async function listItemsOfFeed(
  db: Db,
  workspaceId: number,
  newsfeedId: number,
  { perPage, offset }: Slice,
): Promise<Page> {
  const source = fragment`
    from news_assignments f join news_items n on n.workspace_id = f.workspace_id and n.id = f.news_item_id
    where f.workspace_id = ${workspaceId} and f.newsfeed_id = ${newsfeedId} and n.state = 'live'`
  const [rows, [count]] = await Promise.all([
    db<NewsItemRow[]>`
      select ${columns} ${source} order by f.published_at desc, f.news_item_id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total ${source}`,
  ])
  return { rows, total: count.total }
}

/** @throws 404 not_found */
export async function getNewsItem(db: Db, workspaceId: number, id: string | number): Promise<NewsItemRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<NewsItemRow[]>`
          select ${columns} from news_items n where n.workspace_id = ${workspaceId} and n.id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** Held until the transaction ends. @throws 404 not_found */
export async function lockNewsItem(db: Db, workspaceId: number, id: string): Promise<NewsItemsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<NewsItemsRow[]>`
          select * from news_items where workspace_id = ${workspaceId} and id = ${number} for update`
  if (!row) throw notFound('resource')
  return row
}

/** Columns that a change may write. */
const CHANGEABLE = [
  'title',
  'body',
  'sender_id',
  'state',
  'labels',
  'reactions',
  'cover_image_url',
  'deliver_silently',
  'updated_at',
] as const
type Changes = Partial<Pick<NewsItemsRow, (typeof CHANGEABLE)[number]>>

export async function insertNewsItem(
  db: Db,
  workspaceId: number,
  item: Omit<NewsItemsRow, 'workspace_id' | 'id'>,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into news_items ${db({ ...item, workspace_id: workspaceId }, 'workspace_id', 'created_at', ...CHANGEABLE)} returning id`
  return row.id
}

export async function updateNewsItem(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`update news_items set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteNewsItem(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from news_items where workspace_id = ${workspaceId} and id = ${id}`
}

export type NewAssignment = Pick<NewsAssignmentsRow, 'newsfeed_id' | 'published_at'>

/** In place of the assignments that there are. */
export async function setAssignments(
  db: Db,
  workspaceId: number,
  newsItemId: number,
  assignments: NewAssignment[],
): Promise<void> {
  await db`delete from news_assignments where workspace_id = ${workspaceId} and news_item_id = ${newsItemId}`
  if (assignments.length === 0) return
  const rows = assignments.map((one) => ({ ...one, workspace_id: workspaceId, news_item_id: newsItemId }))
  await db`
    insert into news_assignments ${db(rows, 'workspace_id', 'news_item_id', 'newsfeed_id', 'published_at')}`
}

/** Newsfeeds publish a draft when it becomes live. */
export async function publishNow(db: Db, workspaceId: number, newsItemId: number, now: Date): Promise<void> {
  await db`
    update news_assignments set published_at = ${now}
    where workspace_id = ${workspaceId} and news_item_id = ${newsItemId}`
}
