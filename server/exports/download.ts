/** The archive of a completed export, for who asks with a token of its workspace. */
import { Readable } from 'node:stream'
import type { Ctx } from '../context.ts'
import type { ExportsRow } from '../db/types/exports.ts'
import { readChunks } from '../files/large.ts'
import { getLargeSize } from '../files/queries.ts'
import { StoredFile } from '../http/plain-answer.ts'
import type { ExportKind } from './kind.ts'

/** True if its archive can be downloaded now. */
export const isAvailable = ({ status, file_id, expires_at }: ExportsRow, now: Date): boolean =>
  status === 'completed' && file_id !== null && expires_at! > now

/** @returns undefined if there is no archive to download */
export async function openArchive(
  { db, workspaceId, now }: Ctx,
  kind: ExportKind,
  job: ExportsRow | undefined,
): Promise<StoredFile | undefined> {
  if (!job || !isAvailable(job, now)) return undefined
  const fileId = job.file_id!
  const size = await getLargeSize(db, workspaceId, fileId)
  if (size === 0) return undefined
  return new StoredFile({
    name: kind.nameOf(job),
    contentType: kind.contentType,
    size,
    // A file never changes.
    tag: `"${job.identifier}-${fileId}"`,
    open: (from, to) => Readable.from(readChunks(db, workspaceId, fileId, { from, to }), { objectMode: false }),
  })
}
