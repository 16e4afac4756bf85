/** A PostgreSQL of the bench's own, from the packages, that can be restarted. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, DATABASE, ROLE } from '../../server/db/cluster.ts'
import { databaseUser } from '../../server/db/data-folder.ts'
import { openPool, type DatabaseAddress } from '../../server/db/pool.ts'
import { findInstalled, prepareBinaries } from '../../server/db/postgres-binaries.ts'

export interface BenchDatabase {
  address: DatabaseAddress
  /** Ends all connections, as an update of the server does, and starts it again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-faults-'))
  chmodSync(folder, 0o755)
  const user = databaseUser(folder)
  const binaries = prepareBinaries(findInstalled(), folder, user)
  const [cluster, socketDir] = [join(folder, 'postgres'), join(folder, 'socket')]
  mkdirSync(socketDir)
  chownSync(socketDir, user.uid, user.gid)
  await createCluster(cluster, { binaries, user, sync: false })
  const address = { socketDir, user: ROLE, database: DATABASE }
  let child = await start()

  async function start(): Promise<ChildProcess> {
    const started = spawn(binaries.postgres, ['-D', cluster, '-k', socketDir, '-c', 'listen_addresses='], {
      ...user.identity,
      cwd: '/',
      stdio: 'ignore',
    })
    const deadline = Date.now() + 30_000
    while (!(await answers(address))) {
      if (Date.now() > deadline) throw new Error('PostgreSQL does not start')
      await sleep(20)
    }
    return started
  }

  async function end(): Promise<void> {
    const ended = once(child, 'exit')
    child.kill('SIGINT') // a fast shutdown
    await ended
  }

  return {
    address,
    async restart() {
      await end()
      child = await start()
    },
    async stop() {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(address: DatabaseAddress): Promise<boolean> {
  const db = openPool(address, { max: 1 })
  try {
    await db`select 1`
    return true
  } catch {
    return false
  } finally {
    await db.end({ timeout: 0 })
  }
}
