/**
 * The PostgreSQL that Parley brings along: real server programs from npm, on a data folder, reached
 * through a unix socket in a folder that only its user enters.
 *
 *   const database = await startEmbedded({ dataDir, log })
 *   const db = openPool(database.address)
 *   …
 *   await database.stop()
 */
import { existsSync, readdirSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createCluster, DATABASE, ROLE } from './cluster.ts'
import { clusterOf, databaseUser, prepareDataFolder } from './data-folder.ts'
import { findHolder, takeLock, type LockInfo } from './lock.ts'
import type { DatabaseAddress } from './pool.ts'
import { findInstalled, prepareBinaries } from './postgres-binaries.ts'
import { LOG_SETTINGS } from './postgres-log.ts'
import { startPostmaster } from './postmaster.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'

export interface Embedded {
  address: DatabaseAddress
  /** Tells others who look at the data folder where the server answers. */
  announce(url: string): void
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  log: Logger
  /** Told when the database ends though nobody asked it to. */
  onLoss?: () => void
  /** Settings of PostgreSQL's on top of ours, for tests. */
  settings?: Record<string, string>
  /** The programs' folder, where it is not the installed one. */
  installed?: string
}

const MIB = 1024 ** 2

/**
 * An eighth of the memory, in MiB, so that pages in frequent use are not copied from the system's cache each time.
 * PostgreSQL occupies it page by page.
 */
const SHARED_BUFFERS = Math.round(
  Math.min(4096, Math.max(128, Math.min(totalmem(), process.constrainedMemory() || Infinity) / 8 / MIB)),
)

/** For two cores and a disk that seeks for free. Acknowledged commits are on disk. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: `${SHARED_BUFFERS}MB`,
  effective_cache_size: `${2 * SHARED_BUFFERS}MB`,
  // Loads the pages that were cached at the last stop, beside the first requests.
  shared_preload_libraries: 'pg_prewarm',
  random_page_cost: '1.1',
  wal_compression: 'on',
  fsync: 'on',
  synchronous_commit: 'on',
  // The bitmap of a broad search fits, so that its rows are not checked again.
  work_mem: '64MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, onLoss, settings = {}, installed = findInstalled() } = options
  prepareDataFolder(dataDir)
  const lock = takeLock(lockOf(dataDir))
  try {
    const user = databaseUser(dataDir)
    const binaries = prepareBinaries(installed, dataDir, user)
    const cluster = clusterOf(dataDir)
    const all = { ...SETTINGS, ...LOG_SETTINGS, ...settings }
    if (!existsSync(cluster) || readdirSync(cluster).length === 0) {
      await createCluster(cluster, { binaries, user, sync: all.fsync === 'on' })
    }
    const socketDir = makeSocketFolder(dataDir, user)
    const { postgres } = binaries
    const postmaster = await startPostmaster({ postgres, cluster, socketDir, user, settings: all, log, onLoss })
    lock.update({ socketDir })
    return {
      address: addressOf(socketDir),
      announce: (url) => lock.update({ url }),
      async stop() {
        await postmaster.stop()
        removeSocketFolder(socketDir)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The holder of the data folder, and the address of its database once it is up. */
export function findRunning(
  dataDir: string,
): { holder: LockInfo & { pid: number }; address?: DatabaseAddress } | undefined {
  const holder = findHolder(lockOf(dataDir))
  return holder && { holder, ...(holder.socketDir && { address: addressOf(holder.socketDir) }) }
}

const lockOf = (dataDir: string) => join(dataDir, 'lock')
const addressOf = (socketDir: string): DatabaseAddress => ({ socketDir, user: ROLE, database: DATABASE })
