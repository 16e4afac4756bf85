/** The home page: search, then the collections. */
import { h } from 'hastscript'
import { collectionAddress, homeAddress, searchAddress } from '../addresses.ts'
import { listCollections } from './queries.ts'
import type { Answer, Visit } from './visit.ts'

export async function homePage({ db, site, locale, words }: Visit): Promise<Answer> {
  const collections = await listCollections(db, site, locale)
  const shown = collections.filter(({ parent_id, count }) => parent_id === null && count > 0)
  return {
    status: 200,
    page: {
      title: site.center.display_name,
      path: homeAddress(site.base, locale),
      translations: site.center.locales.map((other) => ({ locale: other, path: homeAddress(site.base, other) })),
      isIndexed: shown.length > 0,
      main: [
        h('h1', site.center.display_name),
        h('form', { action: searchAddress(site.base, locale) }, [
          h('input', { type: 'search', name: 'q', ariaLabel: words.searchLabel }),
          h('button', words.search),
        ]),
        h(
          'ul',
          shown.map(({ id, name, description, count }) =>
            h('li', [
              h('a', { href: collectionAddress(site.base, locale, { id, name }) }, name),
              ...(description ? [h('p', description)] : []),
              h('p', words.articles(count)),
            ]),
          ),
        ),
      ],
    },
  }
}
