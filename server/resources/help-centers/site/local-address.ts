/**
 * Stored addresses as links of a page. They are whole, and name the host by which the site or the server was known when
 * the article was written; a reader may be on another.
 */
import { withinSite } from '../within-site.ts'
import type { Site } from './place.ts'

/** @returns the address in the site that the reader is on, `undefined` for one of elsewhere */
export function localPage({ base, url, center }: Site, address: string): string | undefined {
  const rest = withinSite({ url, identifier: center.identifier }, address)
  return rest === undefined ? undefined : base + rest || '/'
}

/** @returns the path of a file that is kept here, on the host that the reader is on */
export function localFile({ base, url, appId, center }: Site, address: string): string | undefined {
  const { pathname = '' } = URL.parse(address, url) ?? {}
  const at = pathname.indexOf(`/files/${appId}/`)
  if (at === -1) return undefined
  // An own domain has no base; elsewhere the files stand beside the help centers.
  return base.slice(0, Math.max(0, base.length - `/help/${center.identifier}`.length)) + pathname.slice(at)
}

/** The whole address of a file for readers elsewhere, on the host by which the help center is known. */
export function absoluteFile(site: Site, address: string): string | undefined {
  const base = new URL(site.url).pathname.replace(/\/$/, '')
  return URL.parse(localFile({ ...site, base }, address) ?? address, site.url)?.href
}
