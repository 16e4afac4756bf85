/** A collection's page: its articles, and the collections in it. */
import { h } from 'hastscript'
import { articleAddress, collectionAddress } from '../addresses.ts'
import { missingPage } from './missing.ts'
import { listArticles, listCollections } from './queries.ts'
import { idOf } from './reference.ts'
import type { Answer, Visit } from './visit.ts'

export async function collectionPage(visit: Visit, reference: string): Promise<Answer> {
  const { db, site, locale, words } = visit
  const id = idOf(reference)
  const collections = id === undefined ? [] : await listCollections(db, site, locale)
  const collection = collections.find((one) => one.id === id)
  if (!collection) return missingPage(visit)
  const { name, description, count, locales } = collection
  const path = collectionAddress(site.base, locale, collection)
  if (!path.endsWith(`/${encodeURIComponent(reference)}`)) return { status: 301, location: path }
  const articles = await listArticles(db, site, locale, collection.id)
  const inside = collections.filter((one) => one.parent_id === id && one.count > 0)
  return {
    status: 200,
    page: {
      title: name,
      description: description ?? undefined,
      path,
      translations: site.center.locales
        .filter((other) => locales.includes(other))
        .map((other) => ({ locale: other, path: collectionAddress(site.base, other, collection) })),
      isIndexed: count > 0 && collection.locale === locale,
      main: [
        h('h1', name),
        ...(description ? [h('p', description)] : []),
        h('p', words.articles(count)),
        h(
          'ul',
          articles.map((article) =>
            h('li', h('a', { href: articleAddress(site.base, locale, article) }, article.title)),
          ),
        ),
        ...inside.map((one) =>
          h('section', h('h2', h('a', { href: collectionAddress(site.base, locale, one) }, one.name))),
        ),
      ],
    },
  }
}
