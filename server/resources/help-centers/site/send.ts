/** Sends pages and files, each under a policy that lets no script run but the site's own. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { asset, sendAsset } from '../../../http/asset.ts'
import { PLAYER_ORIGINS } from '../../../html.ts'
import type { NamedAsset } from './assets.ts'
import { writePage } from './frame.ts'
import type { Answer, Visit } from './visit.ts'

const POLICY = [
  "default-src 'none'",
  "img-src 'self' https: http:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  `frame-src ${PLAYER_ORIGINS.join(' ')}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function sendAnswer(request: FastifyRequest, reply: FastifyReply, visit: Visit, answer: Answer) {
  if ('location' in answer) {
    if (answer.cookie) reply.header('Set-Cookie', answer.cookie)
    return reply.header('Cache-Control', 'no-store').redirect(answer.location, answer.status)
  }
  if (answer.retryAfter !== undefined) reply.header('Retry-After', String(answer.retryAfter))
  reply.code(answer.status).headers({
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Content-Language': visit.locale,
  })
  return sendAsset(request, reply, asset('html', writePage(visit, answer.page)))
}

const FOR_GOOD = 'public, max-age=31536000, immutable'

export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: NamedAsset) {
  reply.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  // A page that was written before the colours changed may still ask for the older name.
  return sendAsset(request, reply, file, file.isCurrent ? FOR_GOOD : undefined)
}
