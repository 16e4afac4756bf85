/** The feed of a language: the articles that changed last, newest first. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { htmlToText } from '../../../../content/to-text.ts'
import { articleAddress, homeAddress } from '../../addresses.ts'
import type { Visit } from '../visit.ts'
import { absolute } from './absolute.ts'
import { feedAddress } from './addresses.ts'
import { type FeedArticle, listChanged } from './queries.ts'

const NAMESPACE = 'http://www.w3.org/2005/Atom'
const MOST = 50
const SUMMARY = 300

export async function atomFeed(visit: Visit): Promise<Element> {
  const { db, site, locale, clock } = visit
  const articles = await listChanged(db, site, locale, MOST)
  const home = absolute(site, homeAddress(site.base, locale))
  const own = absolute(site, feedAddress(site.base, locale))
  return x('feed', { xmlns: NAMESPACE, 'xml:lang': locale }, [
    x('id', own),
    x('title', legal(site.center.display_name)),
    x('updated', (articles[0]?.updated_at ?? clock.now()).toISOString()),
    x('link', { rel: 'self', type: 'application/atom+xml', href: own }),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...articles.map((article) => entry(visit, article)),
  ])
}

function entry({ site, locale }: Visit, { id, title, description, body, author, created_at, updated_at }: FeedArticle) {
  const href = absolute(site, articleAddress(site.base, locale, { id, title }))
  const summary = description || cut(htmlToText(body))
  return x('entry', [
    // The address without its words: a new title makes no new entry.
    x('id', absolute(site, `${site.base}/${locale}/articles/${id}`)),
    x('title', legal(title)),
    x('link', { rel: 'alternate', type: 'text/html', href }),
    x('published', created_at.toISOString()),
    x('updated', updated_at.toISOString()),
    x('author', [x('name', legal(author))]),
    ...(summary ? [x('summary', legal(summary))] : []),
  ])
}

/** The beginning of a text, with no sign cut in half. */
function cut(text: string): string {
  if (text.length <= SUMMARY) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, SUMMARY * 2))) {
    if (short.length + segment.length > SUMMARY) break
    short += segment
  }
  return `${short.trimEnd()}…`
}

/** XML has no way to write most control characters. */
const legal = (text: string): string => text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
