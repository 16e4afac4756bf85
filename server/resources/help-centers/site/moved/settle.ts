/** The answer where a page is missing: one redirect to the page that the address leads to, if it leads to one. */
import type { FastifyRequest } from 'fastify'
import type { Answer, Visit } from '../visit.ts'
import { movedTo } from './moved.ts'

export async function settle(
  visit: Visit,
  request: Pick<FastifyRequest, 'method' | 'url'>,
  answer: Answer,
): Promise<Answer> {
  if (answer.status !== 404 || request.method === 'POST') return answer
  const { pathname } = new URL(request.url, 'http://site.invalid')
  const path = pathname.replace(/^\/help\/[^/]+/, '')
  const location = await movedTo(visit, path)
  // A page that is there may have no such part of its list.
  return location === undefined || location === visit.site.base + path ? answer : { status: 301, location }
}
