/**
 * Runs a job's change to a workspace like a request's: one transaction with its events and count deltas. A job knows
 * the newest version only, and acts for the bot unless it is told for which admin.
 *
 *   await act(deps, workspaceId, async (ctx) => { … ctx.emit('conversation.admin.unsnoozed', item) })
 */
import { noProvider } from '../channels/provider.ts'
import type { Ctx, Workspace } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { createOutbox } from '../events/emit.ts'
import { noSecrets, type Secrets } from '../secrets.ts'
import { history } from '../versions/index.ts'
import type { TaskDeps } from './task.ts'

export interface ActOptions {
  /** The admin who acts; the operator bot by default. */
  adminId?: number | undefined
  /** The run of a workflow that does it: its events bear it. */
  workflowRunId?: number | undefined
  /** The absolute URL of a path of this server, where the job keeps it; else by the configured address (TaskDeps). */
  addressOf?: ((path: string) => string) | undefined
}

export async function act(
  { db, clock, mailDomain, addressOf }: TaskDeps,
  workspaceId: number,
  run: (ctx: Ctx) => Promise<void>,
  options: ActOptions = {},
): Promise<void> {
  await db.begin((tx) => actWithin(tx, workspaceId, clock.now(), run, { addressOf, ...options, mailDomain }))
}

/** The same within a transaction that is open. */
export async function actWithin(
  tx: Db,
  workspaceId: number,
  now: Date,
  run: (ctx: Ctx) => Promise<void>,
  {
    adminId,
    workflowRunId,
    mailDomain = 'localhost',
    addressOf = (path) => path,
    secrets = noSecrets,
  }: ActOptions & { mailDomain?: string | undefined; secrets?: Secrets } = {},
): Promise<void> {
  const [found] = await tx<(Workspace & { bot_id: number })[]>`
    select w.id, w.app_id, w.name, w.time_zone, w.region, w.default_version, w.email_copies, w.created_at, bot.id as bot_id
    from workspaces w join admins bot on bot.workspace_id = w.id and bot.kind = 'operator'
    where w.id = ${workspaceId} order by bot.id limit 1`
  if (!found) return
  const { bot_id, ...workspace } = found
  const outbox = createOutbox()
  await run({
    db: tx,
    workspace,
    workspaceId,
    actor: { adminId: adminId ?? bot_id },
    workflowRunId,
    now,
    version: history.newest.name,
    has: () => true,
    emit: outbox.emit,
    // A job has no caller.
    note: () => {},
    count: outbox.count,
    url: '',
    callerAddress: null,
    addressOf,
    limits: 'off',
    mailDomain,
    reach: 'public',
    secrets,
    channelProvider: noProvider,
  })
  await outbox.write(tx, workspaceId, now, workflowRunId)
}
