import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import { decodeCursor, encodeCursor, invalidCursor } from '../../http/cursor.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { CursorQuery, cursorPageSize } from '../../http/pages.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import { Macro, presentMacro } from './macro.ts'
import { listMacros as findMacros, type MacroPage } from './queries.ts'

const PER_PAGE = 50

const MacroList = model('macro_list', {
  type: Type.Literal('list'),
  data: described(Type.Array(Macro), 'The macros of this page.'),
  pages: described(
    Type.Object({
      type: Type.Literal('pages'),
      per_page: described(Type.Integer(), 'The number of macros on a page.'),
      next: described(
        Nullable(
          Type.Object({
            starting_after: described(Type.String(), 'The cursor to send as `starting_after`.'),
          }),
        ),
        'The next page; null on the last.',
      ),
    }),
    'The size of the page, and the cursor of the next.',
  ),
})

export const listMacros = operation({
  method: 'GET',
  path: '/macros',
  group: 'Macros',
  scopes: ['read_conversations'],
  summary: 'List all macros',
  description: 'The macros that the admin of the token sees, last changed first.',
  query: Type.Object({
    ...CursorQuery.properties,
    updated_since: Type.Optional(
      Type.String({ description: 'Only macros that changed after this time, in Unix seconds.' }),
    ),
  }),
  reply: MacroList,
  answer: 'A page of macros.',
  handle: async (ctx, { query }) => {
    const perPage = cursorPageSize(query.per_page, PER_PAGE)
    const rows = await findMacros(ctx.db, ctx.workspaceId, ctx.actor.adminId, {
      perPage,
      after: readCursor(query.starting_after),
      updatedSince: readSince(query.updated_since),
    })
    const page = rows.slice(0, perPage)
    const last = rows.length > perPage ? page.at(-1) : undefined
    const next = last ? { starting_after: encodeCursor([last.updated_at.getTime(), String(last.id)]) } : null
    return {
      type: 'list' as const,
      data: page.map(presentMacro),
      pages: { type: 'pages' as const, per_page: perPage, next },
    }
  },
})

/** Milliseconds beyond this are no date. */
const LAST_MS = 8.64e15

function readCursor(text: string | undefined): MacroPage['after'] {
  if (text === undefined) return undefined
  const [time, id] = decodeCursor(text, 2)
  const number = id === null ? undefined : numberId(id!)
  if (typeof time !== 'number' || Math.abs(time) > LAST_MS || number === undefined) throw invalidCursor()
  return { updatedAt: new Date(time), id: number }
}

const LAST_SECOND = 253_402_300_799

function readSince(text: string | undefined): Date | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^\d+$/.test(text) || Number(text) > LAST_SECOND) throw parameterInvalid('Invalid updated_since timestamp')
  return fromUnix(Number(text))
}
