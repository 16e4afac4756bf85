/** A visitor's words under an article: they begin a conversation of a lead. */
import type { Ctx } from '../../../context.ts'
import { EMAIL } from '../../../email.ts'
import { actWithin } from '../../../queue/act.ts'
import { insertLead } from '../../contacts/insert-lead.ts'
import { begin } from '../../conversations/begin.ts'
import { articleAddress } from '../addresses.ts'
import { articlePage, findText } from './article.ts'
import type { Draft } from './feedback.ts'
import { countConversation } from './feedback-queries.ts'
import { missingPage } from './missing.ts'
import type { Answer, Visit } from './visit.ts'

const MAX_MESSAGE = 5000
const MAX_EMAIL = 254

export async function writeMessage(visit: Visit, reference: string, draft: Draft): Promise<Answer> {
  const { db, clock, site, locale, words } = visit
  const found = await findText(visit, reference)
  if (!found) return missingPage(visit, { params: { reference } })
  const path = articleAddress(site.base, locale, found.text)
  const { message, email } = draft
  const faults = {
    ...(message === '' && { message: words.messageEmpty }),
    ...(email !== '' && !EMAIL.test(email) && { email: words.emailWrong }),
  }
  if (Object.keys(faults).length > 0)
    return articlePage(visit, path.slice(path.lastIndexOf('/') + 1), { state: 'wrong', draft, faults })
  const url = articleAddress(site.url, locale, found.text)
  await db.begin((tx) =>
    actWithin(
      tx,
      site.workspaceId,
      clock.now(),
      async (ctx) => {
        await begin(ctx, { from: { type: 'contact', id: await leadOf(ctx, email) }, body: message, url })
        await countConversation(ctx.db, ctx.workspaceId, found.text.id)
      },
      { mailDomain: visit.mailDomain },
    ),
  )
  return { status: 303, location: `${path}?feedback=sent#feedback` }
}

/** A lead of its own, never a known contact: nobody has shown that the address is theirs. */
async function leadOf(ctx: Ctx, email: string): Promise<string> {
  return (await insertLead(ctx, { email: email || null })).id
}

/** @param form the fields that were sent */
export const draftOf = (form: URLSearchParams): Draft => ({
  message: (form.get('message') ?? '').replaceAll('\0', '').trim().slice(0, MAX_MESSAGE).toWellFormed(),
  email: (form.get('email') ?? '').replaceAll('\0', '').trim().slice(0, MAX_EMAIL).toWellFormed(),
})
