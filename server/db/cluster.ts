/** Makes a new database cluster, whole or not at all. */
import { spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseUser } from './database-user.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

export const DATABASE = 'parley'
/** The role that owns everything; not a user of the machine. */
export const ROLE = 'parley'

/** Sorting and letter case are PostgreSQL's own everywhere; this is for the rest, as the machine has it. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C']

export interface ClusterOptions {
  binaries: PostgresBinaries
  user: DatabaseUser
  /** False: the files need not survive a power failure. */
  sync: boolean
}

/** @param cluster its folder, missing or empty */
export async function createCluster(cluster: string, { binaries, user, sync }: ClusterOptions): Promise<void> {
  const draft = `${cluster}.draft`
  rmSync(draft, { recursive: true, force: true, maxRetries: 10 }) // a killed start's initdb may still write
  mkdirSync(draft)
  chownSync(draft, user.uid, user.gid)
  chmodSync(draft, 0o700)
  await initialise(draft, { binaries, user, sync })
  await run(
    binaries.postgres,
    ['--single', '-D', draft, '-c', `fsync=${sync ? 'on' : 'off'}`, 'postgres'],
    user,
    `create database ${DATABASE}\n`,
  )
  if (existsSync(cluster)) rmSync(cluster, { recursive: true }) // empty, as was checked
  renameSync(draft, cluster)
}

async function initialise(folder: string, { binaries, user, sync }: ClusterOptions): Promise<void> {
  for (const locale of LOCALES) {
    const args = ['--pgdata', folder, '--username', ROLE, '--encoding', 'UTF8', '--data-checksums', '--no-instructions']
    args.push('--auth-local', 'trust', '--auth-host', 'reject')
    args.push('--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', locale, '--lc-messages', 'C')
    if (!sync) args.push('--no-sync')
    try {
      return await run(binaries.initdb, args, user)
    } catch (error) {
      const unknown = /invalid locale/.test((error as Error).message)
      if (!unknown || locale === LOCALES.at(-1)) throw error
    }
  }
}

/** Runs a program of PostgreSQL's as the user, with what it reads; throws with what it complained of. */
function run(program: string, args: string[], user: DatabaseUser, input = ''): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  // Detached: a Ctrl-C is ours to answer, when this is done.
  const child = spawn(program, args, {
    ...user.identity,
    cwd: '/',
    detached: true,
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  child.on('error', reject)
  child.on('close', (code) => {
    if (code === 0) resolve()
    else reject(new Error(`${program} failed: ${complaint.trim()}`))
  })
  child.stdin.end(input)
  return promise
}
