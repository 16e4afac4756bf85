/**
 * The demo workspace: a believable company, always the same, for trying Parley out and for writing against it. Its
 * contents are written by the operations that clients use, each with the time at which it would have been asked.
 */
import type { Clock } from '../clock.ts'
import { inTransaction, type Db } from '../db/pool.ts'
import { USUAL_ADDRESS } from '../http/public-address.ts'
import { getOwnerId } from '../resources/tokens/access-tokens.ts'
import type { Secrets } from '../secrets.ts'
import { actIn } from './act.ts'
import { planArticles } from './articles.ts'
import { planAutomation } from './automation.ts'
import { planBeside } from './beside.ts'
import { planCatalog } from './catalog.ts'
import { planCalls } from './calls.ts'
import { COMPANIES } from './company.ts'
import { planCustomers } from './customers.ts'
import { planExports } from './exports.ts'
import { planEvents } from './happened.ts'
import { planFin } from './fin.ts'
import { makeHours } from './hours.ts'
import { makeSenders, planOutbound } from './outbound.ts'
import { planObjects } from './objects.ts'
import { PEOPLE } from './people.ts'
import { planIntegrations } from './integrations.ts'
import { planLibrary } from './library.ts'
import { makeRules } from './routing.ts'
import { planServiceLevels } from './service-levels.ts'
import { makeStaff } from './staff.ts'
import { planConversations } from './talk.ts'
import { makeTicketTypes, planTickets } from './tickets.ts'
import { Timeline } from './timeline.ts'
import { insertJob } from './unmade.ts'

const LOCK = 5_050_432_119
/** Data attributes are never deleted, so this one tells that the demo was here. */
const MARK = { model: 'contact', name: 'favorite_roast' }

/**
 * All of it or nothing. False where the workspace holds it already.
 * @param secrets the box that the server keeps secrets in: its webhook and its auth token have some
 * @param address the server's address, for pictures: content has whole addresses only
 * @param signal ends it early, with nothing written
 */
export function fillDemo(
  db: Db,
  workspaceId: number,
  clock: Clock,
  secrets: Secrets,
  address = USUAL_ADDRESS,
  signal?: AbortSignal,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockDemo(tx)
    if (await isFilled(tx, workspaceId)) return false
    const act = actIn(tx, workspaceId, address, secrets)
    const now = clock.now()
    const staff = await makeStaff(act, await getOwnerId(tx, workspaceId), now)
    await makeHours(act, now)
    await makeSenders(act, now)
    const types = await makeTicketTypes(act, now)
    const timeline = new Timeline(now)
    const scene = { db: tx, workspaceId, act, staff }
    const customers = planCustomers(timeline, scene)
    const begun = planConversations(timeline, { ...scene, customers })
    planTickets(timeline, { ...scene, customers, begun }, types)
    planCalls(timeline, { ...scene, customers, begun })
    planBeside(timeline, { ...scene, customers, begun })
    planOutbound(timeline, { ...scene, customers })
    planServiceLevels(timeline, { ...scene, customers })
    planAutomation(timeline, scene)
    planCatalog(timeline, act)
    planArticles(timeline, { ...scene, address })
    planFin(timeline, scene)
    planObjects(timeline, scene)
    await planEvents(timeline, tx, act, customers)
    planExports(timeline, act)
    planLibrary(timeline, act, staff)
    planIntegrations(timeline, act, staff)
    timeline.add({ days: 60 }, async (at) => {
      for (const [resource, made] of [
        ['contacts', PEOPLE],
        ['companies', COMPANIES],
      ] as const)
        await insertJob(tx, workspaceId, resource, Object.keys(made).length, staff.admins.maya, at)
    })
    await timeline.play(signal)
    await makeRules(act, staff, now)
    return true
  })
}

/** Demos are placed and filled one at a time. */
export async function lockDemo(tx: Db): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK})`
}

/** The first workspace that holds it; or that workspace, if it does. */
export async function findDemo(
  db: Db,
  workspaceId: number | null = null,
): Promise<{ id: number; app_id: string } | undefined> {
  const [row] = await db<{ id: number; app_id: string }[]>`
    select w.id, w.app_id from workspaces w join data_attributes a
      on a.workspace_id = w.id and a.model = ${MARK.model} and a.name = ${MARK.name}
    where ${workspaceId}::int is null or w.id = ${workspaceId}::int
    order by w.id limit 1`
  return row
}

async function isFilled(db: Db, workspaceId: number): Promise<boolean> {
  const rows = await db`
    select 1 from data_attributes where workspace_id = ${workspaceId} and model = ${MARK.model} and name = ${MARK.name}`
  return rows.length > 0
}
