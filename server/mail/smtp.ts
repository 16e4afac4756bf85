/** Sends by SMTP. The answers of the mail server become an outcome for each recipient. */
import { createTransport } from 'nodemailer'
import { canonical } from './addresses.ts'
import { isHardBounce, type Refusal } from './bounces.ts'
import { SAFE, type Envelope, type MailTransport, type Outcome } from './transport.ts'

/** A stalled server holds up one job no longer than this. */
const LIMITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

type SmtpError = Error & Refusal & { code?: string; rejectedErrors?: Refusal[] }

export function openSmtp(url: string): MailTransport {
  const transport = createTransport({ url, pool: true, maxConnections: 4, ...LIMITS })
  return {
    async send(_name, envelope, mail) {
      try {
        const { rejectedErrors = [], response } = await transport.sendMail({
          ...mail,
          ...SAFE,
          // Texts would be read as lists of addresses: one with a comma would go to another one.
          envelope: { from: envelope.from, to: envelope.to.map((address) => ({ name: '', address })) },
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
  const refusal = refusals.find(({ recipient = '' }) => canonical(recipient) === canonical(address))
  if (!refusal) return { address, ...otherwise }
  const answer = wordsOf(refusal)
  if (!isPermanent(refusal)) return { address, state: 'later', answer }
  return { address, state: isHardBounce(refusal) ? 'bounced' : 'failed', answer }
}

/** The mail server wants this server to log in, or to do so in another way. */
const LOGIN = new Set([530, 534, 535, 538])

const isPermanent = ({ responseCode = 0 }: Refusal): boolean => responseCode >= 500 && !LOGIN.has(responseCode)

/**
 * A 5xx answer to the mail itself is final. One to the greeting or to the login is about this server, not about the
 * mail. An address that the mail server cannot take is refused before anything is sent.
 */
const isFinal = (error: SmtpError): boolean =>
  error.responseCode === undefined
    ? error.code === 'EENVELOPE'
    : isPermanent(error) && ['MAIL FROM', 'RCPT TO', 'DATA'].includes(error.command ?? '')

const wordsOf = ({ response, message }: Refusal): string => (response ?? message ?? 'no answer').slice(0, 500)
