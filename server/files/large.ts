/**
 * Large files: written and read in chunks, so that no process holds one whole. Its maker keeps the id, and serves it;
 * it has no address of its own.
 *
 *   const id = await insertLargeFile(tx, workspaceId, { name: 'export.zip', content_type: 'application/zip' }, now)
 *   await pipeline(source, chunkWriter(db, workspaceId, id))
 *   Readable.from(readChunks(db, workspaceId, id, { from: 0, to: 99 }))
 */
import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { callbackify } from 'node:util'
import type { Db } from '../db/pool.ts'
import { insertChunk, insertFiles, findChunk } from './queries.ts'

const CHUNK_BYTES = 256 * 1024

/** The file was deleted while it was written or read. */
export class FileGone extends Error {
  constructor() {
    super('the file was deleted while it was written or read')
  }
}

/** @returns the id of a file without content */
export async function insertLargeFile(
  db: Db,
  workspaceId: number,
  { name, content_type }: { name: string; content_type: string },
  now: Date,
): Promise<number> {
  const secret = randomBytes(24).toString('hex')
  const file = { thread_id: null, name, content_type, bytes: Buffer.alloc(0), secret }
  const [id] = await insertFiles(db, workspaceId, now, [file])
  return id!
}

/** Appends to a file that is empty. Each chunk is committed for itself. Fails with FileGone. */
export function chunkWriter(db: Db, workspaceId: number, fileId: number): Writable {
  let held: Buffer[] = []
  let size = 0
  let startsAt = 0

  async function flush(): Promise<void> {
    if (size === 0) return
    const bytes = Buffer.concat(held)
    held = []
    size = 0
    if (!(await insertChunk(db, workspaceId, fileId, startsAt, bytes))) throw new FileGone()
    startsAt += bytes.length
  }

  const flushThen = callbackify(flush)
  return new Writable({
    highWaterMark: CHUNK_BYTES,
    write(piece: Buffer, _encoding, done) {
      held.push(piece)
      size += piece.length
      if (size < CHUNK_BYTES) return done()
      flushThen(done)
    },
    final(done) {
      flushThen(done)
    },
  })
}

/** The bytes of a range, both ends included. Fails with FileGone where the file is deleted meanwhile. */
export async function* readChunks(
  db: Db,
  workspaceId: number,
  fileId: number,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  for (let at = from; at <= to;) {
    const chunk = await findChunk(db, workspaceId, fileId, at)
    const bytes = chunk?.bytes.subarray(at - chunk.starts_at, to + 1 - chunk.starts_at)
    if (!bytes?.length) throw new FileGone()
    at += bytes.length
    yield bytes
  }
}
