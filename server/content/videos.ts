/** Videos of known providers. Players are made anew from the id, with what they need to show the same. */
import { absolute } from './addresses.ts'

interface Provider {
  name: string
  hosts: string[]
  /** Finds the id in the path. */
  path: RegExp
  embed: string
  id: RegExp
  /** Further parts of the player's address, such as where the video begins. */
  query?: (url: URL, id: string) => Record<string, string | number | undefined>
}

/** Seconds of `90`, `90s` or `1m30s`; undefined for none. */
function secondsOf(text: string | null): number | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text ?? '') ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) || undefined
}

const beginning = ({ searchParams }: URL) => secondsOf(searchParams.get('start') ?? searchParams.get('t'))

/** The id that stands for a list of videos. */
const PLAYLIST = 'videoseries'
const listOf = ({ searchParams }: URL): string | undefined => /^[\w-]{10,64}$/.exec(searchParams.get('list') ?? '')?.[0]

const YOUTUBE = {
  id: /^[\w-]{6,20}$/,
  query: (url: URL, id: string) => (id === PLAYLIST ? { list: listOf(url) } : { start: beginning(url) }),
}

const PROVIDERS: Provider[] = [
  {
    ...YOUTUBE,
    name: 'youtube',
    hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'],
    path: /^\/(?:(?:embed|shorts|live|v)\/([\w-]{6,20})|watch|playlist)$/,
    embed: 'https://www.youtube.com/embed/',
  },
  {
    ...YOUTUBE,
    name: 'youtube',
    hosts: ['youtu.be'],
    path: /^\/([\w-]{6,20})$/,
    embed: 'https://www.youtube.com/embed/',
  },
  {
    ...YOUTUBE,
    name: 'youtube-nocookie',
    hosts: ['www.youtube-nocookie.com'],
    path: /^\/embed\/([\w-]{6,20})$/,
    embed: 'https://www.youtube-nocookie.com/embed/',
  },
  {
    name: 'vimeo',
    hosts: ['player.vimeo.com', 'vimeo.com'],
    path: /^\/(?:video\/)?(\d{5,12})(?:\/[0-9a-f]{6,20})?$/,
    embed: 'https://player.vimeo.com/video/',
    id: /^\d{5,12}$/,
    // Unlisted videos do not play without their hash.
    query: ({ searchParams, pathname }) => ({
      h: /^[0-9a-f]{6,20}$/.exec(searchParams.get('h') ?? /\d\/([0-9a-f]+)$/.exec(pathname)?.[1] ?? '')?.[0],
    }),
  },
  {
    name: 'loom',
    hosts: ['www.loom.com', 'loom.com'],
    path: /^\/(?:embed|share)\/([0-9a-f]{32})$/,
    embed: 'https://www.loom.com/embed/',
    id: /^[0-9a-f]{32}$/,
    query: (url) => ({ t: beginning(url) }),
  },
  {
    name: 'wistia',
    hosts: ['fast.wistia.net', 'fast.wistia.com'],
    path: /^\/embed\/iframe\/(\w{6,20})$/,
    embed: 'https://fast.wistia.net/embed/iframe/',
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
  const provider = PROVIDERS.find(({ hosts }) => hosts.includes(url.hostname))
  const found = provider?.path.exec(url.pathname)
  if (!provider || !found) return undefined
  const id = found[1] ?? (url.pathname === '/playlist' ? PLAYLIST : (url.searchParams.get('v') ?? ''))
  const query = Object.entries(provider.query?.(url, id) ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`?${name}=${value}`],
  )
  // The players have a place for one of them each.
  if (!provider.id.test(id) || (id === PLAYLIST && query.length === 0)) return undefined
  return { provider: provider.name, id, src: provider.embed + id + (query[0] ?? '') }
}

/** @returns the video of a block that names its provider and its id */
export function videoOf(provider: unknown, id: unknown): Video | undefined {
  const known = PROVIDERS.find(({ name }) => name === provider)
  if (!known || typeof id !== 'string' || !known.id.test(id) || id === PLAYLIST) return undefined
  return { provider: known.name, id, src: known.embed + id }
}
