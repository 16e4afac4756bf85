/** The data connector on the wire: a summary in lists, its whole configuration alone. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, IdOf, model, Nullable } from '../../schema/types.ts'
import { HIDDEN } from './headers.ts'
import type { ConnectorRow, DataInput, ResponseField } from './queries.ts'

export const METHODS = ['get', 'post', 'put', 'delete', 'patch'] as const
export const AUDIENCES = ['users', 'leads', 'visitors'] as const
export const INPUT_TYPES = ['string', 'integer', 'decimal', 'boolean'] as const
export const FIELD_TYPES = ['unknown', 'string', 'integer', 'decimal', 'datetime', 'boolean'] as const

const AdminId = (did: string) =>
  described(Nullable(Type.String()), `The id of the admin who ${did} it; null if unknown.`)

const summary = {
  type: Type.Literal('data_connector'),
  id: IdOf('data connector'),
  name: described(Type.String(), 'The name.'),
  description: described(Nullable(Type.String()), 'Its purpose; null for none.'),
  state: described(Type.Enum(['draft', 'live']), '`live` if workflows may run it, else `draft`.'),
  http_method: described(Type.Enum([...METHODS]), 'The method of its request.'),
  direct_fin_usage: described(Type.Boolean(), 'True if Fin may use it, false if only workflows do.'),
  created_by_admin_id: AdminId('created'),
  updated_by_admin_id: AdminId('last changed'),
  created_at: described(Type.String(), 'When the data connector was created, in ISO 8601.'),
  updated_at: described(Type.String(), 'When the data connector last changed, in ISO 8601.'),
  execution_results_url: described(Type.String(), 'The path of its execution results.'),
}

export const DataConnector = model('data_connector', summary)

const Input = Type.Object({
  name: described(Type.String(), 'The name by which templates refer to it.'),
  type: described(Type.Enum([...INPUT_TYPES]), 'The type of its values.'),
  description: described(Nullable(Type.String()), 'The meaning of its values; null for none.'),
  required: described(Type.Boolean(), 'True if an execution needs a value.'),
  default_value: described(Type.String(), 'The value where none is given; empty for none.'),
})

const Field = Type.Object({
  path: described(Type.String(), 'The path of the field in the answer, such as `order.items[0].id`.'),
  type: described(Type.Enum([...FIELD_TYPES]), 'The type of its values.'),
  example_value: Type.Unknown({ description: 'The value in the sample.' }),
  redacted: described(Type.Boolean(), 'Always false: no field is left out of the results.'),
})

const configuration = {
  url: described(Nullable(Type.String()), 'The address, with placeholders such as `{{order_id}}`; null for none yet.'),
  body: described(Type.String(), 'The body, with placeholders; empty for none.'),
  headers: described(
    Type.Array(
      Type.Object({
        name: described(Type.String(), 'The name of the header.'),
        value: described(Type.String(), 'Always `****`: values are not shown.'),
      }),
    ),
    'The headers of the request.',
  ),
  internal_description: described(Nullable(Type.String()), 'Its purpose, in words for teammates; null for none yet.'),
  audiences: described(Type.Array(Type.Enum([...AUDIENCES])), 'The kinds of contacts that it runs for.'),
  execution_type: described(Nullable(Type.Enum(['server_side', 'client_side'])), 'Always `server_side`.'),
  configuration_response_type: described(
    Nullable(Type.Enum(['test_response_type', 'mock_response_type'])),
    '`mock_response_type` if a sample tells the fields of the answer.',
  ),
  data_transformation_type: described(
    Nullable(Type.Enum(['full_access', 'redacted_access', 'code_block_transformation'])),
    'Always `full_access`: the whole answer is kept.',
  ),
  client_function_name: described(Nullable(Type.String()), 'Always null: it runs on the server.'),
  client_function_timeout_ms: described(Nullable(Type.Integer()), 'Always null: it runs on the server.'),
  data_inputs: described(Type.Array(Input), 'The inputs of its templates.'),
  response_fields: described(Type.Array(Field), 'The fields of the answer, as the sample has them.'),
  object_mappings: described(Type.Array(Type.Unknown()), 'Always empty: answers are written nowhere.'),
  token_ids: described(Type.Array(Type.String()), 'The ids of the auth tokens that its requests carry.'),
  customer_authentication: described(Type.Boolean(), 'True if a contact must prove who they are first.'),
  bypass_authentication: described(Type.Boolean(), 'True if the other system is open to everybody.'),
  validate_missing_attributes: described(
    Nullable(Type.Boolean()),
    'If true or null, nothing is sent while a required input has no value.',
  ),
}

export const DataConnectorDetail = model('data_connector_detail', { ...summary, ...configuration })

const id = (number: number | null) => (number === null ? null : String(number))
/** ISO 8601 in whole seconds. */
export const isoSeconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

export const presentConnector = (row: ConnectorRow): Static<typeof DataConnector> => ({
  type: 'data_connector',
  id: String(row.connector_id),
  name: row.name,
  description: row.description,
  state: row.state as 'draft' | 'live',
  http_method: row.http_method as (typeof METHODS)[number],
  direct_fin_usage: row.direct_fin_usage,
  created_by_admin_id: id(row.created_by_admin_id),
  updated_by_admin_id: id(row.updated_by_admin_id),
  created_at: isoSeconds(row.connector_created_at),
  updated_at: isoSeconds(row.updated_at),
  execution_results_url: `/data_connectors/${row.connector_id}/execution_results`,
})

export const presentConnectorDetail = (row: ConnectorRow): Static<typeof DataConnectorDetail> => ({
  ...presentConnector(row),
  url: row.url,
  body: row.body,
  headers: row.header_names.map((name) => ({ name, value: HIDDEN })),
  internal_description: row.internal_description,
  audiences: row.audiences as (typeof AUDIENCES)[number][],
  execution_type: 'server_side',
  configuration_response_type: row.mock_response === null ? 'test_response_type' : 'mock_response_type',
  data_transformation_type: 'full_access',
  client_function_name: null,
  client_function_timeout_ms: null,
  data_inputs: row.data_inputs as DataInput[],
  response_fields: row.response_fields as ResponseField[],
  object_mappings: [],
  token_ids: row.token_ids.map(String),
  customer_authentication: row.customer_authentication,
  bypass_authentication: row.bypass_authentication,
  validate_missing_attributes: row.validate_missing_attributes,
})
