/**
 * A new folder for databases that last as long as a test: in memory, where the system has room for files there. A
 * database is a thousand of them, and a disk takes ten times as long to make them. The caller removes it.
 */
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
/** Several times what all databases of the suite hold at once. */
const ROOM = 2 * 2 ** 30
const PREFIX = 'parley-scratch-'
const HOUR = 3_600_000

export function scratchFolder(): string {
  const folder = hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir()
  removeLeftovers(folder)
  const made = mkdtempSync(join(folder, PREFIX))
  chmodSync(made, 0o755) // where root runs this, the database's user has to get through
  return made
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM && freemem() > ROOM
  } catch {
    return false // not every system has it
  }
}

/** One's own, of tests that were killed: no run lasts so long. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith(PREFIX))) {
    const path = join(folder, name)
    const { uid, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (uid === process.getuid?.() && mtimeMs! < Date.now() - HOUR) rmSync(path, { recursive: true, force: true })
  }
}
