/**
 * One line a request: which operation, how it ended, for whom. The request's path, query, headers and body are left
 * out, since they contain tokens and personal data. Metrics get the same facts about each answer.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { REQUEST } from '../log.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The app_id of the workspace that the token opened; empty where none did. */
    workspaceCode: string
    /** The code of the error that was answered; empty where none was. */
    errorCode: string
  }
}

export interface Answered {
  method: string
  /** As the reference writes it, such as `/contacts/{contact_id}`; `(none)` where no route has the path. */
  path: string
  status: number
  ms: number
}

/** An answer to bytes that are no request, or not a whole one: by Node's HTTP parser or its deadlines. */
export interface Unread {
  status: number
  code: string
  requestId: string
  /** Node's code of the error, such as HPE_INVALID_METHOD. */
  reason?: string | undefined
}

export interface Watcher {
  /** To be called for an answer that no hook hears of. */
  watch(request: FastifyRequest, reply: FastifyReply): void
  unread(unread: Unread): void
}

/** @param tell told of every answer */
export function watchAnswers(app: FastifyInstance, log: Logger, tell: (answered: Answered) => void): Watcher {
  app.decorateRequest('workspaceCode', '')
  app.decorateRequest('errorCode', '')
  const isLogged = log.isLevelEnabled('info')
  /** By the address of a route, worked out once each. */
  const templates = new Map<string | undefined, string>([[undefined, '(none)']])
  const templateOf = (url: string | undefined): string => {
    let template = templates.get(url)
    if (template === undefined) templates.set(url, (template = url!.replaceAll(/:(\w+)/g, '{$1}')))
    return template
  }
  const watch: Watcher['watch'] = (request, reply) => {
    const answered = answeredBy(request, reply, templateOf(request.routeOptions.url))
    tell(answered)
    if (isLogged) log.info(lineOf(answered, request, reply), REQUEST)
  }
  app.addHook('onResponse', (request, reply, done) => {
    watch(request, reply)
    done()
  })
  return {
    watch,
    unread({ status, code, requestId, reason }) {
      tell({ ...NOT_READ, status, ms: 0 })
      if (isLogged) log.info({ ...NOT_READ, status, requestId, code, reason }, REQUEST)
    },
  }
}

const NOT_READ = { method: '(none)', path: '(none)' }

const answeredBy = (request: FastifyRequest, reply: FastifyReply, path: string): Answered => ({
  method: request.method,
  path,
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime * 10) / 10,
})

const lineOf = (answered: Answered, request: FastifyRequest, reply: FastifyReply) => ({
  ...answered,
  version: reply.getHeader('intercom-version'),
  workspace: request.workspaceCode || undefined,
  requestId: reply.getHeader('x-request-id'),
  code: request.errorCode || undefined,
})
