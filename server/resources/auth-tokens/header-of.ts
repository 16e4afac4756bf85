/** The header that a token is sent in. */
import { faultOfName } from '../../outgoing/framing-headers.ts'
import type { ShownToken } from './auth-token.ts'

type Sent = Pick<ShownToken, 'request_header_key'>

/** Access tokens of OAuth go where its standard has them. */
export const headerOf = ({ request_header_key }: Sent): string => request_header_key ?? 'Authorization'

/** True for headers of the request's own. The type of the body is one: it says how values are escaped in it. */
export const isOurs = (name: string): boolean =>
  faultOfName(name) === 'framing' || name.toLowerCase() === 'content-type'

export const notIn = (name: string): string => `No token can be sent in the header ${name}`

/** @returns why tokens cannot be sent with one request */
export function clashOf(tokens: Sent[]): string | undefined {
  const names = tokens.map((token) => headerOf(token))
  const ours = names.find(isOurs)
  if (ours !== undefined) return notIn(ours)
  const lower = names.map((name) => name.toLowerCase())
  const twice = names.find((_, at) => lower.indexOf(lower[at]!) !== at)
  return twice === undefined ? undefined : `Two tokens cannot be sent in the header ${twice}`
}
