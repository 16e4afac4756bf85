/** Articles that links of imported files can lead to, from this run and from earlier ones. */
import { dirname, resolve } from 'node:path'
import { idIn } from './document.ts'

export interface Target {
  /** The path of its file, from the root. */
  path: string
  /** The id that it had where it came from. */
  sourceId?: string | undefined
  locale: string
  title: string
  /** Missing until it is written. */
  articleId?: number
}

interface Asking {
  path: string
  locale: string
  /** The origin of its old site. */
  origin: string | undefined
}

const ARTICLE = /\/articles\//

export const hasScheme = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)

/** @param url the address as an absolute one, where that is known */
export function findTarget(
  address: string,
  url: URL | undefined,
  from: Asking,
  targets: readonly Target[],
): Target | undefined {
  const [path = ''] = address.split(/[?#]/, 1)
  const named = hasScheme(address) ? undefined : resolve(dirname(from.path), decodePath(path))
  const isOfSite = url ? url.origin === from.origin : !hasScheme(address)
  const id = isOfSite && ARTICLE.test(url?.pathname ?? path) ? idIn(url?.pathname ?? path) : undefined
  const same = targets.filter((one) => one.path === named || (id !== undefined && one.sourceId === id))
  return same.find(({ locale }) => locale === from.locale) ?? same[0]
}

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '')
  } catch {
    return path // a percent sign that begins no escape
  }
}
