import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { given, readOptionalText, readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { AuthToken, presentAuthToken, type ShownToken } from './auth-token.ts'
import { readHeaderKey, readPrefix } from './credentials.ts'
import * as queries from './queries.ts'

export const updateAuthToken = operation({
  method: 'PATCH',
  path: '/auth_tokens/{auth_token_id}',
  group: 'Auth Tokens',
  scopes: ['write_auth_tokens'],
  summary: 'Update an auth token',
  description:
    'Details of a token of the type `text`. Missing properties stay as they are. Its value, its `token_type` and its ' +
    '`domain` cannot be changed: a request that would is refused. To replace a secret, create another token, and ' +
    'name it in the `token_ids` of the data connectors.',
  inferred: 'The code for a token of another type, and the refusal of properties that cannot be changed',
  params: Type.Object({ auth_token_id: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name.'),
      description: described(Type.Optional(Nullable(Text(2000))), 'A note on its use; null clears it.'),
      request_header_key: described(
        Type.Optional(Text()),
        'The header that carries it. It is fixed where the token has a `domain`.',
      ),
      token_prefix: described(
        Type.Optional(Nullable(Text())),
        'The word before the value in the header, such as `Bearer`; null for none.',
      ),
    }),
    'The details to change.',
  ),
  reply: AuthToken,
  answer: 'The token with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const row = await queries.lockAuthToken(db, workspaceId, params.auth_token_id)
    const { id, domain } = row
    if (row.token_type !== 'text') throw parameterInvalid('Only a token of the type text can be changed', 'token_type')
    refuseFixed(row, body)
    const { name, description, request_header_key: key, token_prefix: prefix } = body
    if (domain !== null && key !== undefined && key !== row.request_header_key)
      throw parameterInvalid('request_header_key of a token with a domain cannot be changed', 'request_header_key')
    const changes = given({
      name: name === undefined ? undefined : readText('name', name),
      description: description === undefined ? undefined : readOptionalText(description),
      request_header_key: key === undefined ? undefined : readHeaderKey(key),
      token_prefix: prefix === undefined ? undefined : readPrefix(prefix),
    })
    return presentAuthToken(await queries.updateAuthToken(db, workspaceId, id, { ...changes, updated_at: ctx.now }))
  },
})

/**
 * Silence would leave a secret in use, or sent anywhere, that somebody believes to be replaced or kept in.
 * @throws 400 parameter_invalid
 */
function refuseFixed(
  { token_type, domain }: Pick<ShownToken, 'token_type' | 'domain'>,
  body: Record<string, unknown>,
): void {
  const fixed = { token_type, domain, token_value: null, oauth: null }
  for (const [name, value] of Object.entries(fixed))
    if (body[name] !== undefined && body[name] !== value)
      throw parameterInvalid(`${name} cannot be changed: create another token`, name)
}
