/** Fixture of tests of jobs that wait: a database that no other test uses, since its tables are locked. */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { systemClock as clock } from '../clock.ts'
import { CONNECTIONS, shareConnections } from '../db/connections.ts'
import { openPool } from '../db/pool.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { startJobs } from '../worker.ts'
import { cloneDatabase } from './database.ts'
import { atFileEnd } from './endings.ts'
import { untilWaiting } from './until.ts'

export async function jobsScene() {
  const { address, db, drop } = await cloneDatabase()
  const log = pino({ level: 'silent' })
  const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
  atFileEnd(async () => {
    await app.close()
    await drop()
  })

  /** Makes a workspace, and a client of it. */
  async function workspace() {
    const name = randomBytes(6).toString('hex')
    const owner = { name, ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
    const { id, ownerId } = await createWorkspace(db, owner)
    const { token } = await createToken(db, id, { adminId: ownerId, name, settings: true, now: clock.now() })
    const headers = { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' }
    const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
      (await app.inject({ method, url, headers, ...(payload && { payload }) })).json()
    return {
      id,
      ownerId,
      get: (url: string) => send('GET', url),
      post: (url: string, body: object) => send('POST', url, body),
      remove: (url: string) => send('DELETE', url),
    }
  }

  /** Writers of a table wait until it is let go, and readers unless the mode is `share`. */
  async function hold(
    table: string,
    mode: 'access exclusive' | 'share' = 'access exclusive',
  ): Promise<() => Promise<void>> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const done = db.begin(async (tx) => {
      await tx.unsafe(`lock table ${table} in ${mode} mode`)
      held.resolve()
      await promise
    })
    await held.promise
    return async () => {
      resolve()
      await done
    }
  }

  /** Runs the jobs meanwhile, with as few connections as a process may have. */
  async function withJobs(work: () => Promise<void>): Promise<void> {
    const shares = shareConnections(CONNECTIONS.least)
    const jobsDb = openPool(address, { size: shares.jobs })
    const jobs = await startJobs({
      address,
      db: jobsDb,
      clock,
      log,
      connections: shares.worker,
      alone: true,
      stopMs: 200,
    })
    try {
      await work()
    } finally {
      await jobs.stop()
      await jobsDb.end({ timeout: 1 })
    }
  }

  return {
    address,
    db,
    clock,
    log,
    workspace,
    hold,
    untilWaiting: (number: number) => untilWaiting(db, number),
    withJobs,
  }
}
