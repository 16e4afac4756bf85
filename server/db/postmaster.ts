/**
 * Runs PostgreSQL as a child that neither gets our terminal's Ctrl-C nor outlives us: it has a
 * session of its own, under a shell that holds a pipe to us and shuts it down when the pipe ends,
 * however we ended.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DatabaseUser } from './database-user.ts'
import { endChildren, endEarlierRun, readPidFile } from './earlier-run.ts'
import { readPostgresLog } from './postgres-log.ts'

export interface PostmasterOptions {
  /** The program. */
  postgres: string
  cluster: string
  socketDir: string
  user: DatabaseUser
  settings: Record<string, string>
  log: Logger
  /** Called when PostgreSQL ends unexpectedly. */
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
const TRIES = 100

export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  await endEarlierRun(options)
  // Where the system does not list the children of a postmaster that was killed, they are waited for.
  for (let tries = 1; ; tries++) {
    try {
      return await launch(options)
    } catch (error) {
      const childrenLeft = /pre-existing shared memory block/.test((error as Error).message)
      if (!childrenLeft || tries === TRIES) throw error
      await endChildren(options)
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
