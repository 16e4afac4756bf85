/**
 * Answers that are given while the request's body is still coming: refusals, mostly. A connection that is closed with
 * bytes unread is reset, and the client loses the answer. So the answer is sent, but ends only when the rest of the body
 * has been read and dropped, within bounds. Connections that stay open need no such care: Node drops the rest itself,
 * until the deadline of the body.
 */
import { Socket } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, type Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/** The most that is dropped before a connection is closed, and for how long. */
const MOST = { bytes: 8 * 1024 ** 2, ms: 2000 }

const answeredEarly = new WeakSet<Duplex>()

/** True if the request whose body does not come to its end has had its answer, such as 401. */
export const isAnswered = (socket: Duplex): boolean => answeredEarly.has(socket)

export function watchEarlyAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    answeredEarly.delete(raw.socket)
    done()
  })
  app.addHook('onSend', ({ raw }, reply, payload, done) => {
    const closes = reply.getHeader('connection') === 'close' || !reply.raw.shouldKeepAlive
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!closes || !isText || !isComing(raw)) return done(null, payload)
    reply.header('content-length', Buffer.byteLength(payload))
    done(null, Readable.from(endLate(payload, raw)))
  })
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete && raw.socket) answeredEarly.add(raw.socket)
    done()
  })
}

/** True if the request announces a body, its end has not been read, and it comes over a connection. */
const isComing = ({ headers, complete, socket }: IncomingMessage): boolean =>
  !complete &&
  socket instanceof Socket &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)

async function* endLate(payload: string | Buffer, request: IncomingMessage) {
  yield payload
  await drop(request)
}

/** Sends an answer whose headers tell its length, and that the connection is closed. */
export async function endAfterBody(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
  response.write(body)
  if (isComing(request)) await drop(request)
  response.end()
}

/** Reads what is left of a body, until it has ended, its client has left, or too much has come. */
async function drop(request: IncomingMessage): Promise<void> {
  answeredEarly.add(request.socket)
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, MOST.ms)
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    if ((bytes += chunk.length) > MOST.bytes) resolve()
  })
  request.once('end', resolve).once('close', resolve)
  // A reader that stopped would hold it up.
  request.unpipe().resume()
  await promise
  clearTimeout(timer)
}
