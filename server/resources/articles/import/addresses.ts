/** Where each address of an imported article leads: to another article, to a file that is kept here, or as before. */
import type { Reach } from '../../../config.ts'
import type { NewFile } from '../../../files/queries.ts'
import { addressesIn } from './convert.ts'
import type { Document } from './document.ts'
import { fetchFile, type Found, readBeside } from './files.ts'
import { findTarget, hasScheme, type Target } from './targets.ts'

type Way =
  | { to: 'article'; target: Target; before: string | undefined }
  | { to: 'file'; file: NewFile }
  | { to: 'address'; address: string }
  | { to: 'nowhere' }

export interface Ways {
  /** By `link` or `picture` and the address. */
  by: Map<string, Way>
  changed: string[]
  lost: string[]
  /** False where a file could not be had, and another run may get it. */
  isWhole: boolean
}

interface Asked {
  document: Document
  locale: string
  origin: string | undefined
  targets: readonly Target[]
  reach: Reach
  ways: Ways
}

const ATTACHMENT = /\/article_attachments\//

export async function findWays(
  document: Document,
  locale: string,
  targets: readonly Target[],
  reach: Reach,
): Promise<Ways> {
  const ways: Ways = { by: new Map(), changed: [], lost: [], isWhole: true }
  const origin = document.address === undefined ? undefined : new URL(document.address).origin
  const asked = { document, locale, origin, targets, reach, ways }
  for (const { address, kind } of addressesIn(document)) {
    const way = await (kind === 'link' ? wayOfLink : wayOfPicture)(address, asked)
    if (way) ways.by.set(`${kind} ${address}`, way)
  }
  return ways
}

async function wayOfLink(address: string, asked: Asked): Promise<Way | undefined> {
  if (address.startsWith('#')) return undefined
  const { document, locale, origin, targets, reach, ways } = asked
  const url = absolute(address, document)
  const target = findTarget(address, url, { path: document.path, locale, origin }, targets)
  if (target) {
    ways.changed.push(`the link to ${address}, which leads to the article “${target.title}”`)
    return { to: 'article', target, before: url?.href }
  }
  if (!url) return undefined
  const isOfSite = url.origin === origin
  if (isOfSite && ATTACHMENT.test(url.pathname)) {
    const found = await fetchFile(url, reach, 'link')
    if ('file' in found) return take(found, address, ways)
    ways.isWhole = false
    ways.changed.push(`the file ${address}, which stays at ${url.href}: ${found.error}`)
    return { to: 'address', address: url.href }
  }
  if (hasScheme(address)) {
    if (isOfSite) ways.changed.push(`the link to ${address}, which still leads to the old site`)
    return undefined
  }
  ways.changed.push(`the link to ${address}, which leads to ${url.href}`)
  return { to: 'address', address: url.href }
}

async function wayOfPicture(address: string, { document, origin, reach, ways }: Asked): Promise<Way | undefined> {
  const beside = hasScheme(address) ? undefined : await readBeside(document.path, address)
  const url = absolute(address, document)
  if (!beside && (!url || url.origin !== origin)) return undefined
  const found = beside ?? (await fetchFile(url!, reach, 'picture'))
  if ('file' in found) return take(found, address, ways)
  // Another run may fetch a picture that failed; one beside the file stays as unreadable as it is.
  ways.isWhole &&= beside !== undefined
  ways.lost.push(`the picture ${address}: ${found.error}`)
  return { to: 'nowhere' }
}

function take({ file }: Extract<Found, { file: NewFile }>, address: string, ways: Ways): Way {
  ways.changed.push(`${address}, which is kept here as ${file.name} (${file.bytes.length} bytes)`)
  return { to: 'file', file }
}

function absolute(address: string, { address: base }: Document): URL | undefined {
  const url = URL.parse(address, base)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined
}
