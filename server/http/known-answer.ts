/** Answers that the client has already: 304 in place of the whole. */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fresh from 'fresh'

/**
 * True if the client has the answer of this tag (`If-None-Match`). Other headers do not count: `fetch` adds
 * `Cache-Control: no-cache` to a request with a tag, and asks no more by it than whether the answer is still the same.
 */
export const isKnown = ({ headers }: FastifyRequest, etag: string): boolean =>
  fresh({ 'if-none-match': headers['if-none-match'] }, { etag })

/** A 304 has no length. Fastify gives one to every answer to HEAD, except a stream's. */
export const sendKnown = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(304).send(request.method === 'HEAD' ? Readable.from([]) : undefined)
