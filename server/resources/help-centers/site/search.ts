/** The results of a search. */
import { h } from 'hastscript'
import { ANYBODY, findContent } from '../../../content/index/find.ts'
import { articleAddress, searchAddress } from '../addresses.ts'
import type { Answer, Visit } from './visit.ts'
import { inCenter } from './visible.ts'

export async function searchPage({ db, site, locale, words }: Visit, text: string): Promise<Answer> {
  const found = await findContent(db, site.workspaceId, {
    kind: 'article',
    text,
    locale,
    reader: ANYBODY,
    only: inCenter(site),
  })
  return {
    status: 200,
    page: {
      title: words.search,
      translations: site.center.locales.map((other) => ({ locale: other, path: searchAddress(site.base, other) })),
      isIndexed: false,
      main: [
        h('h1', words.search),
        h(
          'ul',
          found.map(({ item_id, title }) =>
            h('li', h('a', { href: articleAddress(site.base, locale, { id: item_id, title }) }, title)),
          ),
        ),
      ],
    },
  }
}
