/**
 * Stored addresses as links of a page. They are whole, and name the host by which the site or the server was known when
 * the article was written; a reader may be on another.
 */
import type { Site } from './place.ts'

/** @returns the address in the site that the reader is on, `undefined` for one of elsewhere */
export function localPage({ base, url }: Site, address: string): string | undefined {
  if (address !== url && !address.startsWith(`${url}/`)) return undefined
  return base + address.slice(url.length) || '/'
}

/** @returns the path of a file that is kept here; `undefined` on an own domain, which has the pages alone */
export function localFile({ base, appId, center }: Site, address: string): string | undefined {
  const server = `/help/${center.identifier}`
  if (!base.endsWith(server)) return undefined
  const { pathname = '' } = URL.parse(address) ?? {}
  const at = pathname.indexOf(`/files/${appId}/`)
  return at === -1 ? undefined : base.slice(0, -server.length) + pathname.slice(at)
}
