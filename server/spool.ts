/** A file for what passes through this process and is too large to be held. */
import { randomUUID } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** It has no name, so that the disk is free again when the process ends in any way. */
export async function openSpool(): Promise<FileHandle> {
  const path = join(tmpdir(), `parley-spool-${randomUUID()}`)
  const spool = await open(path, 'wx+', 0o600)
  await unlink(path)
  return spool
}
