/**
 * An answer of an admin leaves as an e-mail where the conversation or the ticket is one by e-mail, or where the workspace wants
 * copies of all answers. The bot's answers do not, and neither do those that are dated back: they were said elsewhere.
 */
import type { Ctx } from '../../context.ts'
import type { AttachmentWire } from '../../files/attachment.ts'
import { addMail } from '../../mail/new-mail.ts'
import { isBot, type Actor } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { listMailable } from './customer-queries.ts'

interface Answer {
  /** HTML as it is kept. */
  body: string
  attachments: AttachmentWire[]
  at: Date
  /** The part that it is; none where it cannot be told any more. */
  partId: number | undefined
}

export async function mailReply(
  ctx: Ctx,
  thread: ThreadRow,
  admin: Actor,
  { body, attachments, at, partId }: Answer,
): Promise<void> {
  const isMailed = thread.source_type === 'email' || ctx.workspace.email_copies
  if (!isMailed || isBot(admin) || at < ctx.now) return
  const contacts = await listMailable(ctx.db, ctx.workspaceId, thread.contact_ids)
  await addMail(ctx, {
    sender: admin,
    subject: subjectOf(ctx, thread),
    body,
    attachments,
    recipients: contacts.map(({ id, name, email }, place) => ({
      kind: place === 0 ? 'to' : 'cc',
      contact_id: id,
      name,
      address: email,
      state: 'queued',
    })),
    about: { thread_id: thread.id, ...(partId !== undefined && { part_id: partId }) },
  })
}

/** Answers keep the subject of the mail that began the conversation, marked once as an answer. */
function subjectOf({ workspace }: Ctx, { source_subject, title }: ThreadRow): string {
  const subject = source_subject || title || `Your conversation with ${workspace.name}`
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`
}
