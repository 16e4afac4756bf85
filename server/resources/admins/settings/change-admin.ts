/** Changes an admin: for the settings and the command line. */
import type { Static } from 'typebox'
import type { Ctx } from '../../../context.ts'
import { enqueueDistribution } from '../../../threads/distribute.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import type { AdminRow } from '../admin.ts'
import { logChangedAdmin } from '../log-changes.ts'
import { columnsOf, type AdminDetails } from './details.ts'
import * as queries from './queries.ts'

/** @throws 404 admin_not_found, 400 parameter_invalid, 409 conflict where another admin has the email */
export async function changeAdmin(ctx: Ctx, adminId: string, changes: Static<typeof AdminDetails>): Promise<AdminRow> {
  const { db, workspaceId } = ctx
  await lockWorkspace(db, workspaceId)
  const { id } = await queries.lockAdmin(db, workspaceId, adminId)
  const before = await queries.getAnyAdmin(db, workspaceId, id)
  await queries.updateAdmin(db, workspaceId, id, await columnsOf(db, workspaceId, id, changes))
  const after = await queries.getAnyAdmin(db, workspaceId, id)
  await logChangedAdmin(ctx, before, after)
  const limit = 'conversation_assignment_limit'
  if (before.has_inbox_seat !== after.has_inbox_seat || before[limit] !== after[limit])
    await enqueueDistribution(db, workspaceId, ctx.now)
  return after
}
