/**
 * A database that is loaded with a size. In a folder that is kept, a file tells what was loaded, so
 * that the next run goes on with it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startEmbedded } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openPool, type DatabaseAddress, type Pool } from '../../server/db/pool.ts'
import { migrateJobs } from '../../server/queue/migrate.ts'
import { load, type Loaded } from './load/load.ts'
import type { Size } from './load/size.ts'

export interface LoadedDatabase {
  address: DatabaseAddress
  db: Pool
  loaded: Loaded
  stop(): Promise<void>
}

/** Loaded rows need not survive a crash, so commits are not waited for. The measured server has settings as always. */
const LOADING = {
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_wal_size: '8GB',
  checkpoint_timeout: '1h',
  work_mem: '128MB',
  maintenance_work_mem: '512MB',
}

/** @param folder where it is kept; without one it is gone in the end */
export async function openLoaded(size: Size, folder: string | undefined): Promise<LoadedDatabase> {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const remove = () => folder ?? rmSync(dataDir, { recursive: true, force: true })
  try {
    const loaded = findLoaded(dataDir, size) ?? (await loadInto(dataDir, size))
    const { address, db, stop } = await start(dataDir)
    return { address, db, loaded, stop: () => stop().finally(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

const noteOf = (dataDir: string) => join(dataDir, 'bench-size.json')

/** @throws where something else is in the folder, be it a load that was broken off */
function findLoaded(dataDir: string, size: Size): Loaded | undefined {
  if (!existsSync(noteOf(dataDir))) {
    if (existsSync(join(dataDir, 'postgres'))) throw new Error(`${dataDir} is not loaded to its end: remove it`)
    return undefined
  }
  const loaded = JSON.parse(readFileSync(noteOf(dataDir), 'utf8')) as Loaded
  if (loaded.size.name !== size.name) throw new Error(`${dataDir} is loaded with ${loaded.size.name}`)
  return loaded
}

async function loadInto(dataDir: string, size: Size): Promise<Loaded> {
  const { db, stop } = await start(dataDir, LOADING)
  try {
    const loaded = await load(db, size, new Date(), (line) => console.log(`${size.name}: ${line}`))
    writeFileSync(noteOf(dataDir), `${JSON.stringify(loaded, null, 2)}\n`)
    return loaded
  } finally {
    await stop()
  }
}

async function start(dataDir: string, settings: Record<string, string> = {}) {
  const database = await startEmbedded({ dataDir, log: pino({ level: 'silent' }), settings })
  const db = openPool(database.address)
  const stop = async () => {
    await db.end()
    await database.stop()
  }
  try {
    await migrate(db)
    await migrateJobs(db, database.address)
  } catch (error) {
    await stop()
    throw error
  }
  return { address: database.address, db, stop }
}
