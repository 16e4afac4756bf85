/** Kills a server at some moments of a work, each time in a round of its own, and checks how the round ends. */
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { findRunning } from '../../server/db/embedded.ts'
import { openPool } from '../../server/db/pool.ts'
import { kill, makeFolder, send, startServer, stop, TOKEN, type DataFolder } from './server.ts'
import type { Ground, Work } from './work.ts'

/** Time that a round may take after the next start. */
const ENDS_MS = 120_000

export interface Round {
  /** The part of it that was done when the server was killed. */
  at: number
  /** From the kill to the end of the round. */
  seconds: number
  told: string
  wrong: string[]
}

export interface Scene {
  /** Prepares the work, and kills the server at each of these moments of it. */
  killAmid(work: Work, moments: number[]): Promise<Round[]>
  close(): Promise<void>
}

/** Starts a server with a database of its own, for one kind of work after the other. */
export async function startScene({ dataDir, remove }: DataFolder = makeFolder()): Promise<Scene> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  let server = await startServer(dataDir)
  let db = openPool(findRunning(dataDir)!.address!)
  const ground = (): Ground => ({
    db,
    async send(method, path, body) {
      const { status, body: answer } = await send(agent, server.url, method, path, body)
      if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(answer)}`)
      return answer
    },
    async download(path) {
      const headers = { authorization: `Bearer ${TOKEN}`, accept: 'application/octet-stream' }
      const answer = await fetch(server.url + path, { headers })
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
  })
  const killAt = async (work: Work, number: number, moment: number): Promise<Round> => {
    await work.begin(ground(), number)
    let at = 0
    while ((at = await work.progress(ground())) < moment) await sleep(2)
    await db.end({ timeout: 1 })
    await kill(server.child, 'server', dataDir)
    const killed = performance.now()
    server = await startServer(dataDir)
    db = openPool(findRunning(dataDir)!.address!)
    while ((await work.progress(ground())) < 1 && performance.now() - killed < ENDS_MS) await sleep(50)
    await sleep(500) // for what is done once too often
    const wrong = await work.check(ground())
    return { at, seconds: (performance.now() - killed) / 1000, told: await work.told(ground()), wrong }
  }
  return {
    async killAmid(work, moments) {
      await work.prepare(ground())
      const rounds: Round[] = []
      for (const [number, moment] of moments.entries()) rounds.push(await killAt(work, number, moment))
      return rounds
    },
    async close() {
      agent.destroy()
      await db.end({ timeout: 1 })
      await stop(server.child)
      remove()
    },
  }
}
