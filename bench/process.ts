/** A server in a process of its own: it prints its address when it listens, and its memory when it is asked. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface ServerProcess {
  url: string
  /** Resident bytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Modules as a start before this one compiled them, where `npm start` keeps them too (cli/run.mjs). */
const COMPILED = join(import.meta.dirname, '../node_modules/.cache/parley')

export async function startProcess(script: string, environment: Record<string, string>): Promise<ServerProcess> {
  const child = fork(script, {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [{ url }] = await once(child, 'message')
  return {
    url,
    async memory() {
      child.send('memory')
      const [{ memory }] = await once(child, 'message')
      return memory
    },
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** In such a process: tells that it listens, and answers, until who started it stops it or is gone. */
export function announce(url: string): void {
  process.on('message', () => process.send!({ memory: process.memoryUsage.rss() }))
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
  process.send!({ url })
}
