/** Addresses in content. The scheme that the URL parser returns decides, and the normalised address is kept. */

import { unwrapped } from './wrapped-links.ts'

const LINKED = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Tells absolute addresses and those that only lack their scheme from the ones that are relative to a page. */
const ABSOLUTE = /^[\p{Cc}\s]*(?:[a-z][a-z0-9+.\s-]*:|\/\/)/iu

/** @returns undefined for relative addresses */
export function absolute(address: string): URL | undefined {
  if (!ABSOLUTE.test(address)) return undefined
  // Browsers read a backslash as a slash, and so does this base.
  const url = URL.parse(address, 'https://relative.invalid')
  return url && url.hostname !== 'relative.invalid' ? url : undefined
}

/**
 * @returns the address as a link may have it, without a wrapper; `undefined` for scripts, unknown schemes and relative
 * addresses
 */
export function linkAddress(address: string): string | undefined {
  const url = absolute(unwrapped(address))
  return url && LINKED.has(url.protocol) ? url.href : undefined
}

/** @returns the address as a picture may have it; `undefined` for relative ones and for inline data */
export function mediaAddress(address: string): string | undefined {
  const url = absolute(address)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password) return undefined
  return url.href
}
