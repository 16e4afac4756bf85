/**
 * Answers to requests that Node's HTTP parser rejects, or hands over outside of the usual way, in the
 * API's shape; and the checks of headers that the parser leaves to the server.
 */
import { newRequestId } from './request-id.ts'
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { endAfterBody, isAnswered } from './early-answers.ts'
import { ApiError, apiError, errorBody } from './errors.ts'
import type { Unread } from './request-log.ts'

const TYPE = 'application/json; charset=utf-8'
const unreadable = () => apiError(400, 'bad_request', 'The request could not be read')

const REFUSALS: Record<string, () => ApiError> = {
  HPE_HEADER_OVERFLOW: () => apiError(431, 'bad_request', 'The request headers are too large'),
  ERR_HTTP_REQUEST_TIMEOUT: () => apiError(408, 'request_timeout', 'The request took too long to arrive'),
}

type Tell = (unread: Unread) => void

/** A request that is not HTTP at all, one with oversized headers, or one that does not come to its end. */
export function answerParserError(error: Error & { code?: string }, socket: Duplex, tell: Tell): void {
  const { code = '' } = error
  // The rest of a request that was refused by its beginning.
  if (refused.has(socket)) return
  if (code === 'ECONNRESET' || !socket.writable || isAnswered(socket)) return void socket.destroy()
  const refusal = (REFUSALS[code] ?? unreadable)()
  tell({ status: refusal.status, code: refusal.code, requestId: answerSocket(socket, refusal), reason: code })
}

/** Node closes a CONNECT without an answer, and answers an unknown expectation without a body. */
export function answerOddRequests(server: Server, tell: Tell): void {
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy())
    const refusal = unreadable()
    tell({ status: refusal.status, code: refusal.code, requestId: answerSocket(socket, refusal) })
  })
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = apiError(417, 'bad_request', 'The Expect header cannot be met')
    const { status, headers, body } = wire(refusal)
    tell({ status, code: refusal.code, requestId: headers['X-Request-Id'] })
    void endAfterBody(request, response.writeHead(status, headers), body)
  })
}

/** Connections that were answered, and are closed. */
const refused = new WeakSet<Duplex>()
/** Time for a client to read a refusal. */
const READING_MS = 2000

/** @returns the id of the request */
function answerSocket(socket: Duplex, refusal: ApiError): string {
  const { status, headers, body } = wire(refusal)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
  refused.add(socket)
  setTimeout(() => socket.destroy(), READING_MS).unref()
  return headers['X-Request-Id']
}

function wire(refusal: ApiError) {
  const requestId = newRequestId()
  const body = JSON.stringify(errorBody(requestId, refusal))
  const headers = {
    'Content-Type': TYPE,
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }
  return { status: refusal.status, headers, body }
}

/**
 * Links in answers repeat the Host header, and two of them mean another host to a proxy.
 * @throws 400 bad_request, 415 media_type_not_supported
 */
export function checkHeaders({ headers, rawHeaders }: IncomingMessage): void {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') hosts++
  if (hosts !== 1 || !isHost(headers.host!)) throw apiError(400, 'bad_request', 'The Host header must name one host')
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw apiError(415, 'media_type_not_supported', 'The request body must not be compressed')
}

/**
 * Some proxies write the client's port behind its address: `192.0.2.1:443`, `[2001:db8::1]:443`. The framework takes
 * entries of `X-Forwarded-For` as addresses as they stand, so that ports are cut off before it reads them.
 */
export function dropForwardedPorts({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const forwarded = headers['x-forwarded-for']
  if (forwarded !== undefined) headers['x-forwarded-for'] = String(forwarded).split(',').map(withoutPort).join(', ')
}

const withoutPort = (entry: string): string =>
  entry
    .trim()
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[([0-9a-f:.]+)\](:\d+)?$/i, '$1')

/** @throws 400 bad_request where a trusted proxy forwards a host that is no address */
export function checkForwarded({ host, protocol }: { host: string; protocol: string }): void {
  if (!isHost(host) || !/^https?$/.test(protocol))
    throw apiError(400, 'bad_request', 'The X-Forwarded-Host and X-Forwarded-Proto headers must name one address')
}

const isHost = (host: string): boolean => /^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`)
