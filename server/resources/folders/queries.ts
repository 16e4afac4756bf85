/** The SQL of folders. */
import { fragment, type Db } from '../../db/pool.ts'
import type { FoldersRow } from '../../db/types/folders.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { separated } from '../../search/combine.ts'
import type { FolderRow } from './folder.ts'

/** Tables of content that stands in folders, by its `folder_id`. */
const CONTENT = [fragment`articles`, fragment`internal_articles`]

const counts = CONTENT.map(
  (table) => fragment`(
    select count(*) from ${table} content
    where content.workspace_id = folders.workspace_id and content.folder_id = folders.id)`,
)
const columns = fragment`folders.*, (${separated(counts, fragment`+`)})::int as content_count`

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'description', 'emoji', 'parent_folder_id', 'updated_at'] as const
export type Changes = Partial<Pick<FoldersRow, (typeof CHANGEABLE)[number]>>

/** One page of all, or of the folders in one, oldest first, and the number of them. */
export async function listFolders(
  db: Db,
  workspaceId: number,
  { perPage, offset, parent }: { perPage: number; offset: number; parent: number | undefined },
): Promise<{ rows: FolderRow[]; total: number }> {
  const condition = fragment`workspace_id = ${workspaceId} and ${
    parent === undefined ? fragment`true` : fragment`parent_folder_id = ${parent}`
  }`
  const [rows, [count]] = await Promise.all([
    db<FolderRow[]>`
      select ${columns} from folders where ${condition} order by id limit ${perPage} offset ${offset}`,
    db<[{ total: number }]>`select count(*)::int as total from folders where ${condition}`,
  ])
  return { rows, total: count.total }
}

export async function findFolder(db: Db, workspaceId: number, id: string | number): Promise<FolderRow | undefined> {
  const number = numberId(id)
  if (number === undefined) return undefined
  const [row] = await db<FolderRow[]>`
    select ${columns} from folders where workspace_id = ${workspaceId} and id = ${number}`
  return row
}

/** @throws 404 not_found */
export async function getFolder(db: Db, workspaceId: number, id: string | number): Promise<FolderRow> {
  const row = await findFolder(db, workspaceId, id)
  if (!row) throw notFound('folder')
  return row
}

/** The folder and all folders below it. */
export async function listFolderTree(db: Db, workspaceId: number, id: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    with recursive tree as (
      select id from folders where workspace_id = ${workspaceId} and id = ${id}
      union
      select folders.id from folders join tree on folders.parent_folder_id = tree.id
      where folders.workspace_id = ${workspaceId})
    select id from tree order by id`
  return rows.map((row) => row.id)
}

/** @returns the id */
export async function insertFolder(
  db: Db,
  workspaceId: number,
  changes: Changes & { name: string },
  now: Date,
): Promise<number> {
  const row = {
    description: null,
    emoji: null,
    parent_folder_id: null,
    ...changes,
    workspace_id: workspaceId,
    created_at: now,
    updated_at: now,
  }
  const [made] = await db<[{ id: number }]>`
    insert into folders ${db(row, 'workspace_id', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateFolder(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`update folders set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteFolder(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from folders where workspace_id = ${workspaceId} and id = ${id}`
}

export async function hasFolders(db: Db, workspaceId: number, id: number): Promise<boolean> {
  const rows = await db`
    select from folders where workspace_id = ${workspaceId} and parent_folder_id = ${id} limit 1`
  return rows.length > 0
}
