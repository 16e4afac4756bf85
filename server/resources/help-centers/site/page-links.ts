/** Links to the pages before and after one. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Visit } from './visit.ts'

interface Place {
  path: string
  page: number
  hasMore: boolean
  /** The question of a search. */
  question?: string
}

export function pageLinks({ words }: Visit, { path, page, hasMore, question }: Place): ElementContent[] {
  const links = [
    ...(page > 1 ? [h('a.button', { href: addressOf(path, page - 1, question), rel: 'prev' }, words.earlier)] : []),
    ...(hasMore ? [h('a.button', { href: addressOf(path, page + 1, question), rel: 'next' }, words.later)] : []),
  ]
  return links.length === 0 ? [] : [h('nav.pages', { ariaLabel: `${words.earlier}, ${words.later}` }, links)]
}

function addressOf(path: string, page: number, question: string | undefined): string {
  const query = new URLSearchParams({ ...(question && { q: question }), ...(page > 1 && { page: String(page) }) })
  return query.size === 0 ? path : `${path}?${query}`
}

/** The number in a query; 1 for all that is none. */
export function pageOf(value: unknown): number {
  const number = typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1
  return number
}
