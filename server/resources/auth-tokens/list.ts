import Type from 'typebox'
import { decodeCursor, encodeCursor, invalidCursor } from '../../http/cursor.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described, Nullable } from '../../schema/types.ts'
import { AuthToken, presentAuthToken } from './auth-token.ts'
import * as queries from './queries.ts'

const PER_PAGE = 20
const MOST = 50

export const listAuthTokens = operation({
  method: 'GET',
  path: '/auth_tokens',
  group: 'Auth Tokens',
  scopes: ['read_auth_tokens'],
  summary: 'List all auth tokens',
  description: 'Newest first, without their values.',
  query: Type.Object({
    per_page: described(
      Type.Optional(Type.Integer({ minimum: 1 })),
      'The number of tokens on a page. More than 50 means 50.',
    ),
    starting_after: described(Type.Optional(Type.String()), 'Where to go on: the cursor that the page before gave.'),
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(AuthToken), 'The tokens of this page.'),
    pages: described(
      Type.Object({
        type: Type.Literal('pages'),
        per_page: described(Type.Integer(), 'The number of tokens on a page.'),
        next: described(
          Nullable(
            Type.Object({ starting_after: described(Type.String(), 'The cursor to send as `starting_after`.') }),
          ),
          'The next page; null on the last.',
        ),
      }),
      'The size of the page, and the cursor of the next.',
    ),
  }),
  answer: 'A page of tokens.',
  handle: async (ctx, { query }) => {
    const perPage = Math.min(query.per_page ?? PER_PAGE, MOST)
    const rows = await queries.listAuthTokens(ctx.db, ctx.workspaceId, perPage, readCursor(query.starting_after))
    const page = rows.slice(0, perPage)
    const last = rows.length > perPage ? page.at(-1) : undefined
    const next = last ? { starting_after: encodeCursor([String(last.id)]) } : null
    return {
      type: 'list' as const,
      data: page.map(presentAuthToken),
      pages: { type: 'pages' as const, per_page: perPage, next },
    }
  },
})

function readCursor(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [id] = decodeCursor(text, 1)
  const number = typeof id === 'string' ? numberId(id) : undefined
  if (number === undefined) throw invalidCursor()
  return number
}
