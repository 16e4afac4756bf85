/** Runs before the body is read: the token, so that nobody without one makes the server keep anything; room for the body. */
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { unmapped } from '../networks.ts'
import type { Access, Authenticator } from './auth.ts'
import { isUpload, uploadOf } from './body-deadline.ts'
import { createBodyRoom } from './body-room.ts'
import { apiError } from './errors.ts'
import { asApiError, sendError } from './failure.ts'
import type { RateLimiter } from './rate-limit.ts'
import { requestIdOf } from './request-id.ts'
import { checkLength, createUploadSlots } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Workspace and admin of the token. */
    access: Access | undefined
  }
}

interface Deps {
  authenticator: Authenticator
  rateLimiter: RateLimiter
  clock: Clock
  log: Logger
}

type Read = (error: null, body: Readable) => void

const notAdmitted = (address: string) =>
  apiError(403, 'forbidden', `Your IP (${unmapped(address)}) is not on the allowlist of this workspace`)

/** The hooks of a route whose handler counts on `request.access` and the answer's `X-Request-Id`. */
export function beforeBody(app: FastifyInstance, { authenticator, rateLimiter, clock, log }: Deps) {
  if (!app.hasRequestDecorator('access')) app.decorateRequest('access', undefined)
  const room = createBodyRoom()
  const uploads = createUploadSlots()
  const enter = (request: FastifyRequest, access: Access) => {
    if (!access.admits(request.ip)) throw notAdmitted(request.ip)
    request.access = access
    request.workspaceCode = access.workspace.app_id
  }
  return {
    /** Calls back at once where the token is in the cache, and never where the request was refused. */
    onRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
      const requestId = requestIdOf(request.headers['x-request-id'])
      reply.header('x-request-id', requestId)
      const refuse = (cause: unknown) => {
        reply.headers(rateLimiter.whole(clock.now()))
        sendError(reply, requestId, asApiError(cause, log, requestId))
      }
      const letIn = (access: Access) => {
        try {
          enter(request, access)
        } catch (cause) {
          return refuse(cause)
        }
        done()
      }
      let access: Access | Promise<Access>
      try {
        access = authenticator.authenticate(request.headers.authorization, request.ip)
      } catch (cause) {
        return refuse(cause)
      }
      if (access instanceof Promise) access.then(letIn, refuse)
      else letIn(access)
    },
    /** Calls back at once, so that the body has its reader before a part of it is refused. */
    preParsing(request: FastifyRequest, reply: FastifyReply, body: Readable, done: Read) {
      // A slot or room that is taken for a client who left meanwhile would never be given back.
      if (reply.raw.closed) throw apiError(400, 'bad_request', 'The connection was closed')
      const { id } = request.access!.workspace
      if (!isUpload(request)) return done(null, room.take(id, request, reply, body))
      // It goes to the disk.
      checkLength(request.headers, uploadOf(request)!)
      uploads.take(id, reply)
      done(null, body)
    },
  }
}
