/**
 * What is answered where no route has the path. An operation that other versions have, or that 1.x had,
 * is told from an address that no version ever had.
 *
 *   const absence = createAbsence(deps, history.operations)
 *   app.setNotFoundHandler(async (request, reply) => fail(reply, await absence(request, reply)))
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { enter, notInVersion, type EntryDeps } from './enter.ts'
import { notFound, type ApiError } from './errors.ts'
import { asApiError } from './failure.ts'
import { requestIdOf } from './request-id.ts'

/** Resources of 1.x that no version since has; contacts, companies, conversations and others went on. */
const GONE = /^\/(users|leads|customers|bulk|counts|subscriptions)(\/|$)/

/** @param keys operations of any version, by key, those that have a route among them */
export function createAbsence(deps: EntryDeps & { log: Logger }, keys: string[]) {
  // An address without parameters is meant before one with them, whichever version is the newer.
  const known = keys
    .map((key) => ({ key, pattern: patternOf(key), parameters: key.split('{}').length }))
    .toSorted((a, b) => a.parameters - b.parameters)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<ApiError> => {
    const path = request.url.replace(/\/*(\?.*)?$/s, '')
    const key = known.find(({ pattern }) => pattern.test(`${request.method} ${path}`))?.key
    if (key === undefined && !GONE.test(path)) return notFound('resource')
    try {
      const { version } = await enter(deps, request, reply)
      return key !== undefined && version.serves(key) ? notFound('resource') : notInVersion()
    } catch (cause) {
      return asApiError(cause, deps.log, requestIdOf(request.headers['x-request-id']))
    }
  }
}

const patternOf = (key: string) => new RegExp(`^${key.replaceAll('{}', '[^/]+')}$`)
