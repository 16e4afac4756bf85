/**
 * Where the data lies: <folder>/postgres (the database), <folder>/lock, <folder>/access-token,
 * <folder>/secret-key.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolder } from '../folder.ts'
import { can, chooseDatabaseUser, findBarrier, type DatabaseUser } from './database-user.ts'

export interface DataFolder {
  path: string
  /** The reason for another place than the usual one. */
  reason?: string
}

interface Places {
  /** As configured. */
  dataDir: string | undefined
  /** Where the system keeps a user's data. */
  userDataDir: string
}

/** The major version of the PostgreSQL that Parley brings. */
const MAJOR = '17'
const CHECKOUT = resolve(import.meta.dirname, '../..')
/** Files that a new data folder may contain. */
const IGNORED = ['lost+found', '.DS_Store', '.gitkeep', '.keep']
const OURS = ['postgres', 'postgres.draft', 'lock', 'access-token', 'secret-key']

export const clusterOf = (dataFolder: string) => join(dataFolder, 'postgres')

/** True if a database was made in the folder. */
export const holdsCluster = (dataFolder: string): boolean => existsSync(join(clusterOf(dataFolder), 'PG_VERSION'))

/**
 * The configured folder, else ./data in the checkout, else where that cannot be, a folder that the
 * system has for such things. Nothing is made yet.
 */
export function chooseDataFolder({ dataDir, userDataDir }: Places, checkout = CHECKOUT): DataFolder {
  if (dataDir !== undefined) return { path: resolve(dataDir) }
  const path = join(checkout, 'data')
  const name = `parley-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}`
  const asRoot = process.getuid?.() === 0
  const user = databaseUser(path)
  if (asRoot && !can(user, 'enter', path)) {
    return {
      path: join('/var/lib', name),
      reason: `${user.name}, whom PostgreSQL runs as, cannot enter ${findBarrier(user, path)}`,
    }
  }
  if (!asRoot && !can(user, 'write', path)) {
    return { path: join(userDataDir, name), reason: `${user.name} cannot write in ${path}` }
  }
  return { path }
}

/** The user who will run the database in this folder. */
export function databaseUser(dataFolder: string): DatabaseUser {
  const cluster = clusterOf(dataFolder)
  return chooseDatabaseUser(existsSync(cluster) ? cluster : undefined)
}

/** Makes the folder where it is missing, and throws where it cannot hold our database. */
export function prepareDataFolder(path: string): void {
  makeFolder(path)
  const entries = readdirSync(path).filter((name) => !IGNORED.includes(name))
  if (entries.length > 0 && !entries.some((name) => OURS.includes(name))) {
    throw new Error(
      `${path} is not empty and not a data folder of Parley (it holds ${entries[0]}); ` +
        'set PARLEY_DATA_DIR to an empty or new folder',
    )
  }
  openToUser(path, databaseUser(path))
  checkCluster(clusterOf(path))
}

/** Lets the database's user enter the folder itself, which is ours; its parents are not changed. */
function openToUser(path: string, user: DatabaseUser): void {
  if (can(user, 'enter', path)) return
  const { mode, uid } = statSync(path)
  if (uid === process.getuid?.()) chmodSync(path, (mode & 0o7777) | 0o011)
  const barrier = findBarrier(user, path)
  if (barrier === undefined) return
  throw new Error(
    `PostgreSQL runs as ${user.name}, who cannot enter ${barrier}; ` +
      `set PARLEY_DATA_DIR to a folder that ${user.name} can enter, or type: chmod o+x ${barrier}`,
  )
}

function checkCluster(cluster: string): void {
  if (!existsSync(cluster)) return
  const { uid } = statSync(cluster)
  const self = process.getuid?.()
  if (self !== 0 && uid !== self) {
    throw new Error(`${cluster} belongs to user ${uid}, and this is user ${self}; start Parley as the user who made it`)
  }
  if (readdirSync(cluster).length === 0) return
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(file))
    throw new Error(`${cluster} is not empty and not a database; set PARLEY_DATA_DIR to another folder`)
  const major = readFileSync(file, 'utf8').trim()
  if (major !== MAJOR) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${major}, and this Parley brings PostgreSQL ${MAJOR}; ` +
        `take it over with pg_dump and pg_restore, or set PARLEY_DATA_DIR to another folder`,
    )
  }
}
