/**
 * The two ways in which the API pages.
 *
 * Cursor style (contacts, conversations, all searches): `starting_after`, no `next` key on the
 * last page, `per_page` clamped to 150. Page style (companies and the lists under a contact or a
 * company): `page`, `next` a URL or null, more than 60 refused.
 */
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../context.ts'
import { apiError, parameterInvalid } from './errors.ts'
import { described, model, Nullable } from '../schema/types.ts'

export const CURSOR_MAX = 150
export const PAGE_MAX = 60

export const CursorQuery = Type.Object({
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    'The number of items on a page. More than 150 means 150.',
  ),
  starting_after: described(Type.Optional(Type.String()), 'Where to go on: the cursor that the page before gave.'),
})

export const PageQuery = Type.Object({
  page: described(
    Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    'The number of the page; the first is 1.',
  ),
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    'The number of items on a page. More than 60 is refused.',
  ),
})

/** Text, of which `leadingPageSize` reads the number. */
export const LeadingPerPage = described(
  Type.Optional(Type.String()),
  'The number of rows of a page, 150 at most. Text after the digits is ignored.',
)

export const CursorPages = model('cursor_pages', {
  type: Type.Literal('pages'),
  page: described(Type.Integer(), 'The number of this page; the first is 1.'),
  per_page: described(Type.Integer(), 'The number of items on a page.'),
  total_pages: described(Type.Integer(), 'The number of pages.'),
  next: described(
    Type.Optional(
      Type.Object({
        page: described(Type.Integer(), 'The number of the next page.'),
        per_page: described(Type.Integer(), 'The number of items on the next page.'),
        starting_after: described(Type.String(), 'The cursor to send as `starting_after`.'),
      }),
    ),
    'The next page. Absent on the last.',
  ),
})

export const NumberedPages = model('offset_pages', {
  type: Type.Literal('pages'),
  next: described(Nullable(Type.String()), 'The address of the next page; null on the last.'),
  page: described(Type.Integer(), 'The number of this page; the first is 1.'),
  per_page: described(Type.Integer(), 'The number of items on a page.'),
  total_pages: described(Type.Integer(), 'The number of pages.'),
  prev: described(Nullable(Type.String()), 'The address of the page before; null on the first. Inferred: the null.'),
})

export const CursorList = <S extends TSchema>(item: S) =>
  Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(item), 'The items of this page.'),
    total_count: described(Type.Integer(), 'The number of items on all pages.'),
    pages: described(CursorPages, 'Where this page stands, and how to get the next.'),
  })

export const PageList = <S extends TSchema>(item: S) =>
  Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(item), 'The items of this page.'),
    total_count: described(Type.Integer(), 'The number of items on all pages.'),
    pages: described(NumberedPages, 'Where this page stands, and how to get the next.'),
  })

/** The size of a cursor-style page: the requested one, at most 150. */
export const cursorPageSize = (perPage: number | undefined, usual: number): number =>
  Math.min(perPage ?? usual, CURSOR_MAX)

/**
 * The size of a page where the amount is read as text: leading digits count, and more than 150 is 150.
 * @throws 400 invalid_per_page where it does not begin with a positive integer
 */
export function leadingPageSize(text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  const size = Number.parseInt(/^\d+/.exec(text)?.[0] ?? '', 10)
  if (!(size >= 1)) throw apiError(400, 'invalid_per_page', 'per_page must be a positive integer')
  return Math.min(size, CURSOR_MAX)
}

/** @throws 400 where more is asked than the API gives on one page. */
export function pageOf(
  query: Static<typeof PageQuery>,
  usual: number,
): { page: number; perPage: number; offset: number } {
  const perPage = query.per_page ?? usual
  if (perPage > PAGE_MAX) throw parameterInvalid('Per Page is too big')
  const page = query.page ?? 1
  return { page, perPage, offset: (page - 1) * perPage }
}

/**
 * The `pages` of a cursor-style list. Its `next` has the number of the page as the guides show it, and
 * the size as the schemas do.
 * @param next the cursor of the next page, undefined on the last; `page` is this page's number.
 */
export function cursorPages(page: number, perPage: number, total: number, next: string | undefined) {
  return {
    type: 'pages' as const,
    ...(next === undefined ? {} : { next: { page: page + 1, per_page: perPage, starting_after: next } }),
    page,
    per_page: perPage,
    total_pages: Math.ceil(total / perPage),
  }
}

/** The `pages` of a page-style list; `next` and `prev` repeat the request's own path and query. */
export function numberedPages(ctx: Ctx, page: number, perPage: number, total: number) {
  const totalPages = Math.ceil(total / perPage)
  const addressOf = (number: number) =>
    number >= 1 && number <= totalPages ? ownAddress(ctx, { per_page: perPage, page: number }) : null
  const [next, prev] = [addressOf(page + 1), addressOf(page - 1)]
  return { type: 'pages' as const, next, page, per_page: perPage, total_pages: totalPages, prev }
}

/** The request's own address with other parameters; null takes one away. */
export function ownAddress(ctx: Ctx, parameters: Record<string, string | number | null>): string {
  const url = new URL(ctx.url)
  for (const [name, value] of Object.entries(parameters))
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, String(value))
  return url.href
}
