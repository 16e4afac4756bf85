/** The answer where a page is missing: one redirect to the page that the address leads to, if it leads to one. */
import type { FastifyRequest } from 'fastify'
import type { Answer, Visit } from '../visit.ts'
import { movedTo } from './moved.ts'

/** The address to which a form is sent, opened as a page: it leads back to the page of the form. */
const FORM = /^(\/[^/]+\/(?:articles\/[^/]+|contact))\/(?:reaction|message)\/?$/

export async function settle(
  visit: Visit,
  request: Pick<FastifyRequest, 'method' | 'url'>,
  answer: Answer,
): Promise<Answer> {
  if (answer.status !== 404 || request.method === 'POST') return answer
  const { pathname } = new URL(request.url, 'http://site.invalid')
  const path = pathname.replace(/^\/help\/[^/]+/, '')
  const form = FORM.exec(path)
  if (form) return { status: 303, location: visit.site.base + form[1] }
  const location = await movedTo(visit, path)
  // A redirect to the page itself is none: the page exists, but not this part of its list.
  return location === undefined || location === visit.site.base + path ? answer : { status: 301, location }
}
