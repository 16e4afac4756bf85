/** Chooses the way out of e-mails by the configuration. */
import { openMailbox } from './mailbox.ts'
import { openSmtp } from './smtp.ts'
import type { MailTransport } from './transport.ts'

export const openTransport = ({ smtpUrl, dataDir }: { smtpUrl: string | undefined; dataDir: string }): MailTransport =>
  smtpUrl === undefined ? openMailbox(dataDir) : openSmtp(smtpUrl)
