/** The page for an address at which nothing is that the visitor may see: search, and articles that its words may mean. */
import { h } from 'hastscript'
import { homeAddress } from '../addresses.ts'
import { nearestArticles } from './nearest.ts'
import { articleList } from './parts.ts'
import { wordsIn } from './reference.ts'
import type { SiteRequest } from './routes.ts'
import type { Answer, Visit } from './visit.ts'

export async function missingPage(
  visit: Visit,
  { params }: { params: Partial<SiteRequest['params']> },
): Promise<Answer> {
  const { site, locale, words } = visit
  const asked = wordsIn(params.reference ?? params['*'] ?? '')
  // The page is the same without them, so that addresses are no way around the bound of searches.
  const nearest = visit.searches.take() ? await nearestArticles(visit, asked) : []
  return {
    status: 404,
    page: {
      title: words.missing,
      translations: [],
      isIndexed: false,
      main: [
        h('div.column', [
          h('h1', words.missing),
          h('p', words.missingHint),
          h('p', h('a.button', { href: homeAddress(site.base, locale) }, words.collections)),
          ...(nearest.length > 0 ? [h('section.related', [h('h2', words.perhaps), articleList(visit, nearest)])] : []),
        ]),
      ],
    },
  }
}
