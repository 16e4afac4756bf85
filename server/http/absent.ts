/**
 * The answer where no route has the path: an operation that other versions have, or that 1.x had, differs from an
 * address that no version ever had.
 *
 *   const absence = createAbsence(deps, history.operations)
 *   if (request.is404) throw await absence(request, reply)
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Version } from '../versions/history.ts'
import { enter, notInVersion, type EntryDeps } from './enter.ts'
import { notFound, type ApiError } from './errors.ts'
import { asApiError } from './failure.ts'
import { requestIdOf } from './request-id.ts'

/** Resources of 1.x that no version since has; contacts, companies, conversations and others went on. */
const GONE = /^\w+ \/(users|leads|customers|bulk|counts|subscriptions)(\/|$)/

/** @param keys operations of any version, by key, those that have a route among them */
export function createAbsence(deps: EntryDeps & { log: Logger }, keys: string[]) {
  // An address without parameters is meant before one with them, whichever version is the newer.
  const known = keys
    .map((key) => ({ key, pattern: patternOf(key), parameters: key.split('{}').length }))
    .toSorted((a, b) => a.parameters - b.parameters)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<ApiError> => {
    const address = addressOf(request)
    const key = known.find(({ pattern }) => pattern.test(address))?.key
    if (key === undefined && !GONE.test(address)) return notFound('resource')
    try {
      const access = await deps.authenticator.authenticate(request.headers.authorization, request.ip)
      request.workspaceCode = access.workspace.app_id
      const { version } = enter(deps, access, request, reply)
      return key === undefined ? notInVersion() : absenceOf(key, version)
    } catch (cause) {
      return asApiError(cause, deps.log, requestIdOf(request.headers['x-request-id']))
    }
  }
}

/** An operation without a route: 404 in versions that have it, 400 intercom_version_invalid in others. */
export const absenceOf = (key: string, version: Version): ApiError =>
  version.serves(key) ? notFound('resource') : notInVersion()

/**
 * Operations without a route whose address another one's parameter would take: `GET /conversations/deleted`
 * is no conversation, whatever the version.
 *
 * @param built the keys of those that have a route
 */
export function shadowedBy({ key }: { key: string }, built: Set<string>, keys: string[]): Set<string> {
  const pattern = patternOf(key)
  return new Set(keys.filter((one) => !one.includes('{}') && !built.has(one) && pattern.test(one)))
}

/** `GET /conversations/deleted`: the method and the path without its query. */
export const addressOf = ({ method, url }: FastifyRequest): string => `${method} ${url.replace(/\/*(\?.*)?$/s, '')}`

const patternOf = (key: string) => new RegExp(`^${key.replaceAll('{}', '[^/]+')}$`)
