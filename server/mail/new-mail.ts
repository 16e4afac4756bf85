/**
 * E-mails leave through this folder. A write adds the mail in its own transaction, and a job with it; the job sends it
 * to each recipient once (send-mail.task.ts), by SMTP or into a mailbox on disk (transport.ts).
 *
 *   await addMail(ctx, { sender, subject, body, recipients, about: { source_id: message.id } })
 */
import type { Ctx } from '../context.ts'
import type { AttachmentWire } from '../files/attachment.ts'
import { enqueue } from '../queue/enqueue.ts'
import { newToken, oneLine } from './addresses.ts'
import { findSenderAddress, insertMail, type NewRecipient } from './queries.ts'

export interface NewMail {
  sender: { id: number; name: string | null }
  subject: string
  /** HTML as it is kept. */
  body: string
  attachments?: AttachmentWire[]
  recipients: NewRecipient[]
  /** The message that it brings, or the conversation and the part. */
  about: { source_id?: number; thread_id?: number; part_id?: number }
}

export const SEND_MAIL = 'send_mail'

/** One job for each mail: a retry takes its place. */
export const enqueueSending = (ctx: Pick<Ctx, 'db' | 'workspaceId'>, mailId: number, runAt: Date): Promise<void> =>
  enqueue(
    ctx.db,
    SEND_MAIL,
    { workspace_id: ctx.workspaceId, mail_id: mailId },
    { runAt, key: `mail:${ctx.workspaceId}:${mailId}` },
  )

/** @returns the id, or undefined where nobody can be written to */
export async function addMail(ctx: Ctx, mail: NewMail): Promise<number | undefined> {
  const { db, workspaceId, workspace, mailDomain } = ctx
  if (mail.recipients.length === 0) return undefined
  const own = await findSenderAddress(db, workspaceId, mail.about.thread_id)
  const id = await insertMail(
    db,
    workspaceId,
    {
      message_id: `${newToken()}@${mailDomain}`,
      reply_token: newToken(),
      source_id: mail.about.source_id ?? null,
      thread_id: mail.about.thread_id ?? null,
      part_id: mail.about.part_id ?? null,
      from_name: oneLine(mail.sender.name ?? workspace.name),
      from_address: own ?? `${workspace.app_id}@${mailDomain}`,
      mail_domain: mailDomain,
      subject: oneLine(mail.subject),
      body: mail.body,
      attachments: mail.attachments ?? [],
      created_at: ctx.now,
    },
    mail.recipients,
  )
  if (mail.recipients.some(({ state }) => state === 'queued')) await enqueueSending(ctx, id, ctx.now)
  return id
}
