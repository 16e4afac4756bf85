/** An article's page: the text with its contents list, related articles, and the question whether it helped. */
import type { ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import { articleAddress, collectionAddress } from '../addresses.ts'
import { type ArticleOfSite, getBody, listRelated, listTexts } from './article-queries.ts'
import { bodyOf, type Heading } from './body.ts'
import { beginningOf, lineOf } from './description.ts'
import { type Feedback, feedbackSection } from './feedback.ts'
import { hasReacted } from './feedback-queries.ts'
import { firstPicture } from './feeds/first-picture.ts'
import { articleData, trailData } from './feeds/structured-data.ts'
import { dayOf, directionOf, languageName } from './languages.ts'
import { absoluteFile } from './local-address.ts'
import { missingPage } from './missing.ts'
import { articleList, breadcrumbs } from './parts.ts'
import { listTrail } from './queries.ts'
import { idOf, isReference } from './reference.ts'
import type { Answer, Visit } from './visit.ts'
import type { Words } from './words/words.ts'

const RELATED = 4
/** A contents list of fewer headings helps nobody. */
const MIN_HEADINGS = 2

/** The article in the language of the visit, or in the first one that there is. `undefined` where nobody may read it. */
export async function findText(
  { db, site, locale }: Visit,
  reference: string,
): Promise<{ text: ArticleOfSite; texts: ArticleOfSite[] } | undefined> {
  const id = idOf(reference)
  const texts = id === undefined ? [] : await listTexts(db, site, id)
  const text = texts.find((one) => one.locale === locale) ?? texts[0]
  return text && { text, texts }
}

/** @param reader the visitor, as the cookie names them; one who answered before is not asked again */
export async function articlePage(visit: Visit, reference: string, asked: Feedback, reader?: string): Promise<Answer> {
  const { db, site, locale, words } = visit
  const found = await findText(visit, reference)
  if (!found) return missingPage(visit, { params: { reference } })
  const { text, texts } = found
  const path = articleAddress(site.base, locale, text)
  if (!isReference(reference, path)) return { status: 301, location: path }
  const [body, trail, related, isAnswered] = await Promise.all([
    getBody(db, site, text),
    listTrail(db, site, locale, text.collection_id),
    listRelated(db, site, { id: text.id, locale, limit: RELATED }),
    asked.state === 'ask' && reader !== undefined && hasReacted(db, site.workspaceId, text.id, reader),
  ])
  const feedback: Feedback = isAnswered ? { state: 'answered' } : asked
  const { nodes, headings } = bodyOf(body, visit)
  const own = articleAddress(site.base, text.locale, text)
  const picture = firstPicture(nodes)
  const image = picture && absoluteFile(site, picture)
  const hasContents = headings.length >= MIN_HEADINGS
  // In place of a translation that does not exist, the article is shown in another language.
  const isTranslated = text.locale === locale
  const language = isTranslated ? {} : { lang: text.locale, dir: directionOf(text.locale) }
  return {
    status: feedback.state === 'wrong' ? feedback.status : 200,
    page: {
      title: text.title,
      description: lineOf(text.description) ?? beginningOf(nodes),
      path: own,
      translations: texts.map((one) => ({ locale: one.locale, path: articleAddress(site.base, one.locale, one) })),
      isIndexed: isTranslated && (feedback.state === 'ask' || feedback.state === 'answered'),
      kind: 'article',
      image,
      head: [
        articleData(visit, text, own, image),
        trailData(visit, [
          ...trail.map(({ id, name }) => ({ name, path: collectionAddress(site.base, locale, { id, name }) })),
          { name: text.title, path: own },
        ]),
      ],
      main: [
        h('div.reading', { className: hasContents && 'with-contents' }, [
          breadcrumbs(visit, trail),
          ...(isTranslated ? [] : [h('p.notice', words.onlyIn(languageName(text.locale, words.locale)))]),
          h('h1', language, text.title),
          h('p.meta', [
            h('span', words.writtenBy(text.author)),
            h('span', [h('time', { dateTime: text.updated_at.toISOString() }, updatedOn(text, words))]),
          ]),
          ...(hasContents ? [contents(headings, words, language)] : []),
          h('div.body', language, nodes),
          feedbackSection(visit, path, feedback),
          ...(related.length > 0 ? [h('section.related', [h('h2', words.related), articleList(visit, related)])] : []),
        ]),
      ],
    },
  }
}

const updatedOn = ({ updated_at, time_zone }: ArticleOfSite, words: Words): string =>
  words.updated(dayOf(updated_at, words.locale, time_zone))

const contents = (headings: Heading[], words: Words, language: Properties): ElementContent =>
  h('nav.contents', { ariaLabelledBy: 'contents' }, [
    h('h2', { id: 'contents' }, words.onThisPage),
    h(
      'ol',
      language,
      headings.map(({ id, level, text }) => h('li', { className: `level-${level}` }, h('a', { href: `#${id}` }, text))),
    ),
  ])
