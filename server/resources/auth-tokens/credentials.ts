/** Credentials in requests, and their stored form before it is sealed. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { faultOfName } from '../../outgoing/framing-headers.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { isOurs, notIn } from './header-of.ts'

export const OAuth = Type.Object({
  token_url: Type.String({ maxLength: 2048, description: 'The address that gives out tokens; https only.' }),
  client_id: Type.String({ maxLength: 1000, description: 'The id of the client.' }),
  client_secret: Type.String({ maxLength: 4000, description: 'The secret of the client. It is not shown again.' }),
  scope: described(Type.Optional(Nullable(Text(1000))), 'The scope to ask for.'),
  audience: described(Type.Optional(Nullable(Text(1000))), 'The audience to ask for.'),
  request_format: Type.Optional(
    Type.Enum(['json', 'form_encoded'], { description: 'The form of the request for a token; `json` by default.' }),
  ),
})

export interface TextToken {
  token_value?: string | null
  request_header_key?: string | null
  token_prefix?: string | null
  oauth?: Static<typeof OAuth> | null
}

/** @returns the text to be sealed @throws 400 */
export function readTextToken({ token_value, request_header_key, oauth }: TextToken): string {
  if (oauth) throw parameterInvalid('oauth is only for tokens of the type oauth', 'oauth')
  if (!token_value?.trim()) throw parameterMissing('token_value')
  if (!request_header_key) throw parameterMissing('request_header_key')
  return readHeaderValue('token_value', token_value)
}

/** Client credentials as they are sealed. */
export type StoredOAuth = { [key in Exclude<keyof Static<typeof OAuth>, 'request_format'>]-?: string | null } & {
  token_url: string
  request_format: 'json' | 'form_encoded'
}

/** @returns the text to be sealed @throws 400 */
export function readOAuthToken({ oauth, ...text }: TextToken): string {
  const [extra] = Object.entries(text).find(([, value]) => value !== undefined && value !== null) ?? []
  if (extra !== undefined) throw parameterInvalid(`${extra} is only for tokens of the type text`, extra)
  if (!oauth) throw parameterMissing('oauth')
  const { token_url, client_id, client_secret, scope = null, audience = null, request_format = 'json' } = oauth
  const url = URL.parse(token_url)
  if (url?.protocol !== 'https:') throw parameterInvalid('oauth.token_url must be an https address', 'oauth.token_url')
  if (url.username || url.password)
    throw parameterInvalid('oauth.token_url must not hold credentials', 'oauth.token_url')
  if (client_id === '') throw parameterMissing('oauth.client_id')
  if (client_secret === '') throw parameterMissing('oauth.client_secret')
  return JSON.stringify({ token_url, client_id, client_secret, scope, audience, request_format })
}

/** In small letters, without a dot at its end. @throws 400 parameter_invalid */
export function readDomain(text: string): string {
  const domain = text.trim().toLowerCase().replace(/\.$/, '')
  if (!/^[a-z0-9.-]+$/.test(domain) || URL.parse(`https://${domain}`)?.hostname !== domain)
    throw parameterInvalid('domain is not a domain, such as example.com', 'domain')
  return domain
}

/** The name of a header that a token can be sent in. @throws 400 parameter_invalid */
export function readHeaderKey(text: string): string {
  const name = text.trim()
  if (faultOfName(name) === 'malformed')
    throw parameterInvalid('request_header_key is not the name of a header', 'request_header_key')
  if (isOurs(name)) throw parameterInvalid(notIn(name), 'request_header_key')
  return name
}

/** Null where it says nothing. @throws 400 parameter_invalid */
export const readPrefix = (text: string | null): string | null =>
  text === null ? null : readHeaderValue('token_prefix', text) || null

/** Text that may stand in a header, without the spaces that receivers cut off. @throws 400 parameter_invalid */
function readHeaderValue(field: string, text: string): string {
  const trimmed = text.trim()
  if (/[^\x20-\x7e]/.test(trimmed)) throw parameterInvalid(`${field} has signs that a header cannot carry`, field)
  return trimmed
}
