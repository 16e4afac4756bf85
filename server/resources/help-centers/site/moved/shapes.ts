/**
 * Addresses as help centers of Intercom and Zendesk have them: `/en/articles/12-words`, `/articles/12`,
 * `/hc/en-us/articles/12-Words`, `/hc/en-us/sections/12`, `/hc/en-us`.
 */
import { languageIn } from './languages.ts'

export interface Target {
  kind: 'home' | 'article' | 'collection'
  /** 0 for the home page. */
  id: number
  /** The language of the help center that it names; the default one where it names none. */
  locale: string
}

const KINDS: Record<string, Target['kind']> = {
  articles: 'article',
  collections: 'collection',
  sections: 'collection',
  categories: 'collection',
}

const SHAPE =
  /^(\/hc)?(?:\/([a-z]{2,3}(?:-[a-z0-9]{2,8})?))?(?:\/(articles|collections|sections|categories)\/(\d{1,15})(?:-[^/]*)?)?\/?$/i

/** @param path after the base of the site */
export function targetIn(path: string, locales: readonly string[]): Target | undefined {
  const [, zendesk, code, kind, id] = SHAPE.exec(path) ?? []
  const spoken = code === undefined ? locales[0] : languageIn(locales, code)
  // A language that nobody writes in is none, unless the rest of the address says that it is one.
  const locale = spoken ?? (zendesk !== undefined || kind !== undefined ? locales[0] : undefined)
  if (locale === undefined) return undefined
  if (kind !== undefined) return { kind: KINDS[kind.toLowerCase()]!, id: Number(id), locale }
  return zendesk !== undefined || code !== undefined ? { kind: 'home', id: 0, locale } : undefined
}
