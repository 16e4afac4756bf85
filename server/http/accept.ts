/** Media types that a client accepts: JSON, or bytes where a file is downloaded. */
import { ApiError } from './errors.ts'

/** Facts about a route, in its `config`. */
export interface Accepting {
  /** True if it answers whatever the client accepts. */
  anyAccept?: boolean
  /** True if it answers a file. */
  octets?: boolean
}

/** Each as a pattern for the header, and the refusal. No Accept header accepts anything (RFC 9110). */
const JSON_ANSWERS = [/\*\/\*|application\/(\*|([\w.+-]+\+)?json)/i, refusal('application/json')] as const
const FILE_ANSWERS = [/\*\/\*|application\/(\*|octet-stream)/i, refusal('application/octet-stream')] as const

const REFUSALS: unknown[] = [JSON_ANSWERS[1], FILE_ANSWERS[1]]

/** @throws 406 media_type_not_acceptable */
export function checkAccept(accept: string | undefined, { anyAccept = false, octets = false }: Accepting): void {
  const [pattern, error] = octets ? FILE_ANSWERS : JSON_ANSWERS
  if (!anyAccept && accept !== undefined && !pattern.test(accept)) throw error
}

/**
 * True if an event stream may be the answer, by the most specific range that the header has for it (RFC 9110). Clients
 * that stream send the header; one without it is answered at once.
 */
export function acceptsEventStream(accept = ''): boolean {
  const ranges = accept.split(',').map((range) => range.trim().toLowerCase())
  const weights = ['text/event-stream', 'text/*', '*/*'].flatMap((type) => {
    const range = ranges.find((one) => one.split(';', 1)[0]!.trim() === type)
    return range === undefined ? [] : [Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1)]
  })
  return (weights[0] ?? 0) > 0
}

export const isNotAcceptable = (error: unknown): error is ApiError => REFUSALS.includes(error)

/** The one error.list that bears no request_id. */
export const notAcceptableBody = ({ code, message }: ApiError): string =>
  JSON.stringify({ errors: [{ code, message }], type: 'error.list' })

function refusal(type: string): ApiError {
  return new ApiError(406, 'media_type_not_acceptable', `The Accept header should send a media type of ${type}`)
}
