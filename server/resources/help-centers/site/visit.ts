/** A visit to a page of the site, and the answer to it. */
import type { Element, ElementContent } from 'hast'
import type { Clock } from '../../../clock.ts'
import type { Pool } from '../../../db/pool.ts'
import type { Site } from './place.ts'
import type { Words } from './words/words.ts'

export interface Visit {
  db: Pool
  clock: Clock
  /** The domain of reply addresses of e-mails. */
  mailDomain?: string | undefined
  site: Site
  /** A language of the help center. */
  locale: string
  /** The site's own words in that language. */
  words: Words
  searches: Searches
}

/** The share of searches that the visitor's network has. */
export interface Searches {
  /** @returns false where it is used up */
  take(): boolean
  secondsLeft(): number
}

/** For answers that search nothing. */
export const NO_SEARCHES: Searches = { take: () => false, secondsLeft: () => 60 }

export interface Translation {
  locale: string
  /** The address of the same page in that language, without the origin. */
  path: string
}

/** A page before it is written as HTML. */
export interface Page {
  title: string
  description?: string | undefined
  /** Its own address, without the origin; none for searches and for pages that do not exist. */
  path?: string | undefined
  /** The same page in each language that it can be read in, its own among them. */
  translations: Translation[]
  /** False keeps search engines from listing it. */
  isIndexed: boolean
  /** True if the search field is in the page itself, and not in its header. */
  hasOwnSearch?: boolean
  /** True for the page of the contact form, to which others lead. */
  isContact?: boolean
  /** `website` unless this says otherwise. */
  kind?: 'article'
  /** The address of a picture that stands for it. */
  image?: string | undefined
  /** Further elements for the head. */
  head?: Element[]
  main: ElementContent[]
}

/** A page, or the address to go to in its place. */
export type Answer =
  /** `retryAfter` in seconds. */
  | { status: 200 | 404 | 422 | 429; page: Page; retryAfter?: number }
  | { status: 301 | 302 | 303; location: string; cookie?: string | undefined }
