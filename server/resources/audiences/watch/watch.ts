/**
 * Tells who enters and who leaves an audience, while a webhook is told of it: reads the outbox with a mark of its own,
 * asks each audience's condition of the contacts that events concern, and compares the answer with the members that it
 * keeps. Changes that no event tells of (a segment's new filter, an attribute that is archived) are noticed once an
 * hour, when all contacts are compared. Several processes may do so at once.
 */
import type { Clock } from '../../../clock.ts'
import type { Ctx } from '../../../context.ts'
import type { Db, Pool } from '../../../db/pool.ts'
import { createHorizon } from '../../../events/horizon.ts'
import { actWithin } from '../../../queue/act.ts'
import { compiledOrNone } from '../../../search/row-conditions.ts'
import { conditionOf } from '../membership.ts'
import type { Predicates } from '../predicates.ts'
import { listAllAudiences } from '../queries.ts'
import * as queries from './queries.ts'

const BATCH = 500
const CHECK_EVERY_MS = 60 * 60 * 1000

export interface WatchDeps {
  db: Pool
  clock: Clock
}

/** @returns reads all that is new, and tells the workspaces whose audiences are watched */
export function createMemberWatch({ db, clock }: WatchDeps): () => Promise<Set<number>> {
  const horizon = createHorizon()
  return async () => {
    const watchers = await queries.listWatchers(db)
    const due = watchers.filter((one) => !one.watching || !one.started || one.news || isOverdue(one, clock.now()))
    if (due.length > 0) {
      const seen = await horizon.look(db)
      for (const watcher of due) await follow(db, watcher, seen, clock.now())
    }
    return new Set(watchers.filter(({ watching }) => watching).map(({ workspace_id }) => workspace_id))
  }
}

const isOverdue = ({ checked_at }: queries.Watcher, now: Date): boolean =>
  checked_at !== null && now.getTime() - checked_at.getTime() >= CHECK_EVERY_MS

async function follow(db: Pool, watcher: queries.Watcher, seen: number, now: Date): Promise<void> {
  const { workspace_id, watching, started, news } = watcher
  if (!watching) return db.begin((tx) => queries.deleteWatch(tx, workspace_id))
  if (!started) return start(db, workspace_id, seen, now)
  if (news) while (await readSome(db, workspace_id, seen, now));
  if (isOverdue(watcher, now)) await check(db, workspace_id, now)
}

/** Members of the first moment are told to nobody. */
const start = (db: Pool, workspaceId: number, seen: number, now: Date): Promise<void> =>
  db.begin(async (tx) => {
    if (await queries.insertWatch(tx, workspaceId, seen, now))
      await compare(tx, workspaceId, now, () => ({ told: false }))
  })

const check = (db: Pool, workspaceId: number, now: Date): Promise<void> =>
  db.begin(async (tx) => {
    if (!(await queries.lockWatch(tx, workspaceId))) return
    await compare(tx, workspaceId, now, () => ({ told: true }))
    await queries.markChecked(tx, workspaceId, now)
  })

/** @returns true if there may be more */
const readSome = (db: Pool, workspaceId: number, seen: number, now: Date): Promise<boolean> =>
  db.begin(async (tx) => {
    const watch = await queries.lockWatch(tx, workspaceId)
    if (!watch) return false
    const events = await queries.listConcerned(tx, workspaceId, watch.read_to, BATCH)
    if (events.length > 0) await compare(tx, workspaceId, now, await scopeOf(tx, workspaceId, events))
    const full = events.length === BATCH
    // Events above the horizon are read again, with those that become visible late. Members from the first reading are
    // kept already, and are not told twice.
    await queries.moveWatch(tx, workspaceId, Math.min(seen, full ? events.at(-1)!.id : Infinity))
    return full
  })

type Scope = (audienceId: number) => { contacts?: string[]; told: boolean } | undefined

/** The contacts to look at for an audience: all for one that is new, or whose predicates changed. */
async function scopeOf(db: Db, workspaceId: number, events: queries.Concerned[]): Promise<Scope> {
  const of = (topics: string[]) => events.filter(({ topic }) => topics.includes(topic))
  const [created, updated] = [
    of(['audience.created']).map(({ item_id }) => Number(item_id)),
    of(['audience.updated']).map(({ item_id }) => Number(item_id)),
  ]
  // The contacts of a deleted company cannot be found by it any more.
  const isCompanyGone = of(['company.deleted']).length > 0
  const companies = events.flatMap(({ company_id }) => company_id ?? [])
  const ofCompanies = isCompanyGone ? [] : await queries.listContactsOf(db, workspaceId, companies)
  const contacts = [...new Set([...events.flatMap((event) => event.contacts), ...ofCompanies])]
  return (audienceId) => {
    if (created.includes(audienceId)) return { told: false }
    if (isCompanyGone || updated.includes(audienceId)) return { told: true }
    return contacts.length > 0 ? { contacts, told: true } : undefined
  }
}

const compare = (tx: Db, workspaceId: number, now: Date, scope: Scope): Promise<void> =>
  actWithin(tx, workspaceId, now, async (ctx: Ctx) => {
    for (const { id, predicates, role_predicates } of await listAllAudiences(tx, workspaceId)) {
      const looked = scope(id)
      if (!looked) continue
      const asked = { predicates, role_predicates } as Predicates
      const { sql: condition } = await compiledOrNone(() => conditionOf(ctx, asked))
      await queries.updateMembers(tx, workspaceId, { audienceId: id, condition, ...looked }, now)
    }
  })
