/**
 * One process at a time may hold a data folder. The lock is a file that tells who holds it; that of a dead process is
 * taken over.
 *
 * A lock comes into being by link(2), with its content, so it is never half written. Two processes that find the same
 * dead holder must not both win, so a process that replaces a lock first takes a guard (a lock named after the
 * replaced one) and checks again.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { findProcess, isRunning, type ProcessIdentity } from './processes.ts'

export interface LockInfo {
  /** Where its PostgreSQL listens. */
  socketDir?: string
  user?: string
  /** Where its server answers, once it does. */
  url?: string
}

export interface Holder extends LockInfo, ProcessIdentity {
  nonce: string
  since: string
}

export interface Lock {
  /** Tells others more about the holder. */
  update(info: LockInfo): void
  release(): void
}

/** Takes the lock, or throws an error that names its living holder. */
export function takeLock(path: string, info: LockInfo = {}): Lock {
  const self = findProcess(process.pid)
  if (!self) throw new Error('this process cannot see itself in the process table')
  let mine: Holder = { ...self, nonce: randomBytes(8).toString('hex'), since: new Date().toISOString(), ...info }
  claim(path, mine)
  return {
    update(more) {
      mine = { ...mine, ...more }
      replace(path, mine)
    },
    release() {
      if (readHolder(path)?.nonce === mine.nonce) rmSync(path, { force: true })
    },
  }
}

/** The living process that holds the lock, if one does. */
export function findHolder(path: string): Holder | undefined {
  const holder = readHolder(path)
  return holder && isRunning(holder) ? holder : undefined
}

function claim(path: string, mine: Holder): void {
  for (;;) {
    if (create(path, mine)) return
    const holder = readHolder(path)
    if (!holder) continue // released meanwhile
    if (isRunning(holder)) throw new Error(describeHolder(path, holder))
    const guard = `${path}.${holder.nonce}`
    claim(guard, mine)
    try {
      if (readHolder(path)?.nonce === holder.nonce) return replace(path, mine)
    } finally {
      rmSync(guard, { force: true })
    }
  }
}

/** False where a file is there already. */
function create(path: string, holder: Holder): boolean {
  const draft = writeDraft(path, holder)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

function replace(path: string, holder: Holder): void {
  renameSync(writeDraft(path, holder), path)
}

function writeDraft(path: string, holder: Holder): string {
  const draft = `${path}.draft-${randomBytes(8).toString('hex')}`
  writeFileSync(draft, JSON.stringify(holder, null, 2) + '\n', { flag: 'wx' })
  return draft
}

/** A file that says nothing (after a power failure) counts as a dead process's. */
function readHolder(path: string): Holder | undefined {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return JSON.parse(text) as Holder
  } catch {
    return { pid: 0, birth: 'never', nonce: 'unreadable', since: '' }
  }
}

function describeHolder(path: string, { pid, url, since }: Holder): string {
  const folder = path.slice(0, path.lastIndexOf('/'))
  return `${folder} is held by process ${pid} (${url ? `serving ${url}, ` : ''}since ${since})`
}
