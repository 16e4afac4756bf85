import type { FastifyRequest } from 'fastify'
import fresh from 'fresh'

/**
 * True if the client has the answer of this tag (`If-None-Match`). Other headers do not count: `fetch` adds
 * `Cache-Control: no-cache` to a request with a tag, and asks no more by it than whether the answer is still the same.
 */
export const hasTag = ({ headers }: FastifyRequest, etag: string): boolean =>
  fresh({ 'if-none-match': headers['if-none-match'] }, { etag })
