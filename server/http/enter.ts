/** The steps of a request after its token: version → rate limit. Requests to operations without a route take them, too. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { History, Version } from '../versions/history.ts'
import type { Access, Authenticator } from './auth.ts'
import { apiError, type ApiError } from './errors.ts'
import type { RateLimiter } from './rate-limit.ts'

export interface EntryDeps {
  clock: Clock
  history: History
  authenticator: Authenticator
  rateLimiter: RateLimiter
}

/**
 * @param access the workspace and admin of the request's token (before-body.ts)
 * @param only the version of operations that have one form for everybody; the answer does not name it
 * @throws 400 intercom_version_invalid, 429
 */
export function enter(
  { clock, history, rateLimiter }: Pick<EntryDeps, 'clock' | 'history' | 'rateLimiter'>,
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
  only?: Version,
): { version: Version; now: Date } {
  const version = only ?? versionOf(history, request.headers['intercom-version'], access)
  if (!only) reply.header('intercom-version', version.name)
  const now = clock.now()
  reply.headers(rateLimiter.take(access.tokenId, access.workspace.id, now))
  return { version, now }
}

export const notInVersion = (): ApiError =>
  apiError(400, 'intercom_version_invalid', 'Requested resource is not available in current API version')

function versionOf(history: History, header: string | string[] | undefined, access: Access): Version {
  const asked = typeof header === 'string' ? header.trim() : ''
  const name = asked || access.workspace.default_version
  const found = name ? history.find(name) : history.newestStable
  if (!found) throw apiError(400, 'intercom_version_invalid', 'The requested version could not be found')
  return found
}
