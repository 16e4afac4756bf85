/** A help center as Markdown, for programs that read text: the list of its articles, and each article. */
import { Readable } from 'node:stream'
import { articleAddress, collectionAddress, homeAddress } from '../../addresses.ts'
import { type CollectionOfSite, listCollections } from '../queries.ts'
import { idOf } from '../reference.ts'
import type { Visit } from '../visit.ts'
import { absolute } from './absolute.ts'
import { llmsAddress, markdownAddress } from './addresses.ts'
import { findMarkdown, listShown, listShownLocales } from './queries.ts'

const BATCH = 1000

/** `llms.txt` of a language. */
export const llmsText = (visit: Visit): Readable => Readable.from(lines(visit))

async function* lines(visit: Visit): AsyncIterable<string> {
  const { db, site, locale } = visit
  const collections = (await listCollections(db, site, locale, 'all')).filter(({ count }) => count > 0)
  yield `# ${line(site.center.display_name)}\n\n`
  yield `Articles of the help center at ${absolute(site, homeAddress(site.base, locale))}, each as Markdown.\n`
  if (collections.length > 0)
    yield `\n## Collections\n\n${collections.map((one) => collectionLine(visit, one)).join('')}`
  let after = 0
  for (let isFirst = true; ; isFirst = false) {
    const articles = await listShown(db, site, locale, { after, limit: BATCH })
    if (isFirst && articles.length > 0) yield '\n## Articles\n\n'
    yield articles
      .map((article) => {
        const address = markdownAddress(absolute(site, articleAddress(site.base, locale, article)))
        return entry(article.title, address, article.description)
      })
      .join('')
    if (articles.length < BATCH) break
    after = articles.at(-1)!.id
  }
  const others = (await listShownLocales(db, site)).filter((other) => other !== locale)
  if (others.length === 0) return
  yield `\n## Other languages\n\n${others.map((other) => entry(other, absolute(site, llmsAddress(site.base, other)), '')).join('')}`
}

function collectionLine({ site, locale }: Visit, { id, name, description }: CollectionOfSite): string {
  return entry(name, absolute(site, collectionAddress(site.base, locale, { id, name })), description ?? '')
}

const entry = (title: string, address: string, description: string): string =>
  `- [${line(title)}](${address})${description ? `: ${line(description)}` : ''}\n`

/** Text of one line, in which no sign is one of Markdown. */
const line = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\[\]<>*_`#]/g, String.raw`\$&`)

/** An article as Markdown, or its address where the words of the given one are others. */
export async function articleMarkdown(
  { db, site, locale }: Visit,
  reference: string,
): Promise<{ location: string } | { text: string; page: string } | undefined> {
  const id = idOf(reference)
  const found = id === undefined ? undefined : await findMarkdown(db, site, locale, id)
  if (!found) return undefined
  const page = articleAddress(site.base, locale, found)
  if (!page.endsWith(`/${encodeURIComponent(reference)}`)) return { location: markdownAddress(page) }
  return { text: `# ${line(found.title)}\n\n${found.markdown}\n`, page: absolute(site, page) }
}
