/**
 * Finds the page that an address without one leads to: through a redirect of the API, or because it has the shape of
 * another product's. The answer is always the last address: one that leads to a page which leads on is followed to its
 * end here, and one that leads in a circle leads nowhere.
 */
import { articleAddress, collectionAddress, homeAddress } from '../../addresses.ts'
import { listTexts } from '../article-queries.ts'
import { listCollections } from '../queries.ts'
import type { Site } from '../place.ts'
import type { Visit } from '../visit.ts'
import { findImported, findRedirect } from './queries.ts'
import { type Target, targetIn } from './shapes.ts'

const MOST_STEPS = 10

/** @param path after the base of the site, encoded as URLs are @returns an address for a link, `undefined` for none */
export async function movedTo(visit: Visit, path: string): Promise<string | undefined> {
  const seen = new Set<string>()
  for (let at = path; !seen.has(at) && seen.size < MOST_STEPS;) {
    seen.add(at)
    const target = await targetOf(visit, at)
    const address = target && (await addressOf(visit, target))
    if (!target || address !== undefined) return address
    at = `/${target.locale}/${target.kind}s/${target.id}`
  }
  return undefined
}

async function targetOf({ db, site }: Visit, path: string): Promise<Target | undefined> {
  const shape = targetIn(path, site.center.locales)
  const page = shape && shape.kind !== 'home' ? pageOf(shape) : undefined
  const asked = {
    paths: withBases(site, path.replace(/\/$/, '')),
    pages: page === undefined ? [] : withBases(site, page),
  }
  return (await findRedirect(db, site, asked)) ?? shape
}

/** A redirect was written down with the base that the site had: its own domain, or a path of the server. */
const withBases = ({ base, center }: Site, path: string): string[] => [
  path,
  base + path,
  `/help/${center.identifier}${path}`,
]

const pageOf = ({ kind, id, locale }: Target): string => `/${locale}/${kind}s/${id}`

/** The address of a page that is there for everybody. */
async function addressOf({ db, site }: Visit, { kind, id, locale }: Target): Promise<string | undefined> {
  if (kind === 'home') return homeAddress(site.base, locale)
  if (kind === 'collection') {
    const collection = (await listCollections(db, site, locale, 'none')).find((one) => one.id === id)
    return collection && collectionAddress(site.base, locale, collection)
  }
  const own = await articleAt({ db, site }, id, locale)
  if (own !== undefined) return own
  const imported = await findImported(db, site, String(id))
  return imported === undefined ? undefined : articleAt({ db, site }, imported, locale)
}

async function articleAt({ db, site }: Pick<Visit, 'db' | 'site'>, id: number, locale: string) {
  const texts = await listTexts(db, site, id)
  const text = texts.find((one) => one.locale === locale) ?? texts[0]
  return text && articleAddress(site.base, text.locale, text)
}
