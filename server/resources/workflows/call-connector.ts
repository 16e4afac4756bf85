/** Runs the data connector of a step. It writes nothing. */
import type { Pool } from '../../db/pool.ts'
import { ApiError } from '../../http/errors.ts'
import { execute, type ExecuteDeps, type Outcome } from '../data-connectors/execute.ts'
import { getConnector, type DataInput } from '../data-connectors/queries.ts'
import { onlyDeclared } from '../data-connectors/undeclared.ts'
import type { Run } from './run-queries.ts'
import type { WorkflowStep } from './steps.ts'
import { knownTo, valueOf } from './values.ts'

type ConnectorStep = Extract<WorkflowStep, { type: 'run_connector' }>

/** The execution, or the code of what stood against it. */
export type Called = { connectorId: number; executed: Outcome } | { refused: string }

export async function callConnector(
  deps: ExecuteDeps & { db: Pool },
  workspaceId: number,
  run: Run,
  { data_connector_id, inputs = {} }: Pick<ConnectorStep, 'data_connector_id' | 'inputs'>,
): Promise<Called> {
  const { db } = deps
  const connector = await getConnector(db, workspaceId, String(data_connector_id)).catch((error) => {
    if (error instanceof ApiError) return undefined
    throw error
  })
  if (!connector) return { refused: 'data_connector_not_found' }
  if (connector.state !== 'live') return { refused: 'data_connector_not_live' }
  // There is nobody to be asked who they are.
  if (connector.customer_authentication) return { refused: 'customer_authentication_needed' }
  const known = await knownTo(db, workspaceId, run)
  const role = known('contact.role')
  if (role !== null && !connector.audiences.includes(`${String(role)}s`)) return { refused: 'not_in_audience' }
  // The step may have been saved for a version that declared others.
  const passed = Object.entries(onlyDeclared(connector.data_inputs as DataInput[], inputs))
  const executed = await execute(deps, connector, {
    inputs: Object.fromEntries(passed.map(([name, value]) => [name, valueOf(value, known)])),
    idempotencyKey: `parley-${workspaceId}-${run.id}-${run.step}`,
  })
  return { connectorId: connector.connector_id, executed }
}
