/** Numbered pages that may be larger than those of people: up to 150 items. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described } from '../schema/types.ts'

const MOST = 150

export const WidePageQuery = Type.Object({
  page: described(
    Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    'The number of the page; the first is 1.',
  ),
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    `The number of items on a page. More than ${MOST} means ${MOST}.`,
  ),
})

export function widePageOf({ page = 1, per_page }: Static<typeof WidePageQuery>, usual: number) {
  const perPage = Math.min(per_page ?? usual, MOST)
  return { page, perPage, offset: (page - 1) * perPage }
}
