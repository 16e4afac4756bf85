/** The header that a token is sent in. */
import { FRAMING_HEADERS } from '../../outgoing/framing-headers.ts'
import type { ShownToken } from './auth-token.ts'

type Sent = Pick<ShownToken, 'request_header_key'>

/** Access tokens of OAuth go where its standard has them. */
export const headerOf = ({ request_header_key }: Sent): string => request_header_key ?? 'Authorization'

/** The type of the body says how values are escaped in it: it is the request's own. */
const isOurs = (name: string) => FRAMING_HEADERS.has(name) || name === 'content-type'

/** @returns why tokens cannot be sent with one request */
export function clashOf(tokens: Sent[]): string | undefined {
  const names = tokens.map((token) => headerOf(token))
  const ours = names.find((name) => isOurs(name.toLowerCase()))
  if (ours !== undefined) return `No token can be sent in the header ${ours}`
  const lower = names.map((name) => name.toLowerCase())
  const twice = names.find((_, at) => lower.indexOf(lower[at]!) !== at)
  return twice === undefined ? undefined : `Two tokens cannot be sent in the header ${twice}`
}
