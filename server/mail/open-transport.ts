/** Chooses the way out of e-mails by the configuration. */
import { openMailbox } from './mailbox.ts'
import type { MailTransport } from './transport.ts'

interface Options {
  smtpUrl: string | undefined
  dataDir: string
}

/** A server without a mail server loads the library with its first mail. @throws where the URL cannot be used */
export async function openTransport({ smtpUrl, dataDir }: Options): Promise<MailTransport> {
  if (smtpUrl === undefined) return openMailbox(dataDir)
  const { openSmtp } = await import('./smtp.ts')
  return openSmtp(smtpUrl)
}
