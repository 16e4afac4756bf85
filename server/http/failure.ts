/** From anything thrown to the API's answer. A cause that is ours is logged, never shown. */
import type { FastifyReply } from 'fastify'
import { DatabaseError } from 'pg'
import type { Logger } from 'pino'
import { isOutage } from '../db/unavailable.ts'
import { ApiError, apiError } from './errors.ts'

/** The answer while the database is away. Clients try again by themselves. */
const unavailable = () =>
  new ApiError(503, 'service_unavailable', 'The server is temporarily unable to answer', undefined, {
    'Retry-After': '1',
  })

/** Failures of the server itself. */
const serverError = () => apiError(500, 'server_error', 'An unexpected error occurred')

export function asApiError(cause: unknown, log: Logger, requestId: string): ApiError {
  if (cause instanceof ApiError) return cause
  const { code, statusCode, message, name } = cause as {
    code?: string
    statusCode?: number
    message?: string
    name?: string
  }
  if (isOutage(cause)) {
    log.warn({ requestId, reason: (cause as Error).message }, 'a request could not ask the database')
    return unavailable()
  }
  if (cause instanceof DatabaseError && code && REFUSED_VALUES.test(code)) {
    // A value got past validation that the database refuses: the client's fault, and a gap of ours.
    log.warn({ requestId, code }, 'the database refused a value')
    return apiError(400, 'parameter_invalid', 'A value in the request is out of range or malformed')
  }
  if (statusCode === 413) return apiError(413, 'payload_too_large', 'The request body is too large')
  if (statusCode === 415)
    return apiError(
      415,
      'media_type_not_supported',
      'The Content-Type header should send a media type of application/json',
    )
  if (statusCode && statusCode < 500) return apiError(statusCode, 'bad_request', message ?? 'Bad request')
  log.error({ requestId, err: { name, code, stack: (cause as Error).stack } }, 'a request failed')
  return serverError()
}

/** data_exception, and program_limit_exceeded (a value too large for an index). */
const REFUSED_VALUES = /^(22|54)/

export function sendError(reply: FastifyReply, requestId: string, error: ApiError) {
  reply.request.errorCode = error.code
  return reply
    .code(error.status)
    .headers(error.headers)
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('Cache-Control', 'no-cache')
    .send(JSON.stringify(error.body(requestId)))
}
