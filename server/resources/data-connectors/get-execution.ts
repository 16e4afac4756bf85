import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Execution, presentExecution } from './execution.ts'
import { getExecution } from './execution-queries.ts'
import { getConnector } from './queries.ts'

export const getExecutionResult = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}/execution_results/{execution_result_id}',
  group: 'Data Connectors',
  summary: 'Retrieve an execution result',
  description: 'With the bodies of its request and its answer.',
  scopes: ['read_workflow_connector_execution_result', 'read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String(), execution_result_id: Type.String() }),
  reply: Execution,
  answer: 'The execution result.',
  handle: async ({ db, workspaceId }, { params }) => {
    const { connector_id } = await getConnector(db, workspaceId, params.data_connector_id)
    return presentExecution(await getExecution(db, workspaceId, connector_id, params.execution_result_id), true)
  },
})
