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
import { parameterInvalid } from './errors.ts'
import { model, Nullable } from '../schema/types.ts'

export const CURSOR_MAX = 150
export const PAGE_MAX = 60

export const CursorQuery = Type.Object({
  per_page: Type.Optional(Type.Integer({ minimum: 1 })),
  starting_after: Type.Optional(Type.String()),
})

export const PageQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  per_page: Type.Optional(Type.Integer({ minimum: 1 })),
})

export const CursorPages = model('cursor_pages', {
  type: Type.Literal('pages'),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total_pages: Type.Integer(),
  next: Type.Optional(Type.Object({ page: Type.Integer(), per_page: Type.Integer(), starting_after: Type.String() })),
})

export const NumberedPages = model('offset_pages', {
  type: Type.Literal('pages'),
  next: Nullable(Type.String()),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total_pages: Type.Integer(),
})

export const CursorList = <S extends TSchema>(item: S) =>
  Type.Object({ type: Type.Literal('list'), data: Type.Array(item), total_count: Type.Integer(), pages: CursorPages })

export const PageList = <S extends TSchema>(item: S) =>
  Type.Object({ type: Type.Literal('list'), data: Type.Array(item), total_count: Type.Integer(), pages: NumberedPages })

/** The size of a cursor-style page: what was asked, at most 150. */
export const cursorPageSize = (perPage: number | undefined, usual: number): number =>
  Math.min(perPage ?? usual, CURSOR_MAX)

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

/** The `pages` of a page-style list; `next` repeats the request's own path and query. */
export function numberedPages(ctx: Ctx, page: number, perPage: number, total: number) {
  const totalPages = Math.ceil(total / perPage)
  const next = page < totalPages ? ownAddress(ctx, { per_page: perPage, page: page + 1 }) : null
  return { type: 'pages' as const, next, page, per_page: perPage, total_pages: totalPages }
}

/** The request's own address with other parameters; null takes one away. */
export function ownAddress(ctx: Ctx, parameters: Record<string, string | number | null>): string {
  const url = new URL(ctx.url)
  for (const [name, value] of Object.entries(parameters))
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, String(value))
  return url.href
}
