/**
 * The public help center, `/help/{center}/{locale}`: pages for anybody, without a token, complete without a script.
 * A page is a function from a visit to an answer; `routes.ts` lists their addresses. `place.ts` finds the help center of
 * a request, `visible.ts` has the one rule about what a visitor sees, `../addresses.ts` the addresses of pages.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../../../clock.ts'
import type { Pool } from '../../../db/pool.ts'
import { ApiError, apiError } from '../../../http/errors.ts'
import { asApiError, sendError } from '../../../http/failure.ts'
import { requestIdOf } from '../../../http/request-id.ts'
import { homeAddress } from '../addresses.ts'
import { findAsset } from './assets.ts'
import { isForeign } from './foreign.ts'
import { createForeignLog } from './foreign-log.ts'
import { createLimit } from './limit.ts'
import { missingPage } from './missing.ts'
import { settle } from './moved/settle.ts'
import { sendOutside, wantsPage } from './outside.ts'
import { findSite } from './place.ts'
import { preferredLanguage } from './preferred-language.ts'
import { forms, pages, type Show, type SiteRequest, type SiteRoute } from './routes.ts'
import { questionOf, suggestions } from './search.ts'
import { sendAnswer, sendFile } from './send.ts'
import { createViewCounter } from './views.ts'
import { tooManySearchesPage } from './too-many.ts'
import type { Visit } from './visit.ts'
import { wordsOf } from './words/words.ts'

interface SiteDeps {
  db: Pool
  clock: Clock
  log: Logger
  /** The address by which clients know the server, where the configuration names one. */
  publicUrl?: string | undefined
  mailDomain?: string | undefined
  /** Searches of a network in a minute; as many as it likes where not given. */
  searches?: number | undefined
}

const ROOT = '/help/:center'
const FORM_LIMIT = 64 * 1024
const FORM_TYPE = 'application/x-www-form-urlencoded'

export function mountHelpCenterSite(app: FastifyInstance, deps: SiteDeps): void {
  const { db, clock, log, publicUrl, mailDomain, searches = Infinity } = deps
  const config = { anyAccept: true }
  const views = createViewCounter(db, log)
  const limit = createLimit({ most: searches, windowMs: 60_000 })
  const tellForeign = createForeignLog(log, clock, publicUrl)
  app.addHook('onClose', () => views.flush())

  const siteOf = (request: SiteRequest) => findSite(db, request.params.center, request, publicUrl)

  /** The visit that a request makes; `undefined` where there is no help center. */
  async function visitOf(request: SiteRequest): Promise<(Visit & { isKnown: boolean }) | undefined> {
    const site = await siteOf(request)
    if (!site) return undefined
    const { locale = '' } = request.params
    const isKnown = site.center.locales.includes(locale)
    const spoken = isKnown ? locale : site.center.locales[0]!
    const searchesOf = {
      take: () => limit.take(request.ip),
      secondsLeft: () => limit.secondsLeft(request.ip),
    }
    return { db, clock, mailDomain, site, locale: spoken, words: wordsOf(spoken), searches: searchesOf, isKnown }
  }

  async function answer(request: SiteRequest, reply: FastifyReply, show: Show) {
    const visit = await visitOf(request)
    if (!visit) return sendNowhere(request, reply)
    const shown = await (visit.isKnown ? show : missingPage)(visit, request)
    return sendAnswer(request, reply, visit, await settle(visit, request, shown))
  }

  app.register(async (site) => {
    site.setErrorHandler((error, request, reply) => {
      const requestId = requestIdOf(request.headers['x-request-id'])
      const failure = asApiError(error, log, requestId)
      reply.header('X-Request-Id', requestId)
      if (!wantsPage(request)) return sendError(reply, requestId, failure)
      request.errorCode = failure.code
      return sendOutside(reply.headers(failure.headers), failure.status, (request as SiteRequest).params.locale)
    })
    site.removeAllContentTypeParsers()
    site.addContentTypeParser('*', async () => {
      throw apiError(
        415,
        'media_type_not_supported',
        `The Content-Type header should send a media type of ${FORM_TYPE}`,
      )
    })
    site.addContentTypeParser(
      FORM_TYPE,
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      async (_request: unknown, body: string | Buffer) => new URLSearchParams(String(body)),
    )

    site.get<SiteRoute>('/help', { config }, (request, reply) => sendNowhere(request, reply))
    site.get<SiteRoute>(ROOT, { config }, async (request, reply) => {
      const found = await siteOf(request)
      if (!found) return sendNowhere(request, reply)
      const locale = preferredLanguage(found.center.locales, request.headers['accept-language'])
      return reply.header('Vary', 'Accept-Language').redirect(homeAddress(found.base, locale))
    })
    site.get<SiteRoute>(`${ROOT}/-/:name`, { config }, async (request, reply) => {
      const found = await siteOf(request)
      const file = found && findAsset(found, request.params.name!)
      return file ? sendFile(request, reply, file) : reply.callNotFound()
    })
    site.get<SiteRoute>(`${ROOT}/:locale/search/suggest`, { config }, async (request, reply) => {
      const visit = await visitOf(request)
      if (!visit?.isKnown) return reply.callNotFound()
      if (!visit.searches.take()) {
        if (wantsPage(request)) return sendAnswer(request, reply, visit, tooManySearchesPage(visit))
        throw tooManySearches(visit)
      }
      return reply.header('Cache-Control', 'no-cache').send(await suggestions(visit, questionOf(request.query.q)))
    })
    for (const [path, show] of Object.entries(pages(views)))
      site.get<SiteRoute>(`${ROOT}${path}`, { config }, (request, reply) => answer(request, reply, show))
    for (const [path, show] of Object.entries(forms()))
      site.post<SiteRoute>(`${ROOT}${path}`, { config }, async (request, reply) => {
        if (isForeign(request, publicUrl)) {
          tellForeign(request)
          throw apiError(403, 'forbidden', 'The form is for pages of the help center')
        }
        return answer(request, reply, show)
      })
  })
}

const tooManySearches = ({ words, searches }: Visit): ApiError =>
  new ApiError(429, 'rate_limit_exceeded', words.tooManySearches, undefined, {
    'Retry-After': String(searches.secondsLeft()),
  })

/** Nothing tells a help center that is closed from one that nobody made. */
const sendNowhere = (request: SiteRequest, reply: FastifyReply) =>
  wantsPage(request) ? sendOutside(reply, 404, request.params.locale) : reply.callNotFound()
