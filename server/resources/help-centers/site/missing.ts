/** The page for an address at which nothing is that the visitor may see. */
import { h } from 'hastscript'
import { homeAddress } from '../addresses.ts'
import type { Answer, Visit } from './visit.ts'

export const missingPage = ({ site, locale, words }: Visit): Answer => ({
  status: 404,
  page: {
    title: words.missing,
    translations: [],
    isIndexed: false,
    main: [h('h1', words.missing), h('a', { href: homeAddress(site.base, locale) }, words.home)],
  },
})
