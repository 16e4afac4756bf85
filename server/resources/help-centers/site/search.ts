/** The results of a search: a page, and the articles that are offered while somebody types. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { ANYBODY, findContentPage, type Found, type FoundPage, type Wanted } from '../../../content/index/find.ts'
import { highlight, summariesFor, type Part } from '../../../content/index/highlight.ts'
import { articleAddress, homeAddress, searchAddress } from '../addresses.ts'
import { collectionGrid } from './collection-grid.ts'
import { nearestArticles } from './nearest.ts'
import { pageLinks } from './page-links.ts'
import { articleList, type Listed, searchForm } from './parts.ts'
import type { Answer, Visit } from './visit.ts'
import { tooManySearchesPage } from './too-many.ts'
import { inCenter } from './visible.ts'

const PER_PAGE = 20
const OFFERED = 6
/** So few articles may all be the wrong ones: others with some of the words are offered beside them. */
const FEW = 3
const OTHERS = 5
/** Longer questions are cut off. */
const MAX_QUESTION = 200

export const questionOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, MAX_QUESTION).toWellFormed() : ''

/** Articles in the language of the visit that hold the words, best first: no more of them than are shown. */
export const find = (visit: Visit, text: string, limit: number, offset = 0): Promise<FoundPage> =>
  findContentPage(visit.db, visit.site.workspaceId, wanted(visit, text), { limit, offset })

const wanted = ({ site, locale }: Visit, text: string): Wanted => ({
  kind: 'article',
  text,
  locale,
  reader: ANYBODY,
  only: inCenter(site),
})

export async function searchPage(visit: Visit, question: string, page: number): Promise<Answer> {
  const { site, locale, words } = visit
  if (question !== '' && !visit.searches.take()) return tooManySearchesPage(visit)
  const { found: shown, total } = await find(visit, question, PER_PAGE, (page - 1) * PER_PAGE)
  const isNothing = question !== '' && total === 0
  const title = question === '' ? words.search : words.found(total, question)
  const path = searchAddress(site.base, locale)
  const search = question === '' ? '' : `?${new URLSearchParams({ q: question })}`
  return {
    status: 200,
    page: {
      title,
      translations: site.center.locales.map((other) => ({
        locale: other,
        path: `${searchAddress(site.base, other)}${search}`,
      })),
      isIndexed: false,
      hasOwnSearch: true,
      main: [
        h('div.column', [
          searchForm(visit, { id: 'search', value: question, isFocused: question === '' }),
          h('h1.results', isNothing ? words.foundNothing(question) : title),
          ...(isNothing ? await waysOn(visit, question) : []),
          ...(shown.length > 0 ? [h('ul.articles', shown.map(resultsOf(visit, question)))] : []),
          ...(total > 0 && total <= FEW ? await others(visit, question, shown) : []),
          ...pageLinks(visit, { path, page, hasMore: total > page * PER_PAGE, question }),
        ]),
        ...(question === '' ? [await collectionGrid(visit)] : []),
      ],
    },
  }
}

/** The collections, and articles that the words may mean. */
async function waysOn(visit: Visit, question: string): Promise<ElementContent[]> {
  const { site, locale, words } = visit
  const nearest = await nearestArticles(visit, question)
  return [
    h('p', words.foundNothingHint),
    h('p', h('a.button', { href: homeAddress(site.base, locale) }, words.collections)),
    ...perhaps(visit, nearest),
  ]
}

async function others(visit: Visit, question: string, shown: Found[]): Promise<ElementContent[]> {
  if (!/\s/.test(question)) return []
  const loose = { ...wanted(visit, question), isLoose: true }
  const { found } = await findContentPage(visit.db, visit.site.workspaceId, loose, {
    limit: OTHERS + shown.length,
    offset: 0,
  })
  const known = new Set(shown.map(({ item_id }) => item_id))
  const rest = found.filter(({ item_id }) => !known.has(item_id)).slice(0, OTHERS)
  return perhaps(
    visit,
    rest.map(({ item_id, title }) => ({ id: item_id, title })),
  )
}

const perhaps = (visit: Visit, articles: Listed[]): ElementContent[] =>
  articles.length > 0 ? [h('section.related', [h('h2', visit.words.perhaps), articleList(visit, articles)])] : []

function resultsOf({ site, locale }: Visit, question: string) {
  const summaryOf = summariesFor(question, '…')
  return ({ item_id, title, body }: Found): ElementContent => {
    const [line = []] = summaryOf(body)
    const href = articleAddress(site.base, locale, { id: item_id, title })
    return h('li', [h('a', { href }, marked(highlight(title, question))), h('p', marked(line))])
  }
}

const marked = (parts: Part[]): (ElementContent | string)[] =>
  parts.map(({ type, text }) => (type === 'highlight' ? h('mark', text) : text))

/** For the script of the search field. */
export async function suggestions(visit: Visit, question: string) {
  const { site, locale, words } = visit
  const { found } = await find(visit, question, OFFERED)
  return {
    articles: found.map(({ item_id, title }) => ({
      address: articleAddress(site.base, locale, { id: item_id, title }),
      title: highlight(title, question),
    })),
    none: words.foundNothing(question),
  }
}
