import Type from 'typebox'
import { notFound } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { execute } from '../execute.ts'
import { Execution, presentExecution } from '../execution.ts'
import { getConversationId, insertExecution } from '../execution-queries.ts'
import { getConnector } from '../queries.ts'

export const runDataConnector = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/data_connectors/{data_connector_id}/run',
  group: 'Data Connectors',
  summary: 'Run a data connector',
  description:
    'Sends its request now, and answers how it went, whether it succeeded or not. It waits up to ten seconds for the ' +
    'other system. Redirects are not followed.',
  params: Type.Object({ data_connector_id: Type.String() }),
  body: described(
    Type.Object({
      inputs: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          description: 'Values of its inputs, by their names. With a name that it does not declare nothing is sent.',
        }),
      ),
      state_version: described(
        Type.Optional(Type.Enum(['live', 'draft'])),
        'The version to run: the `live` one by default, or the draft of one that is not live.',
      ),
      conversation_id: described(
        Type.Optional(Nullable(IdInput)),
        'The id of the conversation that it is run in; null for none.',
      ),
    }),
    'Its inputs.',
  ),
  reply: Execution,
  answer: 'The execution result.',
  // No transaction is open while the other system is waited for.
  atomic: 'statement',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const connector = await getConnector(db, workspaceId, params.data_connector_id, body.state_version)
    const conversation =
      body.conversation_id == null ? null : await getConversationId(db, workspaceId, body.conversation_id)
    const outcome = await execute(ctx, connector, { inputs: body.inputs ?? {} })
    const row = await insertExecution(db, workspaceId, {
      ...outcome,
      connector_id: connector.connector_id,
      source_type: conversation === null ? null : 'inbox',
      source_id: null,
      conversation_id: conversation,
      created_at: ctx.now,
    })
    if (!row) throw notFound('data_connector')
    return presentExecution(row, true)
  },
})
