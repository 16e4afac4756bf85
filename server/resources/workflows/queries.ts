/** The SQL of workflows and their versions. */
import type { Db } from '../../db/pool.ts'
import type { WorkflowVersionsRow } from '../../db/types/workflow_versions.ts'
import type { WorkflowsRow } from '../../db/types/workflows.ts'
import { apiError } from '../../http/errors.ts'

/** Procedures are workflows that no event starts. */
export type Kind = 'workflow' | 'procedure'

/** A workflow as its newest version has it. */
export type WorkflowRow = WorkflowsRow & Pick<WorkflowVersionsRow, 'trigger_type' | 'conditions' | 'steps'>

/** In the order in which those that start from one event run. */
export const listWorkflows = (db: Db, workspaceId: number, kind: Kind = 'workflow'): Promise<WorkflowRow[]> => db<
  WorkflowRow[]
>`
  select w.*, v.trigger_type, v.conditions, v.steps from workflows w
  join workflow_versions v on v.workspace_id = w.workspace_id and v.workflow_id = w.id and v.number = w.version
  where w.workspace_id = ${workspaceId} and w.kind = ${kind} order by w.position, w.id`

export async function findWorkflow(
  db: Db,
  workspaceId: number,
  id: string,
  kind: Kind = 'workflow',
): Promise<WorkflowRow | undefined> {
  const [row] = await db<WorkflowRow[]>`
    select w.*, v.trigger_type, v.conditions, v.steps from workflows w
    join workflow_versions v on v.workspace_id = w.workspace_id and v.workflow_id = w.id and v.number = w.version
    where w.workspace_id = ${workspaceId} and w.id = ${id} and w.kind = ${kind}`
  return row
}

/** @throws 404 not_found */
export async function getWorkflow(db: Db, workspaceId: number, id: string): Promise<WorkflowRow> {
  const row = await findWorkflow(db, workspaceId, id)
  if (!row) throw apiError(404, 'not_found', 'Workflow not found')
  return row
}

const CHANGEABLE = ['title', 'description', 'state', 'position', 'version', 'live_after', 'updated_at'] as const
type Columns = Pick<WorkflowsRow, (typeof CHANGEABLE)[number]>

export async function insertWorkflow(
  db: Db,
  workspaceId: number,
  id: string,
  columns: Columns & { created_at: Date; kind?: Kind },
): Promise<void> {
  await db`
    insert into workflows ${db(
      { workspace_id: workspaceId, id, kind: 'workflow', ...columns },
      'workspace_id',
      'id',
      'kind',
      'created_at',
      ...CHANGEABLE,
    )}`
}

export async function updateWorkflow(
  db: Db,
  workspaceId: number,
  id: string,
  changes: Partial<Columns>,
): Promise<void> {
  await db`update workflows set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export type VersionColumns = Pick<WorkflowVersionsRow, 'trigger_type' | 'conditions' | 'steps' | 'connector_ids'>

export async function insertVersion(
  db: Db,
  workspaceId: number,
  workflowId: string,
  number: number,
  { trigger_type, conditions, steps, connector_ids }: VersionColumns,
  now: Date,
): Promise<void> {
  await db`
    insert into workflow_versions
      (workspace_id, workflow_id, number, trigger_type, conditions, steps, connector_ids, created_at)
    values (${workspaceId}, ${workflowId}, ${number}, ${trigger_type}, ${conditions as never}::jsonb,
      ${steps as never}::jsonb, ${connector_ids}::bigint[], ${now})`
}

/** Its versions and runs go with it; with the last one nobody reads the outbox. */
export async function deleteWorkflow(db: Db, workspaceId: number, id: string): Promise<void> {
  await db`delete from workflows where workspace_id = ${workspaceId} and id = ${id}`
  await db`
    delete from workflow_readers where workspace_id = ${workspaceId}
      and not exists (select from workflows where workspace_id = ${workspaceId} and kind = 'workflow')`
}

export async function drawProcedureId(db: Db): Promise<string> {
  const [row] = await db<[{ id: string }]>`select nextval('procedure_ids')::text as id`
  return row.id
}

/** The last event that was given an id: later ones come after a workflow went live. */
export async function readLastEvent(db: Db): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select case when is_called then last_value else 0 end as id from events_id_seq`
  return row.id
}

/** The outbox is read from an event on, unless it is already. */
export async function insertReader(db: Db, workspaceId: number, readTo: number): Promise<void> {
  await db`
    insert into workflow_readers (workspace_id, read_to) values (${workspaceId}, ${readTo}) on conflict do nothing`
}
