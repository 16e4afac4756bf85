/** What the commands that work on the database share. */
import { systemClock } from '../../server/clock.ts'
import { loadConfig } from '../../server/config.ts'
import { openDatabase, type OpenDatabase } from '../../server/database.ts'
import type { Pool } from '../../server/db/pool.ts'
import { createLog } from '../../server/log.ts'
import type { FirstWorkspace } from '../../server/provision/first-workspace.ts'

/** Works on the running server's database, or starts one for as long as it takes. */
export async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const database = await openDatabase(config, { log: createLog(config, 'stderr') })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The same, in one workspace: the first, which is made where there is none, or another by its app_id. */
export function withWorkspace<T>(
  appId: string | undefined,
  work: (db: Pool, workspace: FirstWorkspace) => Promise<T>,
): Promise<T> {
  return withDatabase(async ({ db, dataDir }) => {
    const { accessToken } = loadConfig()
    const { ensureFirstWorkspace } = await import('../../server/provision/first-workspace.ts')
    const first = await ensureFirstWorkspace(db, { clock: systemClock, accessToken, dataDir })
    return work(db, appId === undefined ? first.workspace : await getWorkspace(db, appId))
  })
}

async function getWorkspace(db: Pool, appId: string): Promise<FirstWorkspace> {
  const [row] = await db<FirstWorkspace[]>`select id, app_id, name from workspaces where app_id = ${appId}`
  if (!row) throw new Error(`there is no workspace ${appId}`)
  return row
}
