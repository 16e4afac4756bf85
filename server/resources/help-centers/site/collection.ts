/** A collection's page: its articles, and the collections in it with the first of theirs. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { collectionAddress } from '../addresses.ts'
import { lineOf } from './description.ts'
import { listShownLocales } from './feeds/queries.ts'
import { trailData } from './feeds/structured-data.ts'
import { missingPage } from './missing.ts'
import { pageLinks } from './page-links.ts'
import { articleList, breadcrumbs, paragraph } from './parts.ts'
import { type CollectionOfSite, listArticles, listCollections, type ListedArticle } from './queries.ts'
import { idOf, isReference } from './reference.ts'
import type { Answer, Visit } from './visit.ts'

const PER_PAGE = 50
/** Articles of a collection inside of another one that its page shows. */
const SHOWN_INSIDE = 6

export async function collectionPage(visit: Visit, reference: string, page: number): Promise<Answer> {
  const { db, site, locale, words } = visit
  const id = idOf(reference)
  const collections = id === undefined ? [] : await listCollections(db, site, locale, { inside: id })
  const collection = collections.find((one) => one.id === id)
  if (!collection) return missingPage(visit, { params: { reference } })
  const { name, description, count, names } = collection
  const path = collectionAddress(site.base, locale, collection)
  if (!isReference(reference, path)) return { status: 301, location: path }
  const inside = collections.filter((one) => one.parent_id === id && one.count > 0)
  const [own, theirs, shown] = await Promise.all([
    listArticles(db, site, locale, { collections: [collection.id], after: (page - 1) * PER_PAGE, limit: PER_PAGE + 1 }),
    listArticles(db, site, locale, { collections: inside.map((one) => one.id), limit: SHOWN_INSIDE }),
    listShownLocales(db, site, collection.id),
  ])
  if (page > 1 && own.length === 0) return missingPage(visit, { params: { reference } })
  return {
    status: 200,
    page: {
      title: name,
      description: lineOf(description ?? [...own, ...theirs].map(({ title }) => title).join(', ')),
      path,
      translations: site.center.locales
        .filter((other) => names[other] !== undefined && shown.includes(other))
        .map((other) => ({
          locale: other,
          path: collectionAddress(site.base, other, { id: collection.id, name: names[other]! }),
        })),
      isIndexed: count > 0 && collection.locale === locale && page === 1,
      head: [
        trailData(
          visit,
          [...trailOf(collections, collection), collection].map((one) => ({
            name: one.name,
            path: collectionAddress(site.base, locale, one),
          })),
        ),
      ],
      main: [
        h('div.column', [
          breadcrumbs(visit, trailOf(collections, collection)),
          h('h1', name),
          ...paragraph(description, 'lead'),
          h('p.count', count === 0 ? words.emptyCollection : words.articles(count)),
          ...(own.length > 0 ? [articleList(visit, own.slice(0, PER_PAGE))] : []),
          ...pageLinks(visit, { path, page, hasMore: own.length > PER_PAGE }),
          ...(page === 1 ? inside.flatMap((one) => section(visit, one, theirs)) : []),
        ]),
      ],
    },
  }
}

function section(visit: Visit, collection: CollectionOfSite, articles: ListedArticle[]): ElementContent[] {
  const { site, locale, words } = visit
  const { id, name, description, count } = collection
  const shown = articles.filter((article) => article.collection_id === id)
  const href = collectionAddress(site.base, locale, { id, name })
  return [
    h('section.section', [
      h('h2', h('a', { href }, name)),
      ...paragraph(description, 'lead'),
      h('p.count', words.articles(count)),
      articleList(visit, shown),
    ]),
  ]
}

/** The collections that one stands in, the outermost first. */
function trailOf(collections: CollectionOfSite[], { parent_id }: CollectionOfSite): CollectionOfSite[] {
  const parent = collections.find(({ id }) => id === parent_id)
  return parent ? [...trailOf(collections, parent), parent] : []
}
