/**
 * The page style of lists without a `pages` object (audiences, snippets, dynamic contents): `page` and `per_page`
 * stand beside the data, and values out of range become the nearest one that is allowed.
 */
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import { described } from '../schema/types.ts'

const MOST = 50
const MAX_PAGE = 1_000_000

export const ClampedQuery = Type.Object({
  page: described(Type.Optional(Type.Integer()), 'The number of the page; the first is 1, and less means 1.'),
  per_page: described(
    Type.Optional(Type.Integer()),
    `The number of items on a page. More than ${MOST} means ${MOST}, less than 1 means 1.`,
  ),
})

export const ClampedList = <S extends TSchema>(item: S) =>
  Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(item), 'The items of this page.'),
    total_count: described(Type.Integer(), 'The number of items on all pages.'),
    page: described(Type.Integer(), 'The number of this page; the first is 1.'),
    per_page: described(Type.Integer(), 'The number of items on a page.'),
    total_pages: described(Type.Integer(), 'The number of pages.'),
  })

export interface ClampedPage {
  page: number
  perPage: number
  offset: number
}

export function clampedPageOf({ page = 1, per_page = MOST }: Static<typeof ClampedQuery>): ClampedPage {
  const perPage = clamp(per_page, MOST)
  const number = clamp(page, MAX_PAGE)
  return { page: number, perPage, offset: (number - 1) * perPage }
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 1), most)

export const presentClampedPage = <T>(data: T[], { page, perPage }: ClampedPage, total: number) => ({
  type: 'list' as const,
  data,
  total_count: total,
  page,
  per_page: perPage,
  total_pages: Math.ceil(total / perPage),
})
