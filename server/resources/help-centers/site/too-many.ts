/** The page for a network that writes or searches too often. */
import { h } from 'hastscript'
import type { Answer, Visit } from './visit.ts'

export const tooManyPage = (text: string, retryAfter: number): Answer => ({
  status: 429,
  retryAfter,
  page: {
    title: text,
    translations: [],
    isIndexed: false,
    main: [h('div.column', [h('h1', text)])],
  },
})

export const tooManySearchesPage = ({ words, searches }: Visit): Answer =>
  tooManyPage(words.tooManySearches, searches.secondsLeft())
