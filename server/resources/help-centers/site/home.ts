/** The home page: search, then the collections. */
import { h } from 'hastscript'
import { collectionAddress, homeAddress } from '../addresses.ts'
import { lineOf } from './description.ts'
import { collectionIcon } from './icons.ts'
import { listShownLocales } from './feeds/queries.ts'
import { siteData } from './feeds/structured-data.ts'
import { paragraph, searchForm } from './parts.ts'
import { listCollections } from './queries.ts'
import type { Answer, Visit } from './visit.ts'

export async function homePage(visit: Visit): Promise<Answer> {
  const { db, site, locale, words } = visit
  const [collections, locales] = await Promise.all([
    listCollections(db, site, locale, 'top'),
    listShownLocales(db, site),
  ])
  const shown = collections.filter(({ parent_id, count }) => parent_id === null && count > 0)
  const greeting = (site.center.header_texts as Record<string, string>)[locale] ?? words.greeting
  return {
    status: 200,
    page: {
      title: site.center.display_name,
      description: lineOf(shown.map(({ name }) => name).join(', ')),
      path: homeAddress(site.base, locale),
      translations: locales.map((other) => ({ locale: other, path: homeAddress(site.base, other) })),
      isIndexed: shown.length > 0,
      head: [siteData(visit)],
      hasOwnSearch: true,
      main: [
        h('div.hero', [h('h1', greeting), searchForm(visit, { id: 'search' })]),
        h(
          'ul.grid',
          shown.map(({ id, icon, name, description, count, locale: named }) =>
            h('li', { ...(named !== locale && { lang: named }) }, [
              collectionIcon(icon),
              h('h2', h('a', { href: collectionAddress(site.base, locale, { id, name }) }, name)),
              ...paragraph(description),
              h('p.count', { lang: words.locale }, words.articles(count)),
            ]),
          ),
        ),
      ],
    },
  }
}
