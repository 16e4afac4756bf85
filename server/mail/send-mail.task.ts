/**
 * Sends a mail to the recipients who do not have it yet. Recipients whom the mail server puts off are tried again, in
 * growing pauses and under the same Message-ID; one that was settled is left alone. Nothing is sent to an address that
 * has bounced.
 */
import type { MailRecipientsRow } from '../db/types/mail_recipients.ts'
import type { AttachmentWire } from '../files/attachment.ts'
import { hasPending } from '../files/fetch-queries.ts'
import type { Task, TaskDeps } from '../queue/task.ts'
import { bounceAddress, isMailable } from './addresses.ts'
import { compose } from './compose.ts'
import { enqueueSending, SEND_MAIL } from './new-mail.ts'
import { nextAttempt } from './pauses.ts'
import {
  countAttempt,
  findMail,
  listRecipients,
  markBounced,
  skipBounced,
  updateRecipient,
  type MailRow,
} from './queries.ts'
import type { MailTransport, Outcome } from './transport.ts'

export interface SendMailPayload {
  workspace_id: number
  mail_id: number
}

export const sendMail: Task = {
  name: SEND_MAIL,
  async run(deps, { workspace_id, mail_id }: SendMailPayload) {
    const { db, mail: transport } = deps
    if (!transport) throw new Error('this server has no way out for e-mails')
    await skipBounced(db, workspace_id, mail_id, deps.clock.now())
    const [mail, recipients] = await Promise.all([
      findMail(db, workspace_id, mail_id),
      listRecipients(db, workspace_id, mail_id),
    ])
    const waiting = recipients.filter(({ state }) => state === 'queued')
    if (!mail || waiting.length === 0) return
    const next = await nextLook(deps, mail)
    if (next) return enqueueSending({ db, workspaceId: workspace_id }, mail_id, next)
    await settle(deps, mail, waiting, await send(deps, transport, mail, recipients, waiting))
  },
}

async function send(
  { db }: TaskDeps,
  transport: MailTransport,
  mail: MailRow,
  recipients: MailRecipientsRow[],
  waiting: MailRecipientsRow[],
): Promise<Outcome[]> {
  const addresses = [...new Set(waiting.map(({ address }) => address))]
  const to = addresses.filter(isMailable)
  const bad = addresses.filter((address) => !isMailable(address))
  const outcomes: Outcome[] = bad.map((address) => ({ address, state: 'bounced', answer: NO_ADDRESS }))
  if (to.length === 0) return outcomes
  const envelope = { from: bounceAddress(mail.app_id, mail.reply_token, mail.mail_domain), to }
  const name = `${mail.created_at.toISOString().replaceAll(/[:.]/g, '-')}-${mail.app_id}-${mail.id}`
  return [...outcomes, ...(await transport.send(name, envelope, await compose(db, mail, recipients)))]
}

/** The answer that a mail server would give. */
const NO_ADDRESS = '553 5.1.3 No e-mail can be sent to this address'

/** Seconds for which a mail waits for its attachments, looking again after a few of them. */
const PATIENCE = { whole: 30, step: 3 }

/** When to look again, while attachments of the mail are being fetched. */
async function nextLook({ db, clock }: TaskDeps, mail: MailRow): Promise<Date | undefined> {
  const urls = (mail.attachments as AttachmentWire[]).map(({ url }) => url)
  const now = clock.now().getTime()
  if (urls.length === 0 || mail.thread_id === null || now > mail.created_at.getTime() + PATIENCE.whole * 1000) return
  if (await hasPending(db, mail.workspace_id, mail.thread_id, urls)) return new Date(now + PATIENCE.step * 1000)
}

/** In one transaction, with the job of the next attempt. */
async function settle(
  { db, clock }: TaskDeps,
  mail: MailRow,
  waiting: MailRecipientsRow[],
  outcomes: Outcome[],
): Promise<void> {
  const now = clock.now()
  const { workspace_id, id } = mail
  const next = nextAttempt(mail.attempts + 1, mail.created_at, now)
  await db.begin(async (tx) => {
    await countAttempt(tx, workspace_id, id)
    const settled = waiting.map(({ position, address }) => {
      const { state, answer } = outcomes.find((outcome) => outcome.address === address)!
      const kept = state !== 'later' ? state : next ? ('queued' as const) : ('failed' as const)
      return { position, state: kept, answer }
    })
    const bounced = settled.filter(({ state }) => state === 'bounced').map(({ position }) => position)
    // Contacts before recipients, as a merge takes them. One that was waited for has moved recipients to its contact.
    if (bounced.length > 0) for (let look = 0; look < 2; look++) await markBounced(tx, workspace_id, id, bounced, now)
    for (const { position, ...outcome } of settled) await updateRecipient(tx, workspace_id, id, position, outcome, now)
    if (next && outcomes.some(({ state }) => state === 'later'))
      await enqueueSending({ db: tx, workspaceId: workspace_id }, id, next)
  })
}
