/**
 * A data connector to the shop's orders, a workflow that runs it, and its last execution: the demo calls nobody, so that
 * one is written down. The workflow is paused, so that conversations of readers are their own.
 */
import type { Db } from '../db/pool.ts'
import { createDataConnector } from '../resources/data-connectors/create.ts'
import { insertExecution } from '../resources/data-connectors/execution-queries.ts'
import { updateDataConnector } from '../resources/data-connectors/update.ts'
import { createWorkflow } from '../resources/workflows/settings/create.ts'
import type { Act } from './act.ts'
import type { Timeline } from './timeline.ts'

const CONNECTOR = {
  name: 'Order status',
  description: 'Looks up where an order is',
  http_method: 'get',
  url: 'https://orders.fernhill.example/orders/{{order_id}}/status',
  audiences: ['users', 'leads'],
  data_inputs: [{ name: 'order_id', type: 'string', description: 'The number of the order', required: true }],
  mock_response: { order: { id: 'FH-1042', status: 'roasting', ships_at: '2026-01-16T09:00:00Z' } },
}
/** It never went live. */
const DRAFT = { name: 'Next delivery', http_method: 'get', url: 'https://orders.fernhill.example/deliveries/next' }
const WORKFLOW = {
  id: 'demo-workflow',
  title: 'Where is my order?',
  description: 'Looks the order up and hands the conversation to support',
  trigger_type: 'inbound_conversation',
  state: 'paused',
  conditions: { field: 'source.body', operator: '~', value: 'order' },
}
const ANSWER = '{"order":{"id":"FH-1042","status":"shipped","ships_at":"2026-01-14T09:00:00Z"}}'

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: { admins: { maya: number }; teams: { support: number } }
}

export function planAutomation(timeline: Timeline, { db, workspaceId, act, staff }: Scene): void {
  const { maya } = staff.admins
  const { support } = staff.teams
  let id = ''
  timeline.add({ days: 40 }, async (at) => {
    id = (await act(createDataConnector, at, { body: CONNECTOR }, maya)).id
    await act(updateDataConnector, at, { params: { data_connector_id: id }, body: { state: 'live' } }, maya)
    await act(createDataConnector, at, { body: DRAFT }, maya)
  })
  timeline.add({ days: 39 }, (at) => {
    const steps = [
      { type: 'ask', body: 'What is the number of your order?', seconds: 3600 },
      { type: 'run_connector', data_connector_id: id, inputs: { order_id: { from: 'message.body' } } },
      { type: 'assign', assignee_type: 'team', assignee_id: support },
      { type: 'wait', seconds: 86_400 },
      { type: 'reply', body: 'We are still looking for your order.' },
    ]
    return act(createWorkflow, at, { body: { ...WORKFLOW, steps } }, maya)
  })
  timeline.add({ minutes: 25 }, (at) =>
    insertExecution(db, workspaceId, {
      connector_id: Number(id),
      success: true,
      http_status: 200,
      http_method: 'get',
      error_type: null,
      error_message: null,
      execution_time_ms: 153,
      external_time_ms: 150,
      response_bytes: ANSWER.length,
      source_type: 'workflow',
      source_id: 'demo-workflow',
      conversation_id: null,
      request_url: 'https://orders.fernhill.example/orders/FH-1042/status',
      request_body: null,
      response_body: ANSWER,
      raw_response_body: ANSWER,
      created_at: at,
    }),
  )
}
