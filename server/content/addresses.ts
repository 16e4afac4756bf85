/** Addresses in content. The scheme that the URL parser returns decides, and the normalised address is kept. */

import { unwrapped } from './wrapped-links.ts'

const LINKED = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Tells absolute addresses and those that only lack their scheme from the ones that are relative to a page. */
const ABSOLUTE = /^[\p{Cc}\s]*(?:[a-z][a-z0-9+.\s-]*:|\/\/)/iu

function absolute(address: string): URL | undefined {
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

interface Provider {
  name: string
  hosts: string[]
  /** Finds the id in the path. */
  path: RegExp
  embed: (id: string) => string
  id: RegExp
}

const PROVIDERS: Provider[] = [
  {
    name: 'youtube',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
    path: /^\/(?:(?:embed|shorts|live|v)\/([\w-]{6,20})|watch)$/,
    embed: (id) => `https://www.youtube.com/embed/${id}`,
    id: /^[\w-]{6,20}$/,
  },
  {
    name: 'youtube',
    hosts: ['youtu.be'],
    path: /^\/([\w-]{6,20})$/,
    embed: (id) => `https://www.youtube.com/embed/${id}`,
    id: /^[\w-]{6,20}$/,
  },
  {
    name: 'youtube-nocookie',
    hosts: ['www.youtube-nocookie.com'],
    path: /^\/embed\/([\w-]{6,20})$/,
    embed: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
    id: /^[\w-]{6,20}$/,
  },
  {
    name: 'vimeo',
    hosts: ['player.vimeo.com', 'vimeo.com'],
    path: /^\/(?:video\/)?(\d{5,12})$/,
    embed: (id) => `https://player.vimeo.com/video/${id}`,
    id: /^\d{5,12}$/,
  },
  {
    name: 'loom',
    hosts: ['www.loom.com'],
    path: /^\/(?:embed|share)\/([0-9a-f]{32})$/,
    embed: (id) => `https://www.loom.com/embed/${id}`,
    id: /^[0-9a-f]{32}$/,
  },
  {
    name: 'wistia',
    hosts: ['fast.wistia.net', 'fast.wistia.com'],
    path: /^\/embed\/iframe\/(\w{6,20})$/,
    embed: (id) => `https://fast.wistia.net/embed/iframe/${id}`,
    id: /^\w{6,20}$/,
  },
]

export interface Video {
  provider: string
  id: string
  /** The address of the player, made anew from the id. */
  src: string
}

/** @returns the video of a known provider behind an address; `undefined` for other hosts and other paths */
export function videoAt(address: string): Video | undefined {
  const url = absolute(address)
  if (!url || url.username || url.password || url.port) return undefined
  for (const provider of PROVIDERS) {
    if (!provider.hosts.includes(url.hostname)) continue
    const id = provider.path.exec(url.pathname)?.[1] ?? url.searchParams.get('v') ?? ''
    if (!provider.path.test(url.pathname) || !provider.id.test(id)) return undefined
    const start = url.searchParams.get('start') ?? url.searchParams.get('t')
    const from = start && /^\d{1,6}$/.test(start) ? `?start=${start}` : ''
    return { provider: provider.name, id, src: provider.embed(id) + from }
  }
  return undefined
}

/** @returns the video of a block that names its provider and its id */
export function videoOf(provider: unknown, id: unknown): Video | undefined {
  const known = PROVIDERS.find(({ name }) => name === provider)
  if (!known || typeof id !== 'string' || !known.id.test(id)) return undefined
  return { provider: known.name, id, src: known.embed(id) }
}
