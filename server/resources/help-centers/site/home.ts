/** The home page: search, then the collections. */
import { h } from 'hastscript'
import { homeAddress } from '../addresses.ts'
import { gridOf, listTop } from './collection-grid.ts'
import { lineOf } from './description.ts'
import { listShownLocales } from './feeds/queries.ts'
import { siteData } from './feeds/structured-data.ts'
import { searchForm } from './parts.ts'
import type { Answer, Visit } from './visit.ts'

export async function homePage(visit: Visit): Promise<Answer> {
  const { db, site, locale, words } = visit
  const [shown, locales] = await Promise.all([listTop(visit), listShownLocales(db, site)])
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
      main: [h('div.hero', [h('h1', greeting), searchForm(visit, { id: 'search' })]), gridOf(visit, shown)],
    },
  }
}
