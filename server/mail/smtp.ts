/** Sends by SMTP. The answers of the mail server become an outcome for each recipient. */
import { createTransport } from 'nodemailer'
import { SAFE, type Envelope, type MailTransport, type Outcome } from './transport.ts'

/** A stalled server holds up one job no longer than this. */
const LIMITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

interface Refusal {
  recipient?: string
  responseCode?: number
  response?: string
  message?: string
}

type SmtpError = Error & Refusal & { code?: string; command?: string; rejectedErrors?: Refusal[] }

export function openSmtp(url: string): MailTransport {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...LIMITS })
  return {
    async send(_name, envelope, mail) {
      try {
        const { rejectedErrors = [], response } = await transport.sendMail({
          ...mail,
          ...SAFE,
          envelope: { ...envelope },
        })
        return envelope.to.map((address) =>
          outcomeOf(address, rejectedErrors as Refusal[], { state: 'sent', answer: response }),
        )
      } catch (error) {
        return refusedAll(envelope, error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

function refusedAll({ to }: Envelope, error: SmtpError): Outcome[] {
  const about = { state: isFinal(error) ? ('failed' as const) : ('later' as const), answer: wordsOf(error) }
  return to.map((address) => outcomeOf(address, error.rejectedErrors ?? [], about))
}

function outcomeOf(address: string, refusals: Refusal[], otherwise: Omit<Outcome, 'address'>): Outcome {
  const refusal = refusals.find(({ recipient }) => recipient?.toLowerCase() === address.toLowerCase())
  if (!refusal) return { address, ...otherwise }
  const answer = wordsOf(refusal)
  return isPermanent(refusal)
    ? { address, state: 'failed', bounced: true, answer }
    : { address, state: 'later', answer }
}

const isPermanent = ({ responseCode }: Refusal): boolean => responseCode !== undefined && responseCode >= 500

/**
 * A 5xx answer to the mail itself is final. One to the greeting or to the login is about this server, not about the
 * mail. An address that the mail server cannot take (no SMTPUTF8) is refused before anything is sent.
 */
const isFinal = (error: SmtpError): boolean =>
  error.responseCode === undefined
    ? error.code === 'EENVELOPE'
    : isPermanent(error) && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(error.command ?? '')

const wordsOf = ({ response, message }: Refusal): string => (response ?? message ?? 'no answer').slice(0, 500)
