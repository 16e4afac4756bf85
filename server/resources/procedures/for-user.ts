/** The procedures that clients may run: all of them, and those for one user. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { testContact } from '../contacts/conditions.ts'
import { shareVersion } from '../workflows/run-queries.ts'
import { findWorkflow, listWorkflows, type WorkflowRow } from '../workflows/queries.ts'

/** The `trigger_type` of a procedure that requests start. */
export const API_TRIGGER = 'api'

/** @throws 400 parameter_invalid */
export function checkRunnable(row: WorkflowRow): WorkflowRow {
  if (row.state !== 'live') throw parameterInvalid('Procedure is not live')
  if (row.trigger_type !== API_TRIGGER) throw parameterInvalid('Procedure does not have an API trigger')
  return row
}

export const findProcedure = ({ db, workspaceId }: Ctx, id: string): Promise<WorkflowRow | undefined> =>
  findWorkflow(db, workspaceId, id, 'procedure')

/** A procedure that is not deleted until the transaction ends: a run of it may begin. */
export async function holdProcedure(ctx: Ctx, id: string): Promise<WorkflowRow | undefined> {
  const found = await findProcedure(ctx, id)
  return found && (await shareVersion(ctx.db, ctx.workspaceId, found)) ? found : undefined
}

/** Live procedures with an API trigger whose audience the contact is in now. */
export async function listForUser(ctx: Ctx, contactId: string): Promise<WorkflowRow[]> {
  const all = await listWorkflows(ctx.db, ctx.workspaceId, 'procedure')
  const open = all.filter(({ state, trigger_type }) => state === 'live' && trigger_type === API_TRIGGER)
  const matches = await testContact(
    ctx,
    contactId,
    open.map(({ conditions }) => conditions),
  )
  return open.filter((_, at) => matches[at])
}
