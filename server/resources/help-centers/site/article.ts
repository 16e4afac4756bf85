/** An article's page. */
import { h } from 'hastscript'
import type { ElementContent } from 'hast'
import { readHtml } from '../../../content/content.ts'
import { articleAddress } from '../addresses.ts'
import { missingPage } from './missing.ts'
import { listTexts } from './queries.ts'
import { idOf } from './reference.ts'
import type { Answer, Visit } from './visit.ts'

export async function articlePage(visit: Visit, reference: string): Promise<Answer> {
  const { db, site, locale } = visit
  const id = idOf(reference)
  const texts = id === undefined ? [] : await listTexts(db, site, id)
  const text = texts.find((one) => one.locale === locale) ?? texts[0]
  if (!text) return missingPage(visit)
  const path = articleAddress(site.base, locale, text)
  if (!path.endsWith(`/${encodeURIComponent(reference)}`)) return { status: 301, location: path }
  return {
    status: 200,
    page: {
      title: text.title,
      description: text.description,
      path: articleAddress(site.base, text.locale, text),
      translations: texts.map((one) => ({ locale: one.locale, path: articleAddress(site.base, one.locale, one) })),
      // In place of a translation that does not exist, the article is shown in another language.
      isIndexed: text.locale === locale,
      main: [
        h('article', { lang: text.locale }, [
          h('h1', text.title),
          h('p', [
            text.author,
            ' ',
            h('time', { dateTime: text.updated_at.toISOString() }, text.updated_at.toDateString()),
          ]),
          h('div', readHtml(text.body).tree.children as ElementContent[]),
        ]),
      ],
    },
  }
}
