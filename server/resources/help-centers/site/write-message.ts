/** A visitor's words under an article. */
import { articleAddress } from '../addresses.ts'
import { articlePage, findText } from './article.ts'
import type { Draft } from './message-form.ts'
import { missingPage } from './missing.ts'
import { sendMessage } from './send-message.ts'
import type { Answer, Visit } from './visit.ts'

/** @param take as in `sendMessage` */
export async function writeMessage(
  visit: Visit,
  reference: string,
  draft: Draft,
  take: () => boolean,
): Promise<Answer> {
  const { site, locale } = visit
  const found = await findText(visit, reference)
  if (!found) return missingPage(visit, { params: { reference } })
  const path = articleAddress(site.base, locale, found.text)
  const url = articleAddress(site.url, locale, found.text)
  const refused = await sendMessage(visit, draft, { take, url, articleId: found.text.id })
  if (refused) return articlePage(visit, path.slice(path.lastIndexOf('/') + 1), refused)
  return { status: 303, location: `${path}?feedback=sent#feedback` }
}
