/** Pages of data connectors and of what they have: the usual cursor, and no number of a page. */
import type { TSchema } from 'typebox'
import Type from 'typebox'
import { decodeCursor, encodeCursor, invalidCursor, type CursorValue } from '../../http/cursor.ts'
import { described, Nullable } from '../../schema/types.ts'

const starting_after = Type.Optional(
  Type.String({ description: 'The cursor of the next page, from `pages.next` of the page before.' }),
)
const size = (usual: number, most: number) =>
  `The number of items on a page: ${usual} by default. More than ${most} means ${most}`

export const pageQuery = (usual: number, most: number) => ({
  per_page: Type.Optional(Type.Integer({ minimum: 1, description: `${size(usual, most)}.` })),
  starting_after,
})

/** Takes amounts below 1 as well. */
export const clampedPageQuery = (usual: number, most: number) => ({
  per_page: Type.Optional(Type.Integer({ description: `${size(usual, most)}, less than 1 means 1.` })),
  starting_after,
})

export const pageSize = (perPage: number | undefined, usual: number, most: number): number =>
  Math.max(1, Math.min(perPage ?? usual, most))

export const PagedList = <S extends TSchema>(item: S) =>
  Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(item), 'The items of this page.'),
    pages: Type.Object(
      {
        type: Type.Literal('pages'),
        per_page: described(Type.Integer(), 'The number of items on a page.'),
        next: described(
          Nullable(
            Type.Object({ starting_after: described(Type.String(), 'The cursor to send as `starting_after`.') }),
          ),
          'The next page; null on the last.',
        ),
      },
      { description: 'The size of the page, and the cursor of the next.' },
    ),
  })

/** @param rows one more than a page holds, if there are as many */
export function presentPaged<Row, Item>(
  rows: Row[],
  perPage: number,
  { present, cursorOf }: { present: (row: Row) => Item; cursorOf: (row: Row) => CursorValue[] },
) {
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  const next = rows.length > perPage && last ? { starting_after: encodeCursor(cursorOf(last)) } : null
  return {
    type: 'list' as const,
    data: shown.map(present),
    pages: { type: 'pages' as const, per_page: perPage, next },
  }
}

/** A cursor of a time in milliseconds and an id. @throws 400 client_error */
export function readTimeCursor(text: string | undefined): { at: Date; id: number } | undefined {
  if (text === undefined) return undefined
  const [ms, id] = decodeCursor(text, 2)
  if (!isWhole(ms) || !isWhole(id) || Math.abs(ms) > 8e15) throw invalidCursor()
  const at = new Date(ms)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 || at.getUTCFullYear() > 9999) throw invalidCursor()
  return { at, id }
}

/** A cursor of an id. @throws 400 client_error */
export function readIdCursor(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [id] = decodeCursor(text, 1)
  if (!isWhole(id)) throw invalidCursor()
  return id
}

const isWhole = (value: CursorValue | undefined): value is number => typeof value === 'number'
