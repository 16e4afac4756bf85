/** Sends a request to an address that somebody gave, and reads the whole answer, up to a limit of decoded bytes. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { pipeline, type Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { explain, open, type Outgoing } from './open.ts'

export interface ExchangeOptions extends Omit<Outgoing, 'signal'> {
  /** For the whole exchange: look-up, connection, headers and body. */
  timeoutMs: number
  /** The most bytes of the decoded answer; one that is longer is a failure. */
  mostBytes: number
}

/** `address`: it is refused; `connection`: no answer came; `time`: not in time; `answer`: it cannot be read. */
export type Failure = 'address' | 'connection' | 'time' | 'answer'

export type Exchange =
  | { status: number; headers: IncomingHttpHeaders; body: Buffer; failure: null; error: null }
  | { status: number | null; body: null; failure: Failure; error: string }

/** The other side names one of them, or anything. */
const DECODERS = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

export async function exchange(url: URL, { timeoutMs, mostBytes, ...request }: ExchangeOptions): Promise<Exchange> {
  const signal = AbortSignal.timeout(timeoutMs)
  let status: number | null = null
  try {
    const response = await open(url, { ...request, signal })
    status = response.statusCode!
    const body = await read(response, mostBytes)
    return { status, headers: response.headers, body, failure: null, error: null }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const known = (failure: Failure, text: string): Exchange => ({ status, body: null, failure, error: text })
    // A body that is cut off by the deadline says only that it was cut off.
    if (signal.aborted) return known('time', 'no answer came in time')
    if (status !== null) return known('answer', UNREADABLE[code.split('_')[0]!] ?? UNREADABLE['CUT']!)
    return known(code.startsWith('NOT_') ? 'address' : 'connection', explain(error as NodeJS.ErrnoException))
  }
}

/** By the beginning of the error's code. */
const UNREADABLE: Record<string, string> = {
  TOO: 'the answer is too long',
  Z: 'the answer could not be decoded',
  ERR: 'the answer could not be decoded',
  CUT: 'the connection was closed before the answer ended',
}

function read(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const decoder = DECODERS.get(response.headers['content-encoding']?.toLowerCase() ?? '')?.()
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    let length = 0
    // An error of either stream destroys the other, and with it the connection.
    const source = decoder ? pipeline(response, decoder, (error) => error && fail(error)) : response
    source.on('error', fail)
    source.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > mostBytes) {
        fail(Object.assign(new Error('too long'), { code: 'TOO_LONG' }))
        response.destroy()
      } else chunks.push(chunk)
    })
    source.on('end', () => done(Buffer.concat(chunks)))
    source.on('close', () => fail(Object.assign(new Error('closed'), { code: 'CUT' })))
  })
}
