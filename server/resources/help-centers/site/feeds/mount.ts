/**
 * Addresses of a help center that programs read: sitemaps, a feed, its texts as Markdown. They show what pages show, by
 * the same rule, and are made anew for each request, so that what is unpublished is gone at once.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../../../clock.ts'
import type { Pool } from '../../../../db/pool.ts'
import { pathPrefix } from '../../../../http/public-address.ts'
import { findSite } from '../place.ts'
import { NO_SEARCHES, type Visit } from '../visit.ts'
import { wordsOf } from '../words/words.ts'
import { atomFeed } from './atom.ts'
import { articleMarkdown, llmsText } from './llms.ts'
import { serverRobots, siteRobots } from './robots.ts'
import { sitemap, sitemapIndex } from './sitemap.ts'
import { xmlOf } from './xml.ts'

interface FeedDeps {
  db: Pool
  clock: Clock
  publicUrl?: string | undefined
}

interface FeedRoute {
  Params: { center: string; locale?: string; reference?: string; after?: string }
}

type Request = FastifyRequest<FeedRoute>
type Send = (visit: Visit, reply: FastifyReply, params: Request['params']) => unknown

const XML = 'application/xml; charset=utf-8'

const FEEDS: Record<string, Send> = {
  '/sitemap.xml': (visit, reply) => reply.type(XML).send(sitemapIndex(visit)),
  '/:locale/sitemap-:after(^\\d+).xml': (visit, reply, { after }) =>
    reply.type(XML).send(sitemap(visit, Math.min(Number(after), Number.MAX_SAFE_INTEGER))),
  '/:locale/feed.xml': async (visit, reply) =>
    reply.type('application/atom+xml; charset=utf-8').send(xmlOf(await atomFeed(visit))),
  '/llms.txt': (visit, reply) => reply.type('text/plain; charset=utf-8').send(llmsText(visit)),
  '/:locale/llms.txt': (visit, reply) => reply.type('text/plain; charset=utf-8').send(llmsText(visit)),
  '/:locale/articles/:reference(^\\d[^/]*).md': sendMarkdown,
  '/robots.txt': ({ site }, reply) => reply.type('text/plain; charset=utf-8').send(siteRobots(site)),
}

export function mountHelpCenterFeeds(app: FastifyInstance, { db, clock, publicUrl }: FeedDeps): void {
  const config = { anyAccept: true }
  app.get('/robots.txt', { config }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(serverRobots(pathPrefix(publicUrl))),
  )
  for (const [path, send] of Object.entries(FEEDS))
    app.get<FeedRoute>(`/help/:center${path}`, { config }, async (request, reply) => {
      const { center, locale } = request.params
      const site = await findSite(db, center, request, publicUrl)
      const spoken = locale ?? site?.center.locales[0]
      if (!site || !spoken || !site.center.locales.includes(spoken)) return reply.callNotFound()
      return send(
        { db, clock, site, locale: spoken, words: wordsOf(spoken), searches: NO_SEARCHES },
        reply,
        request.params,
      )
    })
}

async function sendMarkdown(visit: Visit, reply: FastifyReply, { reference }: Request['params']) {
  const found = await articleMarkdown(visit, reference!)
  if (!found) return reply.callNotFound()
  if ('location' in found) return reply.redirect(found.location, 301)
  return reply
    .type('text/markdown; charset=utf-8')
    .header('Link', `<${found.page}>; rel="canonical"`)
    .header('X-Robots-Tag', 'noindex')
    .send(found.text)
}
