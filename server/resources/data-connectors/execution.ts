/** The execution of a data connector on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { DataConnectorExecutionsRow } from '../../db/types/data_connector_executions.ts'
import { described, IdOf, model, Nullable } from '../../schema/types.ts'
import { isoSeconds, METHODS } from './data-connector.ts'

export const ERROR_TYPES = [
  'request_configuration_error',
  'faraday_error',
  '3rd_party_error',
  'response_mapping_error',
  'token_refresh_error',
  'fin_action_response_formatting_error',
  'fin_action_identity_verification_error',
  'email_verification_error',
  'non_fin_standalone_action_identity_verification_error',
  'request_validation_error',
  'client_side_action_error',
] as const
export type ErrorType = (typeof ERROR_TYPES)[number]

const SOURCES = [
  'custom_bot',
  'inbound_custom_bot',
  'button_custom_bot',
  'answer',
  'workflow',
  'saved_reply',
  'triggerable_custom_bot',
  'inbox',
  'fin',
] as const
export type SourceType = (typeof SOURCES)[number]

const execution = {
  type: Type.Literal('data_connector.execution'),
  id: IdOf('execution'),
  data_connector_id: described(Type.String(), 'The id of the data connector.'),
  success: described(Type.Boolean(), 'True if the answer was a success and could be read.'),
  http_status: described(Nullable(Type.Integer()), 'The status of the answer; null without one.'),
  http_method: described(Type.Enum([...METHODS]), 'The method of the request.'),
  error_type: described(Nullable(Type.Enum([...ERROR_TYPES])), 'The kind of the failure; null for a success.'),
  error_message: described(Nullable(Type.String()), 'The failure in words, without anything secret; null for none.'),
  execution_time_ms: described(Nullable(Type.Integer()), 'The milliseconds that it took; null where nothing was sent.'),
  source_type: described(
    Nullable(Type.Enum([...SOURCES])),
    '`workflow`, or `inbox` where a teammate ran it in a conversation; null for a run by the settings.',
  ),
  source_id: described(Nullable(Type.String()), 'The id of the workflow that ran it; null for none.'),
  conversation_id: described(Nullable(Type.String()), 'The id of the conversation that it ran in; null for none.'),
  created_at: described(Type.String(), 'When it was executed, in ISO 8601.'),
}

const Body = (words: string) => described(Type.Optional(Nullable(Type.String())), words)

export const Execution = model('data_connector_execution_result', {
  ...execution,
  request_url: Body('The address without query, credentials and fragment; null where nothing was sent.'),
  request_body: Body('The body that was sent, without anything secret; null for none.'),
  response_body: Body('The answer as it is read; null without one.'),
  raw_response_body: Body('The answer as it came; null without one.'),
})

export const DeliveredExecution = model('delivered_data_connector_execution', execution)

export type ExecutionRow = DataConnectorExecutionsRow

/** As webhooks are told: without bodies. */
export const presentDeliveredExecution = (row: ExecutionRow): Static<typeof DeliveredExecution> => ({
  type: 'data_connector.execution',
  id: String(row.id),
  data_connector_id: String(row.connector_id),
  success: row.success,
  http_status: row.http_status,
  http_method: row.http_method as (typeof METHODS)[number],
  error_type: row.error_type as ErrorType | null,
  error_message: row.error_message,
  execution_time_ms: row.execution_time_ms,
  source_type: row.source_type as SourceType | null,
  source_id: row.source_id,
  conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
  created_at: isoSeconds(row.created_at),
})

/** In lists bodies are shown where they are asked for. */
export const presentExecution = (row: ExecutionRow, withBodies: boolean): Static<typeof Execution> => ({
  ...presentDeliveredExecution(row),
  ...(row.request_url !== null || withBodies ? { request_url: row.request_url } : {}),
  ...(withBodies && {
    request_body: row.request_body,
    response_body: row.response_body,
    raw_response_body: row.raw_response_body,
  }),
})
