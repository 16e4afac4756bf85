/** Opens the database for commands that work on it. */
import { systemClock } from '../../server/clock.ts'
import { loadConfig } from '../../server/config.ts'
import { openDatabase, type OpenDatabase } from '../../server/database.ts'
import { chooseDataFolder, holdsCluster } from '../../server/db/data-folder.ts'
import type { Pool } from '../../server/db/pool.ts'
import { createLog } from '../../server/log.ts'
import type { FirstWorkspace } from '../../server/provision/first-workspace.ts'

/**
 * `make` brings the schema up to date, and makes database and first workspace where there are none;
 * `change` needs them there; `read` changes nothing at all.
 */
export type Purpose = 'make' | 'change' | 'read'

/** Works on the running server's database, or starts one for as long as it takes. */
export async function withDatabase<T>(purpose: Purpose, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const config = loadConfig()
  if (purpose !== 'make' && config.databaseUrl === undefined) {
    const { path } = chooseDataFolder(config)
    if (!holdsCluster(path)) throw new Error(`there is no data in ${path} yet; npm start makes it`)
  }
  const database = await openDatabase(config, { log: await createLog(config, 'stderr'), readOnly: purpose === 'read' })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The same, in one workspace: the first, or another by its app_id. */
export function withWorkspace<T>(
  purpose: Purpose,
  appId: string | undefined,
  work: (db: Pool, workspace: FirstWorkspace, dataDir: string) => Promise<T>,
): Promise<T> {
  return withDatabase(purpose, async ({ db, dataDir }) => {
    const { ensureFirstWorkspace, findFirst } = await import('../../server/provision/first-workspace.ts')
    const options = { clock: systemClock, accessToken: loadConfig().accessToken, dataDir }
    const first = purpose === 'make' ? (await ensureFirstWorkspace(db, options)).workspace : await findFirst(db)
    if (appId !== undefined) return work(db, await getWorkspace(db, appId), dataDir)
    if (!first) throw new Error('there is no workspace yet; npm start makes the first')
    return work(db, first, dataDir)
  })
}

/** @throws where there is none */
export async function getWorkspace(db: Pool, appId: string): Promise<FirstWorkspace> {
  const [row] = await db<FirstWorkspace[]>`select id, app_id, name from workspaces where app_id = ${appId}`
  if (!row) throw new Error(`there is no workspace ${appId}`)
  return row
}
