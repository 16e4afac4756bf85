/**
 * Runs PostgreSQL as a child that neither gets our terminal's Ctrl-C nor outlives us: it has a
 * session of its own, under a shell that holds a pipe to us and shuts it down when the pipe ends,
 * however we ended.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DatabaseUser } from './database-user.ts'
import { readPostgresLog } from './postgres-log.ts'
import { findProcess, isPostgresOf } from './processes.ts'

export interface PostmasterOptions {
  /** The program. */
  postgres: string
  cluster: string
  socketDir: string
  user: DatabaseUser
  settings: Record<string, string>
  log: Logger
  /** Told when PostgreSQL ends though nobody asked it to. */
  onLoss: (() => void) | undefined
}

export interface Postmaster {
  /** Disconnects everybody, writes everything down, and waits for the end. */
  stop(): Promise<void>
}

// The shell waits for PostgreSQL, a child of it for the end of our pipe. SIGINT is a fast shutdown.
const SUPERVISOR = `
exec 3<&0 </dev/null
trap 'kill -INT $postgres' TERM
trap '' INT HUP
"$@" 3<&- & postgres=$!
(trap - TERM; cat <&3 >/dev/null; kill -TERM $$) 2>/dev/null & watcher=$!
exec 3<&-
while :; do wait $postgres; code=$?; kill -0 $postgres 2>/dev/null || break; done
kill $watcher 2>/dev/null
exit $code
`
/** Time that the processes of an earlier run have to end. */
const PATIENCE = 30_000

export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  await endEarlierRun(options)
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await launch(options)
    } catch (error) {
      // The last children of a postmaster that was killed end by themselves.
      const childrenLeft = /pre-existing shared memory block/.test((error as Error).message)
      if (!childrenLeft || Date.now() > deadline) throw error
      await sleep(100)
    }
  }
}

async function launch({
  postgres,
  cluster,
  socketDir,
  user,
  settings,
  log,
  onLoss,
}: PostmasterOptions): Promise<Postmaster> {
  const before = readPidFile(cluster)
  const args = ['-D', cluster, '-k', socketDir, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'parley-postgres', postgres, ...args], {
    ...user.identity,
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const last = readPostgresLog(child.stderr, log)
  let phase: 'starting' | 'up' | 'stopping' | 'ended' = 'starting'
  child.on('close', () => {
    const lost = phase === 'up'
    phase = 'ended'
    if (!lost) return
    log.fatal(`PostgreSQL ended by itself: ${last()}`)
    onLoss?.()
  })
  const ended = () => phase === 'ended'
  // The pipe to the shell breaks when it ends first, of which 'close' tells.
  child.stdin.on('error', () => {})

  for (;;) {
    const now = readPidFile(cluster)
    if (now?.ready && now.identity !== before?.identity) break
    if (ended()) throw new Error(`PostgreSQL does not start: ${last()}`)
    await sleep(10)
  }
  phase = 'up'
  // An open database alone does not keep the process alive.
  child.unref()
  const pipes = [child.stdin, child.stderr] as unknown as { ref(): void; unref(): void }[]
  for (const pipe of pipes) pipe.unref()

  return {
    async stop() {
      if (ended()) return
      phase = 'stopping'
      // 'close' comes after 'exit', once the pipes have ended: the process must live until then.
      child.ref()
      for (const pipe of pipes) pipe.ref()
      child.stdin.end()
      await once(child, 'close')
    },
  }
}

/** We hold the folder, so a PostgreSQL that still runs on it has lost its parent: it is to end. */
async function endEarlierRun({ cluster, log }: PostmasterOptions): Promise<void> {
  const file = readPidFile(cluster)
  if (!file) return
  const deadline = Date.now() + PATIENCE
  if (isPostgresOf(file.pid, cluster)) {
    log.info(`waiting for the PostgreSQL of an earlier run (process ${file.pid}) to end`)
    signal(file.pid, 'SIGINT')
    while (isPostgresOf(file.pid, cluster)) {
      if (Date.now() > deadline) throw new Error(`the PostgreSQL of an earlier run (process ${file.pid}) does not end`)
      await sleep(20)
    }
  } else if (findProcess(file.pid)) {
    // The number is another process's by now, which PostgreSQL would take for a postmaster.
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Reads postmaster.pid: the process id, and in its eighth line the status. */
function readPidFile(cluster: string): { pid: number; identity: string; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), identity: `${lines[0]} ${lines[2]}`, ready: lines[7]?.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
