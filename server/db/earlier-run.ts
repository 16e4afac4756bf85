/**
 * Ends what an earlier run left on a data folder that is ours now: a PostgreSQL that lost its parent, its last
 * children, or a postmaster.pid whose number is another process's by now.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isNumberTaken, isPostgresOf, listProcessesIn } from './processes.ts'

/** Time for a fast shutdown, and then for an immediate one, in ms. */
export const PATIENCE = { fastMs: 20_000, immediateMs: 10_000 }

interface EarlierRun {
  cluster: string
  log: Logger
  patience?: typeof PATIENCE
}

/** @throws an error that says what to type, where it does not end */
export async function endEarlierRun({ cluster, log, patience = PATIENCE }: EarlierRun): Promise<void> {
  const pid = readPidFile(cluster)?.pid
  if (pid === undefined) return
  const hasEnded = () => !isPostgresOf(pid, cluster)
  if (hasEnded()) return isNumberTaken(pid) ? disown(cluster) : undefined
  log.info(`waiting for the PostgreSQL of an earlier run (process ${pid}) to end`)
  signal(pid, 'SIGINT')
  if (await within(patience.fastMs, hasEnded)) return
  log.warn(`the PostgreSQL of an earlier run (process ${pid}) does not end by itself; it is ended at once`)
  signal(pid, 'SIGQUIT')
  if (await within(patience.immediateMs, hasEnded)) return
  throw new Error(`the PostgreSQL of an earlier run (process ${pid}) does not end; type: kill -9 ${pid}`)
}

/** Children of a postmaster that was killed end by themselves; they are ended where they do not. */
export async function endChildren({ cluster, log, patience = PATIENCE }: EarlierRun): Promise<void> {
  const left = () => listProcessesIn(cluster)
  const haveEnded = () => left().length === 0
  if (await within(patience.fastMs, haveEnded)) return
  log.warn(`processes ${left().join(', ')} of an earlier PostgreSQL do not end by themselves; they are ended at once`)
  for (const pid of left()) signal(pid, 'SIGQUIT')
  if (await within(patience.immediateMs, haveEnded)) return
  throw new Error(`processes of an earlier PostgreSQL do not end; type: kill -9 ${left().join(' ')}`)
}

/** Facts of the postmaster: its number, and in the eighth line whether it is ready. */
export function readPidFile(cluster: string): { pid: number; identity: string; ready: boolean } | undefined {
  try {
    const lines = readFileSync(pidFileOf(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), identity: `${lines[0]} ${lines[2]}`, ready: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const pidFileOf = (cluster: string) => join(cluster, 'postmaster.pid')

/** A number that no process has, on any system. */
const NOBODY = 2 ** 31 - 1

/**
 * PostgreSQL would take the process with the number, be it a zombie, for its postmaster. The rest of the file stays:
 * by the shared memory that it names, PostgreSQL finds out whether children are left.
 */
function disown(cluster: string): void {
  const [, ...rest] = readFileSync(pidFileOf(cluster), 'utf8').split('\n')
  writeFileSync(pidFileOf(cluster), [NOBODY, ...rest].join('\n'))
}

/** Lets a stopped process go on, too, which would not handle the signal otherwise. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
    process.kill(pid, 'SIGCONT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  for (const end = performance.now() + ms; !holds(); await sleep(20)) if (performance.now() > end) return false
  return true
}
