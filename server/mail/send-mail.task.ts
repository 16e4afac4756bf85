/**
 * Sends a mail to the recipients who do not have it yet. Recipients whom the mail server puts off are tried again, in
 * growing pauses and under the same Message-ID; one that was settled is left alone.
 */
import type { MailRecipientsRow } from '../db/types/mail_recipients.ts'
import type { AttachmentWire } from '../files/attachment.ts'
import { hasPending } from '../files/fetch-queries.ts'
import type { Task, TaskDeps } from '../queue/task.ts'
import { bounceAddress } from './addresses.ts'
import { compose } from './compose.ts'
import { enqueueSending, SEND_MAIL } from './new-mail.ts'
import { nextAttempt } from './pauses.ts'
import { countAttempt, findMail, listRecipients, markBounced, updateRecipient, type MailRow } from './queries.ts'
import type { Outcome } from './transport.ts'

export interface SendMailPayload {
  workspace_id: number
  mail_id: number
}

export const sendMail: Task = {
  name: SEND_MAIL,
  async run(deps, { workspace_id, mail_id }: SendMailPayload) {
    const { db, mail: transport } = deps
    if (!transport) throw new Error('this server has no way out for e-mails')
    const [mail, recipients] = await Promise.all([
      findMail(db, workspace_id, mail_id),
      listRecipients(db, workspace_id, mail_id),
    ])
    const waiting = recipients.filter(({ state }) => state === 'queued')
    if (!mail || waiting.length === 0) return
    const next = await nextLook(deps, mail)
    if (next) return enqueueSending({ db, workspaceId: workspace_id }, mail_id, next)
    const envelope = {
      from: bounceAddress(mail.app_id, mail.reply_token, mail.mail_domain),
      to: [...new Set(waiting.map(({ address }) => address))],
    }
    const name = `${mail.created_at.toISOString().replaceAll(/[:.]/g, '-')}-${mail.app_id}-${mail.id}`
    const outcomes = await transport.send(name, envelope, await compose(db, mail, recipients))
    await settle(deps, mail, waiting, outcomes)
  },
}

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
    for (const { position, contact_id, address } of waiting) {
      const { state, bounced, answer } = outcomes.find((outcome) => outcome.address === address)!
      const kept = state !== 'later' ? state : next ? 'queued' : 'failed'
      await updateRecipient(tx, workspace_id, id, position, { state: kept, answer }, now)
      if (bounced && contact_id !== null) await markBounced(tx, workspace_id, contact_id, address, now)
    }
    if (next && outcomes.some(({ state }) => state === 'later'))
      await enqueueSending({ db: tx, workspaceId: workspace_id }, id, next)
  })
}
