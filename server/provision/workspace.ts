/**
 * Makes a workspace with what a new Intercom workspace holds: its owner, the operator bot, the
 * default segments, subscription types and ticket states, a newsfeed and a help center.
 */
import { randomInt } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Db, Pool } from '../db/pool.ts'
import { hexId } from '../ids.ts'
import { HELP_CENTER, NEWSFEED, SEGMENTS, SUBSCRIPTION_TYPES, TICKET_STATES } from './defaults.ts'

export interface NewWorkspace {
  name: string
  ownerName: string
  ownerEmail: string
  clock: Clock
  /** 8 lowercase letters and digits; else some are drawn. */
  appId?: string
}

export interface CreatedWorkspace {
  id: number
  appId: string
  ownerId: number
}

/** In one transaction, be it the caller's. */
export function createWorkspace(db: Db, workspace: NewWorkspace): Promise<CreatedWorkspace> {
  return 'savepoint' in db ? insertWorkspace(db, workspace) : (db as Pool).begin((tx) => insertWorkspace(tx, workspace))
}

async function insertWorkspace(db: Db, { name, ownerName, ownerEmail, clock, appId = drawAppId() }: NewWorkspace) {
  const now = clock.now()
  const [workspace] = await db<{ id: number }[]>`
    insert into workspaces ${db({ app_id: appId, name, created_at: now })} returning id`
  const workspace_id = workspace!.id
  const [owner] = await db<{ id: number }[]>`
    insert into admins ${db({ workspace_id, name: ownerName, email: ownerEmail, has_inbox_seat: true, created_at: now })} returning id`
  await db`insert into admins ${db({
    workspace_id,
    kind: 'operator',
    name: 'Operator',
    email: `operator+${appId}@intercom.io`,
    created_at: now,
  })}`
  for (const { filter, ...segment } of SEGMENTS) {
    await db`insert into segments ${db({
      workspace_id,
      id: hexId(now),
      ...segment,
      filter: db.json(filter),
      created_at: now,
      updated_at: now,
    })}`
  }
  await db`insert into subscription_types ${db(SUBSCRIPTION_TYPES.map((type) => ({ workspace_id, ...type, created_at: now })))}`
  const born = { workspace_id, created_at: now, updated_at: now }
  await db`insert into ticket_states ${db(TICKET_STATES.map((state) => ({ ...born, ...state })))}`
  await db`insert into newsfeeds ${db({ ...born, ...NEWSFEED })}`
  await db`insert into help_centers ${db({ ...born, ...HELP_CENTER, identifier: appId })}`
  return { id: workspace_id, appId, ownerId: owner!.id }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

function drawAppId(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
