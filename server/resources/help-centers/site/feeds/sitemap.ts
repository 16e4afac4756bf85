/**
 * Sitemaps: an index, and for each language parts of 20,000 articles, far below the 50,000 addresses and 50 MB that
 * search engines read. The first part has the home page and the collections as well. Pages that say noindex are left
 * out.
 */
import type { Readable } from 'node:stream'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { articleAddress, collectionAddress, homeAddress } from '../../addresses.ts'
import { listCollections } from '../queries.ts'
import type { Visit } from '../visit.ts'
import { absolute } from './absolute.ts'
import { sitemapAddress } from './addresses.ts'
import { listParts, listShown } from './queries.ts'
import { xmlStream } from './xml.ts'

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'
export const PART_SIZE = 20_000
const BATCH = 1000

export const sitemapIndex = (visit: Visit): Readable => xmlStream(x('sitemapindex', { xmlns: NAMESPACE }), parts(visit))

async function* parts({ db, site }: Visit): AsyncIterable<Element> {
  for (const locale of site.center.locales)
    for (const [at, { after, updated_at }] of (await listParts(db, site, locale, PART_SIZE)).entries()) {
      const path = sitemapAddress(site.base, locale, at === 0 ? 0 : after)
      yield x('sitemap', [x('loc', absolute(site, path)), x('lastmod', updated_at.toISOString())])
    }
}

/** @param after the id after which its articles begin; 0 for the first part */
export const sitemap = (visit: Visit, after: number): Readable =>
  xmlStream(x('urlset', { xmlns: NAMESPACE }), addresses(visit, after))

async function* addresses(visit: Visit, after: number): AsyncIterable<Element> {
  const { db, site, locale } = visit
  const entry = (path: string, changed?: Date) =>
    x('url', [x('loc', absolute(site, path)), ...(changed ? [x('lastmod', changed.toISOString())] : [])])
  if (after === 0) {
    const collections = await listCollections(db, site, locale, 'all')
    const filled = collections.filter(({ count }) => count > 0)
    // Articles stand in collections, so that without one there is nothing to show.
    if (filled.some(({ parent_id }) => parent_id === null)) yield entry(homeAddress(site.base, locale))
    for (const one of filled) if (one.locale === locale) yield entry(collectionAddress(site.base, locale, one))
  }
  let last = after
  for (let left = PART_SIZE; left > 0;) {
    const articles = await listShown(db, site, locale, { after: last, limit: Math.min(BATCH, left) })
    for (const article of articles) yield entry(articleAddress(site.base, locale, article), article.updated_at)
    if (articles.length < BATCH) return
    last = articles.at(-1)!.id
    left -= articles.length
  }
}
