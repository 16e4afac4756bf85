/** The addresses of the site below a help center's own, and the page or the answer at each. */
import type { FastifyRequest } from 'fastify'
import { articlePage } from './article.ts'
import { collectionPage } from './collection.ts'
import { contact, contactPage } from './contact.ts'
import { feedbackOf } from './feedback.ts'
import { homePage } from './home.ts'
import { createLimit } from './limit.ts'
import { missingPage } from './missing.ts'
import { pageOf } from './page-links.ts'
import { react, readerIn } from './react.ts'
import { idOf } from './reference.ts'
import { questionOf, searchPage } from './search.ts'
import { tooManyPage } from './too-many.ts'
import type { ViewCounter } from './views.ts'
import type { Answer, Visit } from './visit.ts'
import { draftOf } from './send-message.ts'
import { writeMessage } from './write-message.ts'

export interface SiteRoute {
  Params: { center: string; locale?: string; reference?: string; name?: string; '*'?: string }
  Querystring: { q?: unknown; page?: unknown; feedback?: unknown }
  Body: unknown
}
export type SiteRequest = FastifyRequest<SiteRoute>

export type Show = (visit: Visit, request: SiteRequest) => Promise<Answer>

const ARTICLE = '/:locale/articles/:reference'

export const pages = (views: ViewCounter): Record<string, Show> => ({
  '/:locale': homePage,
  [ARTICLE]: async (visit, request) => {
    const reference = request.params.reference!
    const answer = await articlePage(
      visit,
      reference,
      feedbackOf(request.query.feedback),
      readerIn(request.headers.cookie),
    )
    if (answer.status === 200 && isOpened(request)) views.count(visit.site.workspaceId, idOf(reference)!)
    return answer
  },
  '/:locale/collections/:reference': (visit, { params, query }) =>
    collectionPage(visit, params.reference!, pageOf(query.page)),
  '/:locale/search': (visit, { query }) => searchPage(visit, questionOf(query.q), pageOf(query.page)),
  '/:locale/contact': async (visit, { query }) => contactPage(visit, query.feedback === 'sent' ? 'sent' : 'ask'),
  '/*': missingPage,
})

/** A form leads back to its article, and a browser may fetch a page that nobody opens: neither is a view. */
const isOpened = ({ method, query, headers }: SiteRequest): boolean =>
  method === 'GET' && query.feedback === undefined && !/prefetch/.test(String(headers['sec-purpose']))

const WINDOW_MS = 10 * 60_000

export function forms(): Record<string, Show> {
  const reactions = createLimit({ most: 60, windowMs: WINDOW_MS })
  const messages = createLimit({ most: 5, windowMs: WINDOW_MS })
  return {
    [`${ARTICLE}/reaction`]: async (visit, request) =>
      reactions.take(request.ip)
        ? react(visit, request.params.reference!, {
            helped: formOf(request).get('helped'),
            cookies: request.headers.cookie,
          })
        : tooManyPage(visit.words.tooMany, reactions.secondsLeft(request.ip)),
    [`${ARTICLE}/message`]: (visit, request) =>
      writeMessage(visit, request.params.reference!, draftOf(formOf(request)), () => messages.take(request.ip)),
    '/:locale/contact/message': (visit, request) =>
      contact(visit, draftOf(formOf(request)), () => messages.take(request.ip)),
  }
}

const formOf = ({ body }: SiteRequest): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()
