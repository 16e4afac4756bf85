/** Headers and content of a mail as it leaves. Mails are built from public words only. */
import { escapeHtml, bodyToText } from '../html.ts'
import { fileAt, type AttachmentWire } from '../files/attachment.ts'
import { findFetched } from '../files/fetch-queries.ts'
import { findFile } from '../files/queries.ts'
import type { Db } from '../db/pool.ts'
import type { MailRecipientsRow } from '../db/types/mail_recipients.ts'
import type { SendMailOptions } from 'nodemailer'
import { isMailable, oneLine, replyAddress } from './addresses.ts'
import { listReferences, type MailRow } from './queries.ts'

export async function compose(db: Db, mail: MailRow, recipients: MailRecipientsRow[]): Promise<SendMailOptions> {
  const [references, { files, links }] = await Promise.all([
    listReferences(db, mail.workspace_id, mail),
    readAttachments(db, mail),
  ])
  const html = mail.body + links.map(linkTo).join('')
  const shown = (kind: string) =>
    recipients
      .filter(({ kind: of, state, address }) => of === kind && state !== 'skipped' && isMailable(address))
      .map(({ name, address }) => ({ name: oneLine(name ?? ''), address }))
  const ids = references.map((id) => `<${id}>`)
  const cc = shown('cc')
  return {
    from: { name: mail.from_name, address: mail.from_address },
    to: shown('to'),
    ...(cc.length > 0 && { cc }),
    replyTo: { name: mail.from_name, address: replyAddress(mail.app_id, mail.reply_token, mail.mail_domain) },
    subject: oneLine(mail.subject),
    messageId: `<${mail.message_id}>`,
    ...(ids.length > 0 && { inReplyTo: ids.at(-1)!, references: ids }),
    date: mail.created_at,
    html,
    text: bodyToText(html),
    attachments: files,
  }
}

const linkTo = ({ name, url }: AttachmentWire) => `<p><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></p>`

/** Files that are kept here are attached; addresses that could not be fetched are links. */
async function readAttachments(db: Db, mail: MailRow) {
  const links: AttachmentWire[] = []
  const files: { filename: string; content: Buffer; contentType: string; contentDisposition: 'attachment' }[] = []
  for (const attachment of mail.attachments as AttachmentWire[]) {
    const file = await findAttached(db, mail, attachment.url)
    if (file)
      files.push({
        filename: oneLine(file.name),
        content: file.bytes,
        contentType: file.content_type,
        contentDisposition: 'attachment',
      })
    else links.push(attachment)
  }
  return { files, links }
}

async function findAttached(db: Db, { workspace_id, thread_id, app_id }: MailRow, url: string) {
  const named = fileAt(url)
  const file = named && (await findFile(db, app_id, named.id))
  if (file && file.secret === named.secret) return file
  return thread_id === null ? undefined : findFetched(db, workspace_id, thread_id, url)
}
