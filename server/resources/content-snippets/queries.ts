/** The SQL of content snippets. */
import { fragment, type Db } from '../../db/pool.ts'
import type { ContentSnippetsRow } from '../../db/types/content_snippets.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { audienceIdsColumn } from '../audiences/content-audiences.ts'
import type { ContentSnippetRow } from './content-snippet.ts'

const columns = fragment`content_snippets.*, ${audienceIdsColumn('content_snippet')}`

/** Columns that a change may write. */
const CHANGEABLE = [
  'title',
  'locale',
  'body',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
  'updated_by_id',
  'updated_at',
] as const
export type Changes = Partial<Pick<ContentSnippetsRow, (typeof CHANGEABLE)[number]>>

/** One page, newest first, and the number of all. */
export async function listContentSnippets(
  db: Db,
  workspaceId: number,
  { perPage, offset }: { perPage: number; offset: number },
): Promise<{ rows: ContentSnippetRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<ContentSnippetRow[]>`
      select ${columns} from content_snippets
      where workspace_id = ${workspaceId} order by id desc limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from content_snippets where workspace_id = ${workspaceId}`,
  ])
  return { rows, total: count.total }
}

/** @throws 404 */
export async function getContentSnippet(
  db: Db,
  workspaceId: number,
  id: string | number,
  missing: 'content_snippet' | 'tagged_content_snippet' = 'content_snippet',
): Promise<ContentSnippetRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ContentSnippetRow[]>`
          select ${columns} from content_snippets where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound(missing)
  return row
}

/** @returns the id */
export async function insertContentSnippet(
  db: Db,
  workspaceId: number,
  changes: Changes & Pick<ContentSnippetsRow, 'title' | 'locale' | 'body' | 'created_by_id'>,
  now: Date,
): Promise<number> {
  const row = { ...changes, workspace_id: workspaceId, created_at: now, updated_at: now }
  const [made] = await db<[{ id: number }]>`
    insert into content_snippets ${db(row, 'workspace_id', 'created_by_id', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateContentSnippet(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update content_snippets set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteContentSnippet(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from content_snippets where workspace_id = ${workspaceId} and id = ${id}`
}
