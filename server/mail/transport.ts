/** The way out of e-mails: a mail server (smtp.ts), or a mailbox on disk (mailbox.ts). */
import type { SendMailOptions } from 'nodemailer'

export interface Envelope {
  /** Bounces go there. */
  from: string
  to: string[]
}

/**
 * later: to be tried again, as after a 4xx answer or a lost connection. failed: refused for good. bounced: so is every
 * mail to the address.
 */
export interface Outcome {
  address: string
  state: 'sent' | 'later' | 'failed' | 'bounced'
  /** The words of the mail server. */
  answer: string
}

export interface MailTransport {
  /** @returns an outcome for each address of the envelope; it does not throw for answers of the mail server */
  send(name: string, envelope: Envelope, mail: SendMailOptions): Promise<Outcome[]>
  close(): void
}

/** A body or an attachment names files and addresses of the web only as text. */
export const SAFE = { disableFileAccess: true, disableUrlAccess: true }
