/** The page for a network that writes too often. */
import { h } from 'hastscript'
import type { Answer, Visit } from './visit.ts'

export const tooManyPage = ({ words }: Visit): Answer => ({
  status: 429,
  page: {
    title: words.tooMany,
    translations: [],
    isIndexed: false,
    main: [h('div.column', [h('h1', words.tooMany)])],
  },
})
