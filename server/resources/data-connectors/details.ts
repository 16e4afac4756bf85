/** Properties of a data connector in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { UNUSABLE_NAME } from '../../http/body.ts'
import { apiError } from '../../http/errors.ts'
import { described, IdInput, Nullable, shownAs, Text } from '../../schema/types.ts'
import { invalid } from './invalid.ts'
import { AUDIENCES, INPUT_TYPES, METHODS } from './data-connector.ts'
import { checkHeader, sealHeaders } from './headers.ts'
import { fieldsOf } from './response-fields.ts'
import type { Configuration, DataInput } from './queries.ts'
import { isOfType } from './read-values.ts'
import { readTokenIds } from './read-token-ids.ts'
import { checkUrlTemplate } from './render-url.ts'

const Header = Type.Object({
  name: Type.String({ maxLength: 255, description: 'The name of the header.' }),
  value: Type.String({
    maxLength: 8192,
    description: 'Its value, with placeholders. It is not shown again; `****` keeps the one that it has.',
  }),
})
const Input = Type.Object({
  name: Type.String({ maxLength: 255, description: 'The name by which templates refer to it.' }),
  type: described(Type.Enum([...INPUT_TYPES]), 'The type of its values.'),
  description: Type.Optional(
    Nullable(Type.String({ maxLength: 10_000, description: 'The meaning of its values; null for none.' })),
  ),
  required: described(Type.Optional(Type.Boolean()), 'True if an execution needs a value.'),
  default_value: Type.Optional(
    Type.String({ maxLength: 10_000, description: 'The value where none is given, of the type of the input.' }),
  ),
})

export const connectorDetails = {
  name: described(Type.Optional(Text()), 'The name.'),
  description: Type.Optional(Nullable(Type.String({ maxLength: 10_000, description: 'Its purpose; null for none.' }))),
  internal_description: Type.Optional(
    Nullable(
      Type.String({ maxLength: 10_000, description: 'Its purpose, in words for teammates; null for none yet.' }),
    ),
  ),
  http_method: Type.Optional(
    shownAs(Type.Enum([...METHODS], { description: 'The method of its request; `get` by default.' }), Type.String()),
  ),
  url: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 2048,
        description:
          'The address, over http or https; null for none yet. Placeholders such as `{{order_id}}` may stand behind the host.',
      }),
    ),
  ),
  body: Type.Optional(
    Type.String({
      maxLength: 100_000,
      description: 'The body, with placeholders where it is JSON, a form, XML, HTML or plain text by its Content-Type.',
    }),
  ),
  direct_fin_usage: described(Type.Optional(Type.Boolean()), 'True if Fin may use it.'),
  audiences: Type.Optional(
    shownAs(
      Type.Array(Type.Enum([...AUDIENCES]), {
        description: 'The kinds of contacts that it runs for; all of them by default.',
      }),
      Type.Array(Type.String()),
    ),
  ),
  headers: Type.Optional(Type.Array(Header, { maxItems: 50, description: 'All headers of the request.' })),
  data_inputs: Type.Optional(Type.Array(Input, { maxItems: 100, description: 'All inputs of its templates.' })),
  customer_authentication: described(
    Type.Optional(Type.Boolean()),
    'True if a contact must prove who they are first. Such a connector is not run by workflows.',
  ),
  bypass_authentication: described(Type.Optional(Type.Boolean()), 'True if the other system is open to everybody.'),
  validate_missing_attributes: described(
    Type.Optional(Nullable(Type.Boolean())),
    'If false, a request is sent although a required input has no value; null means true.',
  ),
  mock_response: Type.Optional(
    shownAs(
      Type.Object({}, { description: 'A sample of the answer, from which `response_fields` come; `{}` for none.' }),
      Type.Record(Type.String(), Type.Unknown()),
    ),
  ),
  token_ids: Type.Optional(
    Type.Array(IdInput, {
      maxItems: 20,
      description:
        'Ids of auth tokens that its requests carry, all in different headers; `[]` for none. They need an https `url`, ' +
        'or one of this machine or a private network that the server may reach, in the `domain` of each that has one.',
    }),
  ),
}
export const ConnectorDetails = Type.Object(connectorDetails)
type Details = Static<typeof ConnectorDetails>

const MAX_SAMPLE = 100_000

/** @throws 422 parameter_invalid, 422 parameter_not_found */
export async function configurationOf(
  ctx: Ctx,
  connectorId: number,
  details: Details,
): Promise<Partial<Configuration>> {
  const { name, audiences, headers, mock_response } = details
  if (details.http_method !== undefined && !METHODS.includes(details.http_method as 'get'))
    throw invalid("Http Method isn't an option")
  if (audiences?.some((audience) => !AUDIENCES.includes(audience as 'users')))
    throw invalid('Invalid audiences. Must be a subset of: leads, users, visitors')
  headers?.forEach(checkHeader)
  const token_ids = details.token_ids && (await readTokenIds(ctx, details.token_ids))
  return {
    ...(name !== undefined && { name: readName(name) }),
    ...(details.description !== undefined && { description: details.description?.trim() || null }),
    ...(details.internal_description !== undefined && { internal_description: details.internal_description ?? '' }),
    ...(details.http_method !== undefined && { http_method: details.http_method }),
    ...(details.url !== undefined && { url: readUrlTemplate(details.url) }),
    ...(details.body !== undefined && { body: details.body }),
    ...(details.direct_fin_usage !== undefined && { direct_fin_usage: details.direct_fin_usage }),
    ...(audiences && { audiences: AUDIENCES.filter((audience) => audiences.includes(audience)) }),
    ...(headers && {
      header_names: headers.map((header) => header.name.trim()),
      header_values: sealHeaders(ctx, connectorId, headers),
    }),
    ...(token_ids && { token_ids }),
    ...(details.data_inputs && { data_inputs: readInputs(details.data_inputs) }),
    ...(details.customer_authentication !== undefined && {
      customer_authentication: details.customer_authentication,
    }),
    ...(details.bypass_authentication !== undefined && { bypass_authentication: details.bypass_authentication }),
    ...(details.validate_missing_attributes !== undefined && {
      validate_missing_attributes: details.validate_missing_attributes,
    }),
    ...(mock_response !== undefined && {
      mock_response: readSample(mock_response),
      response_fields: fieldsOf(mock_response),
    }),
  }
}

/** @throws 422 parameter_not_found where it says nothing */
export function readName(name: string | undefined): string {
  const trimmed = name?.trim()
  if (!trimmed) throw apiError(422, 'parameter_not_found', 'Name is required')
  return trimmed
}

function readUrlTemplate(url: string | null): string | null {
  const trimmed = url?.trim()
  if (!trimmed) return null
  const fault = checkUrlTemplate(trimmed)
  if (fault !== undefined) throw invalid(fault)
  return trimmed
}

function readInputs(inputs: NonNullable<Details['data_inputs']>): DataInput[] {
  const read = inputs.map(({ name, type, description, required, default_value }) => ({
    name: name.trim(),
    type,
    description: description ?? null,
    required: required ?? false,
    default_value: default_value ?? '',
  }))
  if (read.some(({ name }) => !/^[^\s{}|]+$/.test(name)))
    throw invalid('The name of a data input must not be blank, nor hold spaces, braces or bars')
  if (read.some(({ name }) => name === UNUSABLE_NAME)) throw invalid(`No data input can be named ${UNUSABLE_NAME}`)
  if (new Set(read.map(({ name }) => name)).size < read.length) throw invalid('Names of data inputs must be unique')
  const wrong = read.find(({ type, default_value }) => default_value !== '' && !isOfType(type, default_value))
  if (wrong) throw invalid(`The default_value of the data input ${wrong.name} is not of the type ${wrong.type}`)
  return read
}

/** An empty sample is none. */
function readSample(sample: object): object | null {
  if (JSON.stringify(sample).length > MAX_SAMPLE)
    throw invalid(`mock_response must not be longer than ${MAX_SAMPLE} characters`)
  return Object.keys(sample).length === 0 ? null : sample
}
