/** The topmost collections that hold articles, as the home page shows them. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { collectionAddress } from '../addresses.ts'
import { collectionIcon } from './icons.ts'
import { paragraph } from './parts.ts'
import { type CollectionOfSite, listCollections } from './queries.ts'
import type { Visit } from './visit.ts'

export async function listTop({ db, site, locale }: Visit): Promise<CollectionOfSite[]> {
  const collections = await listCollections(db, site, locale, 'top')
  return collections.filter(({ parent_id, count }) => parent_id === null && count > 0)
}

export const collectionGrid = async (visit: Visit): Promise<Element> => gridOf(visit, await listTop(visit))

export const gridOf = ({ site, locale, words }: Visit, collections: CollectionOfSite[]): Element =>
  h(
    'ul.grid',
    collections.map(({ id, icon, name, description, count, locale: named }) =>
      h('li', { ...(named !== locale && { lang: named }) }, [
        collectionIcon(icon),
        h('h2', h('a', { href: collectionAddress(site.base, locale, { id, name }) }, name)),
        ...paragraph(description),
        h('p.count', { lang: words.locale }, words.articles(count)),
      ]),
    ),
  )
