/**
 * Writes the archive of an export. It may be run twice, at the same time or after it was cut off: each run writes a file
 * of its own, and deletes the one before. A job shows its archive in the transaction that completes it; a run that
 * another has taken over, or that was canceled, finds its file gone and ends. One whose process stops begins anew later.
 */
import type { Writable } from 'node:stream'
import type { Db } from '../db/pool.ts'
import type { ExportsRow } from '../db/types/exports.ts'
import { isOutage, isTied } from '../db/unavailable.ts'
import { chunkWriter, FileGone, insertLargeFile } from '../files/large.ts'
import { deleteFile } from '../files/queries.ts'
import { Interrupted, type Task, type TaskDeps } from '../queue/task.ts'
import type { ExportKind } from './kind.ts'
import { endWithout, lockActive, updateBegun, updateCompleted, updateInterrupted, type Kind } from './queries.ts'

export interface RunExportPayload {
  workspace_id: number
  export_id: number
}

/** A job that was cut off so often has ended the processes that took it. */
const ATTEMPTS = 10
const DAY_MS = 24 * 3600 * 1000
/** For how long an archive is kept whose job does not say. */
export const KEPT_MS = 2 * DAY_MS

export const runExport = (kinds: Record<Kind, ExportKind>): Task => ({
  name: 'run_export',
  long: true,
  async run(deps, { workspace_id, export_id }: RunExportPayload) {
    const job = await begin(deps, kinds, workspace_id, export_id)
    if (!job) return
    try {
      const to = chunkWriter(deps.db, workspace_id, job.file_id!)
      const some = await write(deps, kinds[job.kind as Kind], job, to)
      await finish(deps, job, (tx, now) =>
        some
          ? updateCompleted(tx, workspace_id, job.id, now, new Date(now.getTime() + KEPT_MS))
          : endWithout(tx, workspace_id, job, 'no_data', now),
      )
    } catch (error) {
      if (error instanceof FileGone) return
      if (deps.stopping?.aborted) {
        await finish(deps, job, (tx) => updateInterrupted(tx, workspace_id, job))
        throw new Interrupted()
      }
      // The worker begins it again later.
      if (isOutage(error) || isTied(error)) throw error
      await finish(deps, job, (tx, now) => endWithout(tx, workspace_id, job, 'failed', now))
      throw error
    }
  },
})

/** @returns the job with the file to write, or undefined if there is nothing to do */
function begin({ db, clock }: TaskDeps, kinds: Record<Kind, ExportKind>, workspaceId: number, id: number) {
  return db.begin(async (tx) => {
    const now = clock.now()
    const job = await lockActive(tx, workspaceId, id)
    if (!job) return undefined
    if (job.attempts >= ATTEMPTS) return void (await endWithout(tx, workspaceId, job, 'failed', now))
    if (job.file_id !== null) await deleteFile(tx, workspaceId, job.file_id)
    const kind = kinds[job.kind as Kind]
    const file = { name: kind.nameOf(job), content_type: kind.contentType }
    return updateBegun(tx, workspaceId, id, await insertLargeFile(tx, workspaceId, file, now))
  })
}

/** Reads on a connection apart, since it may take long. */
async function write({ db, stopping }: TaskDeps, kind: ExportKind, job: ExportsRow, to: Writable): Promise<boolean> {
  const source = await db.reserve()
  const cut = () => source.destroy()
  stopping?.addEventListener('abort', cut)
  try {
    if (stopping?.aborted) cut()
    return await source.begin('isolation level repeatable read read only', (tx) => kind.write(tx, job, to))
  } finally {
    stopping?.removeEventListener('abort', cut)
    source.release()
  }
}

/** Ends the job, if this run still has it. */
const finish = ({ db, clock }: TaskDeps, job: ExportsRow, end: (tx: Db, now: Date) => Promise<void>): Promise<void> =>
  db.begin(async (tx) => {
    const current = await lockActive(tx, job.workspace_id, job.id)
    if (current?.file_id === job.file_id) await end(tx, clock.now())
  })
