/** The SQL of questions to teammates. */
import type { Db } from '../../db/pool.ts'
import type { ProcedureInputRequestsRow } from '../../db/types/procedure_input_requests.ts'

export type InputRequest = ProcedureInputRequestsRow

export async function insertRequest(
  db: Db,
  workspaceId: number,
  request: Pick<
    InputRequest,
    'run_id' | 'step' | 'thread_id' | 'step_id' | 'question' | 'attributes' | 'expires_at' | 'created_at'
  >,
): Promise<void> {
  const { attributes, ...columns } = request
  await db`
    insert into procedure_input_requests ${db(
      { workspace_id: workspaceId, ...columns, attributes: attributes as never },
      'workspace_id',
      'run_id',
      'step',
      'thread_id',
      'step_id',
      'question',
      'attributes',
      'expires_at',
      'created_at',
    )}`
}

export async function findRequest(
  db: Db,
  workspaceId: number,
  runId: number,
  step: number,
): Promise<InputRequest | undefined> {
  const [row] = await db<InputRequest[]>`
    select * from procedure_input_requests
    where workspace_id = ${workspaceId} and run_id = ${runId} and step = ${step}`
  return row
}

/** The last question of a step in a conversation. */
export async function findRequestOf(
  db: Db,
  workspaceId: number,
  threadId: number,
  stepId: string,
): Promise<InputRequest | undefined> {
  const [row] = await db<InputRequest[]>`
    select * from procedure_input_requests
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and step_id = ${stepId}
    order by run_id desc, step desc limit 1`
  return row
}

export async function fulfil(
  db: Db,
  workspaceId: number,
  { run_id, step }: Pick<InputRequest, 'run_id' | 'step'>,
  { input, adminId, now }: { input: object; adminId: number; now: Date },
): Promise<void> {
  await db`
    update procedure_input_requests
    set input = ${input as never}::jsonb, fulfilled_at = ${now}, fulfilled_by = ${adminId}
    where workspace_id = ${workspaceId} and run_id = ${run_id} and step = ${step}`
}
