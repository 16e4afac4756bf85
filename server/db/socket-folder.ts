/** The folder of the database's socket: a short path, and nobody else's business. */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { can, type DatabaseUser } from './database-user.ts'

/** A socket's path holds 103 bytes at the most on every system; its name takes 15. */
const LONGEST = 88

export function makeSocketFolder(dataDir: string, user: DatabaseUser): string {
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  const short = join(tmpdir(), `parley-${user.uid}-${hash}`)
  // PostgreSQL takes a list of folders, so not every name is possible.
  const plain = short.length <= LONGEST && /^[\w./-]+$/.test(short)
  const path = plain && can(user, 'enter', tmpdir()) ? short : `/tmp/parley-${user.uid}-${hash}`
  try {
    mkdirSync(path, { mode: 0o700 })
    chmodSync(path, 0o700)
    chownSync(path, user.uid, user.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // In a folder that everybody writes in, somebody else may have been first.
    const stat = lstatSync(path)
    if (!stat.isDirectory() || stat.uid !== user.uid || (stat.mode & 0o777) !== 0o700) {
      throw new Error(`${path} is not a folder of ${user.name}'s alone; remove it`, { cause: error })
    }
    // We hold the data folder and nothing runs on it, so this is from a run that was killed.
    for (const name of readdirSync(path)) rmSync(join(path, name))
  }
  return path
}

export function removeSocketFolder(path: string): void {
  rmSync(path, { recursive: true, force: true })
}
