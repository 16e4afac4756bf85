/**
 * The workspace that a server starts with, and the token that opens it: the one from the
 * environment, else one that is made once and kept in the data folder.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../clock.ts'
import { makeFolder } from '../folder.ts'
import type { Db, Pool } from '../db/pool.ts'
import type { TokensRow } from '../db/types/tokens.ts'
import { createToken, hashToken, makeToken, revokeToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from './workspace.ts'

export interface FirstWorkspace {
  id: number
  app_id: string
  name: string
}

export interface FirstWorkspaceOptions {
  clock: Clock
  /** PARLEY_ACCESS_TOKEN. */
  accessToken: string | undefined
  dataDir: string
}

export interface FirstAccess {
  workspace: FirstWorkspace
  /** Undefined where it was made earlier and is not kept here. */
  token: string | undefined
  /** The token's id, where it was made before tokens could change settings, or was forbidden to. */
  withoutSettings: number | undefined
}

/** The name that a token from the environment has. */
const FROM_ENVIRONMENT = 'PARLEY_ACCESS_TOKEN'
const KEPT = 'first token'
const LOCK = 5_050_432_118

/** The workspace that was made first; makes one where there is none. */
export function ensureFirstWorkspace(
  db: Pool,
  { clock, accessToken, dataDir }: FirstWorkspaceOptions,
): Promise<FirstAccess> {
  return db.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})` // servers that share a database may start together
    const workspace = (await findFirst(tx)) ?? (await createFirst(tx, clock))
    const token =
      accessToken === undefined
        ? await ensureKeptToken(tx, workspace.id, join(dataDir, 'access-token'), clock.now())
        : await ensureGivenToken(tx, workspace.id, accessToken, clock.now())
    const known = token === undefined ? undefined : await findToken(tx, token)
    return { workspace, token, withoutSettings: known?.settings === false ? known.id : undefined }
  })
}

/** The workspace that was made first, where there is one. */
export async function findFirst(db: Db): Promise<FirstWorkspace | undefined> {
  const [row] = await db<FirstWorkspace[]>`select id, app_id, name from workspaces order by id limit 1`
  return row
}

async function createFirst(db: Db, clock: Clock): Promise<FirstWorkspace> {
  const name = 'My workspace'
  const { id, appId } = await createWorkspace(db, { name, ownerName: 'Owner', ownerEmail: 'owner@example.com', clock })
  return { id, app_id: appId, name }
}

/** The environment says which token it is; the one that it said before opens nothing any more. */
async function ensureGivenToken(db: Db, workspaceId: number, token: string, now: Date): Promise<string> {
  const known = await findToken(db, token)
  if (known && known.workspace_id !== workspaceId) {
    throw new Error(`${FROM_ENVIRONMENT} is a token of another workspace than the first`)
  }
  if (!known) await createToken(db, workspaceId, { name: FROM_ENVIRONMENT, token, settings: true, now })
  else if (known.revoked_at) await db`update tokens set revoked_at = null where hash = ${hashToken(token)}`
  const former = await db<{ id: number }[]>`
    select id from tokens
    where workspace_id = ${workspaceId} and name = ${FROM_ENVIRONMENT} and revoked_at is null and hash <> ${hashToken(token)}`
  for (const { id } of former) await revokeToken(db, workspaceId, id, now)
  return token
}

/** The token in the file while it is good; a new one only where the workspace has no good token at all. */
async function ensureKeptToken(db: Db, workspaceId: number, file: string, now: Date): Promise<string | undefined> {
  const kept = readToken(file)
  const known = kept === undefined ? undefined : await findToken(db, kept)
  if (known?.workspace_id === workspaceId && !known.revoked_at) return kept
  const [good] = await db`select 1 from tokens where workspace_id = ${workspaceId} and revoked_at is null limit 1`
  if (good) return undefined
  // First the file: a token that only the database knows would be lost.
  const token = makeToken()
  writeToken(file, token)
  await createToken(db, workspaceId, { name: KEPT, token, settings: true, now })
  return token
}

type Known = Pick<TokensRow, 'workspace_id' | 'id' | 'settings' | 'revoked_at'>

async function findToken(db: Db, token: string): Promise<Known | undefined> {
  const [row] = await db<Known[]>`
    select workspace_id, id, settings, revoked_at from tokens where hash = ${hashToken(token)}`
  return row
}

function readToken(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function writeToken(file: string, token: string): void {
  makeFolder(dirname(file))
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${token}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(draft, file)
}
