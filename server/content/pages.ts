/**
 * Numbered pages of content. The last page has no `next` key, and up to 250 rows stand on a page. Source: captured
 * answers.
 */
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../context.ts'
import { parameterInvalid } from '../http/errors.ts'
import { ownAddress } from '../http/pages.ts'
import { described, model } from '../schema/types.ts'

const PAGE_MAX = 250

export const ContentPageQuery = Type.Object({
  page: described(
    Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    'The number of the page; the first is 1.',
  ),
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    'The number of items on a page. More than 250 is refused.',
  ),
})

export const ContentPages = model('content_pages', {
  type: Type.Literal('pages'),
  next: described(Type.Optional(Type.String()), 'The address of the next page. Absent on the last.'),
  page: described(Type.Integer(), 'The number of this page; the first is 1.'),
  per_page: described(Type.Integer(), 'The number of items on a page.'),
  total_pages: described(Type.Integer(), 'The number of pages.'),
  prev: described(Type.Optional(Type.String()), 'The address of the page before. Absent on the first.'),
})

export const ContentPage = <S extends TSchema>(item: S) =>
  Type.Object({
    type: Type.Literal('list'),
    pages: described(ContentPages, 'Where this page stands, and how to get the next.'),
    total_count: described(Type.Integer(), 'The number of items on all pages.'),
    data: described(Type.Array(item), 'The items of this page.'),
  })

interface Page {
  page: number
  perPage: number
  offset: number
}

/** @throws 400 where more is asked than the API gives on one page. */
export function contentPageOf(query: Static<typeof ContentPageQuery>, usual: number): Page {
  const perPage = query.per_page ?? usual
  if (perPage > PAGE_MAX) throw parameterInvalid('Per Page is too big')
  const page = query.page ?? 1
  return { page, perPage, offset: (Math.max(page, 1) - 1) * perPage }
}

export function contentPages(ctx: Ctx, { page, perPage }: Page, total: number) {
  const totalPages = Math.ceil(total / perPage)
  const address = (number: number) => ownAddress(ctx, { per_page: perPage, page: number })
  return {
    type: 'pages' as const,
    ...(page < totalPages ? { next: address(page + 1) } : {}),
    page,
    per_page: perPage,
    total_pages: totalPages,
    ...(page > 1 && page <= totalPages + 1 ? { prev: address(page - 1) } : {}),
  }
}
