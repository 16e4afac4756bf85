/**
 * Makes a workspace with what a new Intercom workspace holds: its owner, the operator bot, the
 * default segments, subscription types and ticket states, a newsfeed, a help center and a brand.
 */
import { randomInt } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Db, Pool } from '../db/pool.ts'
import { makeAdmin } from '../resources/admins/settings/new-admin.ts'
import { insertBrand } from '../resources/brands/settings/queries.ts'
import { makeHelpCenter } from '../resources/help-centers/settings/details.ts'
import { insertNewsfeed } from '../resources/newsfeeds/settings/queries.ts'
import { insertSegment } from '../resources/segments/settings/queries.ts'
import { makeSubscriptionType } from '../resources/subscriptions/settings/details.ts'
import { insertTicketState } from '../resources/ticket-states/settings/queries.ts'
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
    insert into workspaces ${db({ app_id: appId, name, created_at: now }, 'app_id', 'name', 'created_at')} returning id`
  const id = workspace!.id
  const owner = { name: ownerName, email: ownerEmail, has_inbox_seat: true }
  const ownerId = await makeAdmin(db, id, owner, now)
  await makeAdmin(db, id, { name: 'Operator', email: `operator+${appId}@intercom.io` }, now, 'operator')
  for (const segment of SEGMENTS) await insertSegment(db, id, segment, now)
  for (const type of SUBSCRIPTION_TYPES) await makeSubscriptionType(db, id, type, now)
  for (const state of TICKET_STATES) await insertTicketState(db, id, { ...state, created_at: now, updated_at: now })
  await insertNewsfeed(db, id, NEWSFEED, now)
  const help_center_id = await makeHelpCenter(db, id, { ...HELP_CENTER, identifier: appId }, now)
  await insertBrand(db, id, { name, is_default: true, help_center_id }, now)
  return { id, appId, ownerId }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

function drawAppId(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
