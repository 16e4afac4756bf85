import Type from 'typebox'
import { readOptionalText, readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import { AuthToken, presentAuthToken, sealFor, TOKEN_TYPES } from './auth-token.ts'
import { OAuth, readDomain, readHeaderKey, readOAuthToken, readPrefix, readTextToken } from './credentials.ts'
import * as queries from './queries.ts'

export const createAuthToken = operation({
  method: 'POST',
  path: '/auth_tokens',
  group: 'Auth Tokens',
  scopes: ['write_auth_tokens'],
  status: 201,
  summary: 'Create an auth token',
  description: 'Its value is kept sealed, and no answer shows it.',
  inferred: 'The status, the codes of refusals, the name of `oauth`, and `domain`',
  body: described(
    Type.Object({
      name: described(Text(), 'The name.'),
      description: described(Type.Optional(Nullable(Text(2000))), 'A note on its use.'),
      token_type: Type.Optional(Type.Enum([...TOKEN_TYPES], { description: 'The type; `text` by default.' })),
      token_value: described(
        Type.Optional(Nullable(Text(8000))),
        'The value to send. Needed for the type `text`, refused for `oauth`.',
      ),
      request_header_key: described(
        Type.Optional(Nullable(Text())),
        'The header that carries it. Needed for the type `text`, refused for `oauth`.',
      ),
      token_prefix: described(
        Type.Optional(Nullable(Text())),
        'The word before the value in the header, such as `Bearer`. Refused for `oauth`.',
      ),
      domain: described(
        Type.Optional(Nullable(Text(253))),
        'The only domain that it is sent to, with its subdomains. Null for any.',
      ),
      oauth: described(
        Type.Optional(Nullable(OAuth)),
        'Client credentials of OAuth. Needed for the type `oauth`, refused for `text`.',
      ),
    }),
    'The new token.',
  ),
  reply: AuthToken,
  answer: 'The new token without its value.',
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const { token_type = 'text', token_value, request_header_key, token_prefix, oauth } = body
    const name = readText('name', body.name)
    const text = {
      ...(token_value !== undefined && { token_value }),
      ...(request_header_key !== undefined && { request_header_key }),
      ...(token_prefix !== undefined && { token_prefix }),
      ...(oauth !== undefined && { oauth }),
    }
    const credentials = token_type === 'text' ? readTextToken(text) : readOAuthToken(text)
    const id = await queries.nextAuthTokenId(db)
    const row = await queries.insertAuthToken(db, workspaceId, {
      id,
      name,
      description: readOptionalText(body.description ?? null),
      token_type,
      request_header_key: request_header_key ? readHeaderKey(request_header_key) : null,
      token_prefix: readPrefix(token_prefix ?? null),
      domain: body.domain ? readDomain(body.domain) : null,
      credentials: ctx.secrets.seal(credentials, sealFor(workspaceId, id)),
      created_at: now,
      updated_at: now,
    })
    return presentAuthToken(row)
  },
})
