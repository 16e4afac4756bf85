/**
 * Executes a data connector: fills its templates in, sends the request by the server's one way out, and tells how it
 * went. It writes nothing, and runs outside of any transaction. Redirects are not followed: headers could go to
 * somebody else.
 */
import type { Reach } from '../../config.ts'
import type { Db } from '../../db/pool.ts'
import { exchange, type Exchange } from '../../outgoing/exchange.ts'
import type { Secrets } from '../../secrets.ts'
import { carryTokens, type Carried, type NotCarried } from '../auth-tokens/carried.ts'
import type { ErrorType } from './execution.ts'
import { isHeaderValue, isOpenType, OPEN_TYPE, openHeaders, type Header } from './headers.ts'
import { fill, TemplateError, textOf, type Values } from './placeholders.ts'
import type { ConnectorRow, DataInput } from './queries.ts'
import { readAnswer } from './read-answer.ts'
import { readValues } from './read-values.ts'
import { redactorOf, type Redact } from './redact.ts'
import { isJson, renderBody } from './render-body.ts'
import { renderUrl, withoutSecrets } from './render-url.ts'

export interface ExecuteDeps {
  db: Db
  secrets: Secrets
  reach: Reach
}

export interface ExecuteOptions {
  /** Values of inputs by their names. */
  inputs: Record<string, unknown>
  /** Sent with the request, so that a receiver recognises one that is sent again. */
  idempotencyKey?: string
}

/** The outcome of an execution, without anything secret. */
export interface Outcome {
  success: boolean
  http_status: number | null
  http_method: string
  error_type: ErrorType | null
  error_message: string | null
  /** Null where nothing was sent. */
  execution_time_ms: number | null
  external_time_ms: number | null
  response_bytes: number | null
  request_url: string | null
  request_body: string | null
  response_body: string | null
  raw_response_body: string | null
}

const TIMEOUT_MS = 10_000
/** Decoded bytes of an answer. */
const MOST_BYTES = 1024 * 1024
/** Characters of a body that are kept. */
const KEPT = 65_536

interface Request {
  url: URL
  headers: Header[]
  body: string | null
}

export async function execute(deps: ExecuteDeps, connector: ConnectorRow, options: ExecuteOptions): Promise<Outcome> {
  const began = performance.now()
  const done = (outcome: Partial<Outcome>): Outcome => ({
    success: false,
    http_status: null,
    http_method: connector.http_method,
    error_type: null,
    error_message: null,
    execution_time_ms: null,
    external_time_ms: null,
    response_bytes: null,
    request_url: null,
    request_body: null,
    response_body: null,
    raw_response_body: null,
    ...outcome,
  })

  const request = prepare(deps.secrets, connector, options.inputs)
  if ('error_type' in request) return done(request)
  const { url, body } = request
  const deadline = began + TIMEOUT_MS
  const carry = (refused?: string) => {
    const { workspace_id: workspaceId, token_ids: tokenIds } = connector
    return carryTokens({ ...deps, workspaceId, tokenIds, url, deadline, refused })
  }
  const send = ({ headers }: Carried) =>
    exchange(url, {
      method: connector.http_method.toUpperCase(),
      headers: namedHeaders({ ...request, headers: [...request.headers, ...headers] }, options),
      body: body === null ? undefined : Buffer.from(body),
      timeoutMs: Math.max(1, Math.ceil(deadline - performance.now())),
      reach: deps.reach,
      mostBytes: MOST_BYTES,
      secret: headers.length > 0,
    })

  const carried = await carry()
  if ('why' in carried) return done(failureOf(carried))
  const called = performance.now()
  let answer = await send(carried)
  let renewed: Carried | NotCarried | undefined
  if (answer.status === 401 && carried.accessToken !== undefined) {
    renewed = await carry(carried.accessToken)
    if (!('why' in renewed)) answer = await send(renewed)
  }
  const tokens = [carried, ...(renewed && !('why' in renewed) ? [renewed] : [])]
  const redact = redactorOf(
    [...request.headers, ...tokens.flatMap(({ headers }) => headers)],
    tokens.flatMap(({ secrets }) => secrets),
  )
  return done({
    request_url: redact(withoutSecrets(url)),
    request_body: body === null ? null : keep(redact(body)),
    http_status: answer.status,
    // Nothing was sent to an address that is refused.
    ...(answer.failure !== 'address' && { external_time_ms: since(called) }),
    ...outcomeOf(answer, connector, redact),
    ...(renewed && 'why' in renewed && failureOf(renewed)),
    ...(answer.failure !== 'address' && { execution_time_ms: since(began) }),
  })
}

const failureOf = ({ why, message }: NotCarried): Pick<Outcome, 'error_type' | 'error_message'> => ({
  error_type: why === 'refused' ? 'request_configuration_error' : 'token_refresh_error',
  error_message: message,
})

/** Also so for the error: a body of an answer is kept whether it was a success or not. */
function outcomeOf(answer: Exchange, connector: ConnectorRow, redact: Redact): Partial<Outcome> {
  if (answer.failure !== null) return { error_type: FAILURES[answer.failure], error_message: answer.error }
  const { raw, mapped } = readAnswer(answer.body)
  const bodies = {
    response_bytes: answer.body.length,
    raw_response_body: keep(redact(raw)),
    response_body: keep(redact(mapped ?? raw)),
  }
  if (answer.status < 200 || answer.status > 299)
    return { ...bodies, error_type: '3rd_party_error', error_message: `The answer has the status ${answer.status}` }
  if (connector.mock_response !== null && mapped === undefined)
    return { ...bodies, error_type: 'response_mapping_error', error_message: 'The answer is not JSON' }
  return { ...bodies, success: true }
}

const FAILURES: Record<NonNullable<Exchange['failure']>, ErrorType> = {
  address: 'request_configuration_error',
  connection: '3rd_party_error',
  time: 'faraday_error',
  answer: 'faraday_error',
}

const wrong = (error_message: string) => ({ error_type: 'request_configuration_error' as const, error_message })

/** @returns the request, or why there is none */
function prepare(
  secrets: Secrets,
  connector: ConnectorRow,
  inputs: Record<string, unknown>,
): Request | Pick<Outcome, 'error_type' | 'error_message'> {
  if (connector.url === null) return wrong('The data connector has no url')
  let headers: Header[]
  try {
    headers = openHeaders(secrets, connector)
  } catch {
    return wrong('The headers cannot be read with the key that this server has')
  }
  // One that was saved before this was refused.
  if (headers.some(isOpenType)) return wrong(OPEN_TYPE)
  try {
    const needed = connector.validate_missing_attributes !== false
    const values = readValues(connector.data_inputs as DataInput[], inputs, needed)
    const filled = headers.map((header) => ({ ...header, value: fillHeader(header, values) }))
    return {
      url: renderUrl(connector.url, values),
      headers: filled,
      body: bodyOf(connector, filled, values),
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return { error_type: 'request_validation_error', error_message: error.message }
  }
}

function fillHeader({ name, value }: Header, values: Values): string {
  const filled = fill(value, (input) => textOf(values, input)).trim()
  if (!isHeaderValue(filled)) throw new TemplateError(`A value cannot stand in the header ${name}`)
  return filled
}

function bodyOf(connector: ConnectorRow, headers: Header[], values: Values): string | null {
  if (connector.body === '' || connector.http_method === 'get') return null
  return renderBody(connector.body, valueOf(headers, 'content-type'), values)
}

/** Each name once, however it is written, with the last of its values. */
function namedHeaders({ headers, body }: Request, { idempotencyKey }: ExecuteOptions): Record<string, string> {
  const ours: Header[] = [
    { name: 'Accept', value: 'application/json' },
    { name: 'User-Agent', value: 'Parley-Connectors/1.0' },
  ]
  if (body !== null)
    ours.push({
      name: 'Content-Type',
      value: isJson(body, undefined) ? 'application/json' : 'text/plain; charset=utf-8',
    })
  if (idempotencyKey !== undefined) ours.push({ name: 'Idempotency-Key', value: idempotencyKey })
  const named = new Map([...ours, ...headers].map(({ name, value }) => [name.toLowerCase(), [name, value]] as const))
  return Object.fromEntries(named.values())
}

/** The value that is sent: the last one of a name. */
const valueOf = (headers: Header[], name: string) =>
  headers.findLast((header) => header.name.toLowerCase() === name)?.value

const since = (began: number) => Math.round(performance.now() - began)

/** The database takes no NUL, and results are for reading. */
const keep = (text: string) => text.replaceAll('\0', '').slice(0, KEPT).toWellFormed()
