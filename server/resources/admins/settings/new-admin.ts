/** Makes admins: for the settings, the command line, the demo, and every workspace its first two. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import type { Db } from '../../../db/pool.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { described, Text } from '../../../schema/types.ts'
import type { AdminRow } from '../admin.ts'
import { presentDeliveredAdmin } from '../delivered-admin.ts'
import { logNewAdmin } from '../log-changes.ts'
import { columnsOf, details } from './details.ts'
import { getAnyAdmin, insertAdmin } from './queries.ts'

export const NewAdmin = Type.Object({
  name: described(Text(), 'The name.'),
  email: described(Text(), 'The email address.'),
  ...details,
})

/** A new teammate, and the event that tells of it. @throws what `makeAdmin` does */
export async function addAdmin(ctx: Ctx, given: Static<typeof NewAdmin>): Promise<AdminRow> {
  const id = await makeAdmin(ctx.db, ctx.workspaceId, given, ctx.now)
  const row = await getAnyAdmin(ctx.db, ctx.workspaceId, id)
  ctx.emit('admin.added_to_workspace', presentDeliveredAdmin(row))
  await logNewAdmin(ctx, row)
  return row
}

/**
 * @returns the id
 * @throws 400 parameter_invalid, 409 conflict where another admin has the email
 */
export async function makeAdmin(
  db: Db,
  workspaceId: number,
  given: Static<typeof NewAdmin>,
  now: Date,
  kind: 'admin' | 'operator' = 'admin',
): Promise<number> {
  await lockWorkspace(db, workspaceId)
  const columns = await columnsOf(db, workspaceId, null, given)
  return insertAdmin(db, workspaceId, { ...columns, name: columns.name!, email: columns.email!, kind, created_at: now })
}
