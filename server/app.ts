/** The HTTP server: early refusals, the operations, and the answers to everything else. */
import type { IncomingMessage } from 'node:http'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { ChannelProvider } from './channels/provider.ts'
import type { Config } from './config.ts'
import type { Pool } from './db/pool.ts'
import { mountLanding } from './landing/mount.ts'
import { createMetrics } from './metrics/metrics.ts'
import { mountMetrics } from './metrics/mount.ts'
import { mountDocs } from './docs/mount.ts'
import { createAbsence } from './http/absent.ts'
import { checkAccept, isNotAcceptable, notAcceptableBody, type Accepting } from './http/accept.ts'
import { createAuthenticator } from './http/auth.ts'
import { parseBody } from './http/body.ts'
import { UPLOAD_MS, uploadOf, watchBodies } from './http/body-deadline.ts'
import { BODY_LIMIT } from './http/body-room.ts'
import { watchEarlyAnswers } from './http/early-answers.ts'
import { apiError, notFound, type ApiError } from './http/errors.ts'
import { asApiError, sendError } from './http/failure.ts'
import {
  answerOddRequests,
  answerParserError,
  checkForwarded,
  checkHeaders,
  dropForwardedPorts,
} from './http/malformed.ts'
import { mount } from './http/mount.ts'
import { mountFiles } from './files/serve.ts'
import { mountHealth } from './http/health.ts'
import { createRateLimiter } from './http/rate-limit.ts'
import { FORM, readForm } from './http/upload.ts'
import { requestIdOf } from './http/request-id.ts'
import { watchAnswers } from './http/request-log.ts'
import { allOperations, operations } from './operations.ts'
import type { Bell } from './events/bell.ts'
import type { Secrets } from './secrets.ts'
import { files, history } from './versions/index.ts'
import { assertNames } from './versions/names.ts'
import { mountStreams } from './resources/conversation-streams/serve.ts'
import { createDomains } from './resources/help-centers/site/domains.ts'
import { mountHelpCenterFeeds } from './resources/help-centers/site/feeds/mount.ts'
import { mountHelpCenterSite } from './resources/help-centers/site/mount.ts'
import { createHorizon } from './events/horizon.ts'
import { createStreams } from './events/sse.ts'
import { mountFinStream } from './resources/fin/serve-stream.ts'
import { itemModels, topics } from './webhooks/topics.ts'

assertNames(files, { operations, models: itemModels, topics })

export interface AppDeps {
  db: Pool
  clock: Clock
  log: Logger
  config: Pick<Config, 'limits'> &
    Partial<Pick<Config, 'publicUrl' | 'trustedProxies' | 'metricsToken' | 'reach' | 'mailDomain' | 'siteSearches'>>
  secrets?: Secrets
  /** Sends text messages to phones; only logged where this is not given. */
  channelProvider?: ChannelProvider
  bell?: Bell
  /** Time that a request may take to arrive, in ms. */
  requestMs?: number
}

/** Time that a request may take to arrive. */
const REQUEST_MS = 20_000

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { db, clock, log, config, secrets, channelProvider, bell, requestMs = REQUEST_MS } = deps
  const { limits, publicUrl, trustedProxies = [] } = config
  const domains = createDomains(db, trustedProxies, publicUrl)
  const app = fastify({
    rewriteUrl: (request) => domains.route(request),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    requestTimeout: Math.max(requestMs, UPLOAD_MS),
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerParserError(error, socket, unread),
    http: {
      requireHostHeader: false, // checkHeaders answers a missing one in the API's shape
      headersTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1000, requestMs / 4),
    },
    frameworkErrors: ({ code }, request, reply) => {
      reply.raw.once('finish', () => watch(request, reply))
      return fail(
        reply,
        code === 'FST_ERR_MAX_PARAM_LENGTH'
          ? notFound('resource')
          : apiError(400, 'bad_request', 'The path is not a valid URL'),
      )
    },
  })

  const metrics = createMetrics(db)
  const { watch, unread } = watchAnswers(app, log, metrics.count)
  watchBodies(app, requestMs, unread)

  const authenticator = await createAuthenticator(db, log, () => domains.load())
  app.addHook('onClose', () => authenticator.stop())
  const entry = {
    db,
    clock,
    log,
    history,
    authenticator,
    rateLimiter: createRateLimiter(limits),
    limits,
    publicUrl,
    ...(config.mailDomain && { mailDomain: config.mailDomain }),
    ...(config.reach && { reach: config.reach }),
    ...(secrets && { secrets }),
    ...(channelProvider && { channelProvider }),
    ...(bell && { bell }),
  }
  const absence = createAbsence(entry, history.operations)

  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/([\w.+-]+\+)?json\s*(;|$)/i,
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => parseBody(body),
  )
  app.addContentTypeParser(FORM, async (request: FastifyRequest, payload: IncomingMessage) => {
    const rule = uploadOf(request)
    if (!rule) throw wrongType()
    return readForm(payload, request.headers, rule)
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    // A body that says nothing of its type is read as JSON, the only type there is. Some clients give an empty one a type.
    if (body.length === 0 || request.headers['content-type'] === undefined) return parseBody(body)
    throw wrongType()
  })

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(EVERY_ANSWER)
    dropForwardedPorts(request.raw)
    checkHeaders(request.raw)
    if (trustedProxies.length > 0) checkForwarded(request)
    checkAccept(request.headers.accept, request.routeOptions.config as Accepting)
    // Answered here, no body is read that nobody wants.
    if (request.is404)
      return absence(request, reply).then((error) => {
        throw error
      })
    done()
  })
  app.setErrorHandler((error, _request, reply) => {
    if (isNotAcceptable(error)) {
      reply.request.errorCode = error.code
      return reply.code(406).type(JSON_TYPE).send(notAcceptableBody(error))
    }
    return fail(reply, asApiError(error, log, 'before routing'))
  })

  app.setNotFoundHandler((_request, reply) => fail(reply, notFound('resource')))

  answerOddRequests(app.server, unread)
  watchEarlyAnswers(app)
  mountHealth(app, db)
  mountMetrics(app, metrics, { token: config.metricsToken, publicUrl })
  mountLanding(app, db, publicUrl)
  mountFiles(app, db, clock)
  mountHelpCenterSite(app, { db, clock, log, publicUrl, mailDomain: config.mailDomain, searches: config.siteSearches })
  mountHelpCenterFeeds(app, { db, clock, publicUrl })
  const { look } = createHorizon()
  const serve = createStreams(app, { db, clock, bell, log, horizon: () => look(db) })
  mountStreams(app, { db }, serve)
  mountFinStream(app, { db, clock }, serve)
  mountDocs(app, publicUrl)
  mount(app, allOperations, entry)
  return app
}

const wrongType = () =>
  apiError(415, 'media_type_not_supported', 'The Content-Type header should send a media type of application/json')

const JSON_TYPE = 'application/json; charset=utf-8'

/** Names in lowercase: others are lowercased anew for each answer. */
const EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'max-age=0, private, must-revalidate',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Requests that reached no operation. */
function fail(reply: FastifyReply, error: ApiError) {
  const requestId = requestIdOf(reply.request.headers['x-request-id'])
  return sendError(reply.headers(EVERY_ANSWER).header('x-request-id', requestId), requestId, error)
}
