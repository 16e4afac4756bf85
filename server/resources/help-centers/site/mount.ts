/**
 * The public help center, `/help/{center}/{locale}`: pages for anybody, without a token, complete without a script.
 * A page is a function from a visit to an answer; this file lists their addresses. `place.ts` finds the help center of
 * a request, `visible.ts` has the one rule about what a visitor sees, `../addresses.ts` the addresses of pages.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../../clock.ts'
import type { Pool } from '../../../db/pool.ts'
import { homeAddress } from '../addresses.ts'
import { articlePage } from './article.ts'
import { collectionPage } from './collection.ts'
import { writePage } from './frame.ts'
import { homePage } from './home.ts'
import { missingPage } from './missing.ts'
import { settle } from './moved/settle.ts'
import { findSite } from './place.ts'
import { searchPage } from './search.ts'
import type { Answer, Visit } from './visit.ts'
import { wordsOf } from './words.ts'

interface SiteDeps {
  db: Pool
  clock: Clock
  /** The address by which clients know the server, where the configuration names one. */
  publicUrl?: string | undefined
}

interface SiteRoute {
  Params: { center: string; locale?: string; reference?: string }
  Querystring: { q?: unknown }
}

type Show = (visit: Visit, request: FastifyRequest<SiteRoute>) => Answer | Promise<Answer>

const PAGES: Record<string, Show> = {
  '/:locale': homePage,
  '/:locale/articles/:reference': (visit, { params }) => articlePage(visit, params.reference!),
  '/:locale/collections/:reference': (visit, { params }) => collectionPage(visit, params.reference!),
  '/:locale/search': (visit, { query }) => searchPage(visit, typeof query.q === 'string' ? query.q : ''),
  '/*': missingPage,
}

export function mountHelpCenterSite(app: FastifyInstance, deps: SiteDeps): void {
  const { db, clock, publicUrl } = deps
  const config = { anyAccept: true }

  async function answer(request: FastifyRequest<SiteRoute>, reply: FastifyReply, show: Show) {
    const { center, locale } = request.params
    const site = await findSite(db, center, request, publicUrl)
    if (!site) return reply.callNotFound()
    const known = site.center.locales.includes(locale ?? '')
    const spoken = known ? locale! : site.center.locales[0]!
    const visit = { db, clock, site, locale: spoken, words: wordsOf(spoken) }
    const shown = known ? await show(visit, request) : missingPage(visit)
    return send(reply, visit, await settle(visit, request, shown))
  }

  app.get<SiteRoute>('/help/:center', { config }, async (request, reply) => {
    const site = await findSite(db, request.params.center, request, publicUrl)
    return site ? reply.redirect(homeAddress(site.base, site.center.locales[0]!)) : reply.callNotFound()
  })
  for (const [path, show] of Object.entries(PAGES))
    app.get<SiteRoute>(`/help/:center${path}`, { config }, (request, reply) => answer(request, reply, show))
}

function send(reply: FastifyReply, visit: Visit, answer: Answer) {
  if ('location' in answer) return reply.redirect(answer.location, answer.status)
  return reply
    .code(answer.status)
    .headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY })
    .send(writePage(visit, answer.page))
}

const POLICY = [
  "default-src 'none'",
  "img-src 'self' https: data:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
