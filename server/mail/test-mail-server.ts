/** A mail server for tests on a free port: keeps what it takes, and refuses what a test says. */
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export interface TakenMail {
  from: string
  to: string[]
  raw: string
}

type Refusal = { code: number; text: string }

export interface TestMailServer {
  url: string
  taken: TakenMail[]
  /** Refuses recipients and whole mails from now on. */
  refuse: { recipients: Map<string, Refusal>; data?: Refusal | 'hang up' | undefined }
  close(): Promise<void>
}

const asError = ({ code, text }: Refusal) => Object.assign(new Error(text), { responseCode: code })

export async function startMailServer(): Promise<TestMailServer> {
  const taken: TakenMail[] = []
  const refuse: TestMailServer['refuse'] = { recipients: new Map() }
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = refuse.recipients.get(address)
      done(refusal ? asError(refusal) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const mail = { ...envelopeOf(session), raw: Buffer.concat(chunks).toString('utf8') }
        if (refuse.data === 'hang up') {
          // The mail was read to its last dot, and no answer follows.
          taken.push(mail)
          for (const socket of sockets) socket.destroy()
        } else if (refuse.data) done(asError(refuse.data))
        else {
          taken.push(mail)
          done()
        }
      })
    },
  })
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('error', () => {}) // a client that is cut off
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

const envelopeOf = ({ envelope }: SMTPServerSession) => ({
  from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
  to: envelope.rcptTo.map(({ address }) => address),
})

/** The headers of a mail by their names in small letters, unfolded; each as often as it stands there. */
export function headersOf({ raw }: TakenMail): Record<string, string[]> {
  const headers: Record<string, string[]> = {}
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  for (const line of head.split('\r\n')) {
    const at = line.indexOf(':')
    ;(headers[line.slice(0, at).toLowerCase()] ??= []).push(line.slice(at + 1).trim())
  }
  return headers
}
