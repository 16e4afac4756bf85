/** The auth token on the wire: a credential of another service, without its value. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { AuthTokensRow } from '../../db/types/auth_tokens.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'

export const TOKEN_TYPES = ['text', 'oauth'] as const

export type ShownToken = Omit<AuthTokensRow, 'credentials'>

const MaybeText = Nullable(Type.String())

export const AuthToken = model('auth_token', {
  type: Type.Literal('auth_token'),
  id: IdOf('token'),
  name: described(Type.String(), 'The name.'),
  description: described(MaybeText, 'A note on its use; null if there is none.'),
  token_type: described(
    Type.Enum([...TOKEN_TYPES]),
    '`text` for a value that is sent as it is, `oauth` for one that is asked for with client credentials.',
  ),
  request_header_key: described(MaybeText, 'The header that carries it; null for OAuth.'),
  token_prefix: described(MaybeText, 'The word before the value in the header, such as `Bearer`; null for none.'),
  domain: described(MaybeText, 'The only domain that it is sent to, with its subdomains; null for any.'),
  created_at: CreatedAt('token'),
  updated_at: UpdatedAt('token'),
})

export const presentAuthToken = (row: ShownToken): Static<typeof AuthToken> => ({
  type: 'auth_token',
  id: String(row.id),
  name: row.name,
  description: row.description,
  token_type: row.token_type as (typeof TOKEN_TYPES)[number],
  request_header_key: row.request_header_key,
  token_prefix: row.token_prefix,
  domain: row.domain,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

/** The purpose that credentials are sealed for (secrets.ts): copied to another row, they do not open. */
export const sealFor = (workspaceId: number, id: number): string => `auth token ${workspaceId} ${id}`
