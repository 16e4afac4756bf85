import type { Ctx } from '../../context.ts'
import { apiError } from '../../http/errors.ts'

/** @throws 409 data_connector_in_use where a workflow runs it, or a run that has begun will */
export async function refuseUsed({ db, workspaceId }: Ctx, id: number, consequence: string): Promise<void> {
  const rows = await db`
    select from workflow_versions v
    where v.workspace_id = ${workspaceId} and v.connector_ids @> array[${id}::bigint] and (
      exists (
        select from workflows w
        where w.workspace_id = v.workspace_id and w.id = v.workflow_id and w.version = v.number)
      or exists (
        select from workflow_runs r
        where r.workspace_id = v.workspace_id and r.workflow_id = v.workflow_id and r.version = v.number
          and r.state <> 'ended'))
    limit 1`
  if (rows.length > 0)
    throw apiError(409, 'data_connector_in_use', `Data connector is in use by other resources and ${consequence}`)
}
