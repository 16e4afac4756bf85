/** A message that a visitor writes, from either form: it begins a conversation of a lead. */
import type { Ctx } from '../../../context.ts'
import { EMAIL } from '../../../email.ts'
import { escapeHtml } from '../../../html.ts'
import { actWithin } from '../../../queue/act.ts'
import { insertLead } from '../../contacts/insert-lead.ts'
import { begin } from '../../conversations/begin.ts'
import { countConversation } from './feedback-queries.ts'
import { type Draft, MAX_MESSAGE, type Refused } from './message-form.ts'
import type { Visit } from './visit.ts'

const MAX_EMAIL = 254

/** @param form the fields that were sent; line ends count once, as in the browser */
export const draftOf = (form: URLSearchParams): Draft => ({
  message: (form.get('message') ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n').trim().toWellFormed(),
  email: (form.get('email') ?? '').replaceAll('\0', '').trim().toWellFormed(),
})

interface Sending {
  /** False where the visitor's network has sent its share. Asked for messages that may be sent, so that they alone count. */
  take: () => boolean
  /** The page that the visitor wrote on. */
  url: string
  articleId?: number
}

/** @returns the draft with its faults where it was not sent */
export async function sendMessage(visit: Visit, draft: Draft, sending: Sending): Promise<Refused | undefined> {
  const faults = faultsOf(visit, draft)
  if (Object.keys(faults).length > 0) return { state: 'wrong', status: 422, draft, faults }
  if (!sending.take()) return { state: 'wrong', status: 429, draft, faults: { form: visit.words.tooMany } }
  const { db, clock, site, mailDomain } = visit
  const { url, articleId } = sending
  await db.begin((tx) =>
    actWithin(
      tx,
      site.workspaceId,
      clock.now(),
      async (ctx) => {
        const from = { type: 'contact' as const, id: await leadOf(ctx, draft.email) }
        await begin(ctx, { from, body: escapeHtml(draft.message), url })
        if (articleId !== undefined) await countConversation(ctx.db, ctx.workspaceId, articleId)
      },
      { mailDomain },
    ),
  )
  return undefined
}

const faultsOf = ({ words }: Visit, { message, email }: Draft): Refused['faults'] => ({
  ...(message === '' && { message: words.messageEmpty }),
  ...(message.length > MAX_MESSAGE && { message: words.messageLong }),
  ...(email !== '' && (email.length > MAX_EMAIL || !EMAIL.test(email)) && { email: words.emailWrong }),
})

/** A lead of its own, never a known contact: nobody has shown that the address is theirs. */
async function leadOf(ctx: Ctx, email: string): Promise<string> {
  return (await insertLead(ctx, { email: email || null })).id
}
