/**
 * Cuts requests whose body does not come to its end in time. Node has one deadline for all requests, which the slowest
 * kind needs: uploads of files. All others have this one. An upload may pause no longer than that, nor come so slowly
 * that it holds its slot for nothing.
 */
import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Unread } from './request-log.ts'
import { answerParserError } from './malformed.ts'
import { isForm, type UploadRule } from './upload.ts'

/** Time that an upload may take to arrive. */
export const UPLOAD_MS = 600_000

export function watchBodies(app: FastifyInstance, requestMs: number, tell: (unread: Unread) => void): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request)) (isUpload(request) ? cutSlow : cutAfter)(requestMs, request, tell)
    done()
  })
}

const hasBody = ({ headers }: FastifyRequest) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** True if an operation takes the request's form. */
export const isUpload = (request: FastifyRequest): boolean =>
  uploadOf(request) !== undefined && isForm(request.headers['content-type'])

export const uploadOf = (request: FastifyRequest): UploadRule | undefined =>
  (request.routeOptions.config as { upload?: UploadRule }).upload

function cutAfter(ms: number, { raw }: FastifyRequest, tell: (unread: Unread) => void): void {
  const timer = setTimeout(() => cut(raw, tell), ms)
  timer.unref()
  raw.once('end', () => clearTimeout(timer))
}

const LOOKS = 8
/** The fewest bytes a second of an upload, averaged over the time that it may pause. */
const LEAST_RATE = 10_000

function cutSlow(ms: number, { raw }: FastifyRequest, tell: (unread: Unread) => void): void {
  const least = (LEAST_RATE * ms) / 1000
  /** Bytes that had come by each of the last looks, the oldest first. They span the time of a pause. */
  let seen = [raw.socket.bytesRead]
  const timer = setInterval(() => {
    const { bytesRead } = raw.socket
    // Bytes that wait for the server's own disk are no delay of the client.
    if (raw.readableLength > 0) seen = []
    seen.push(bytesRead)
    if (seen.length <= LOOKS) return
    if (bytesRead - seen.shift()! < least) {
      clearInterval(timer)
      cut(raw, tell)
    }
  }, ms / LOOKS)
  timer.unref()
  raw.once('close', () => clearInterval(timer))
}

function cut(raw: IncomingMessage, tell: (unread: Unread) => void): void {
  const late = Object.assign(new Error('the body did not come in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  // A request without a connection came from a test.
  if (!raw.complete && raw.socket instanceof Socket) answerParserError(late, raw.socket, tell)
}
