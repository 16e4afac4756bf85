/** The SQL of files that came with a message. */
import type { Db } from '../db/pool.ts'

export interface NewFile {
  /** Null for a file that no message brought. */
  thread_id: number | null
  name: string
  content_type: string
  bytes: Buffer
  secret: string
}

/** @returns their ids, in their order */
export async function insertFiles(db: Db, workspaceId: number, now: Date, files: NewFile[]): Promise<number[]> {
  const rows = files.map((file) => ({
    workspace_id: workspaceId,
    ...file,
    size: file.bytes.length,
    created_at: now,
  }))
  const made = await db<{ id: number }[]>`
    with made as (insert into files ${db(rows, 'workspace_id', 'thread_id', 'name', 'content_type', 'bytes', 'secret', 'size', 'created_at')} returning id) select id from made order by id`
  return made.map(({ id }) => id)
}

/** Parts of a file that its address is made of. */
export interface FileRef {
  id: number
  name: string
  secret: string
}

export interface File extends FileRef {
  content_type: string
  bytes: Buffer
}

/** By the workspace's code, as an address names it. Only who knows its secret too may read it. */
export async function findFile(db: Db, appId: string, id: number): Promise<File | undefined> {
  const [row] = await db<File[]>`
    select f.id, f.name, f.content_type, f.bytes, f.secret from workspaces w join files f on f.workspace_id = w.id
    where w.app_id = ${appId} and f.id = ${id}`
  return row
}

/** By the addresses of attachments, of which some may be elsewhere. */
export async function deleteFilesOf(
  db: Db,
  workspaceId: number,
  threadId: number,
  attachments: { url: string }[],
): Promise<void> {
  const secrets = attachments.flatMap(({ url }) => /\/files\/\w+\/\d+\/([0-9a-f]{48})\//.exec(url)?.[1] ?? [])
  if (secrets.length === 0) return
  await db`
    delete from files
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and secret = any(${secrets}::text[])`
}

export const deleteFile = async (db: Db, workspaceId: number, id: number): Promise<void> =>
  void (await db`delete from files where workspace_id = ${workspaceId} and id = ${id}`)

/** @returns false if the file is gone */
export async function insertChunk(
  db: Db,
  workspaceId: number,
  fileId: number,
  startsAt: number,
  bytes: Buffer,
): Promise<boolean> {
  const { count } = await db`
    with file as (select id from files where workspace_id = ${workspaceId} and id = ${fileId} for key share)
    insert into file_chunks (workspace_id, file_id, starts_at, bytes)
    select ${workspaceId}::int, id, ${startsAt}::bigint, ${bytes} from file`
  return count > 0
}

/** The chunk that holds a byte of a large file. */
export async function findChunk(
  db: Db,
  workspaceId: number,
  fileId: number,
  at: number,
): Promise<{ starts_at: number; bytes: Buffer } | undefined> {
  const [row] = await db<{ starts_at: number; bytes: Buffer }[]>`
    select starts_at, bytes from file_chunks
    where workspace_id = ${workspaceId} and file_id = ${fileId} and starts_at <= ${at}
    order by starts_at desc limit 1`
  return row
}

/** The number of bytes of a large file. */
export async function getLargeSize(db: Db, workspaceId: number, fileId: number): Promise<number> {
  const [row] = await db<{ size: number }[]>`
    select starts_at + octet_length(bytes) as size from file_chunks
    where workspace_id = ${workspaceId} and file_id = ${fileId} order by starts_at desc limit 1`
  return row?.size ?? 0
}
