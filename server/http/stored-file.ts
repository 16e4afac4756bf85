/** Streams a stored file, whole or one range of it, so that an interrupted download can go on (RFC 9110, 14). */
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StoredFileFacts } from './plain-answer.ts'

interface Range {
  from: number
  to: number
}

export function sendStored(request: FastifyRequest, reply: FastifyReply, file: StoredFileFacts) {
  const { name, contentType, size, tag, open } = file
  reply
    .header('Content-Type', contentType)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('Accept-Ranges', 'bytes')
    .header('ETag', tag)
  const range = rangeOf(request, file)
  if (range === 'unsatisfiable') return reply.code(416).header('Content-Range', `bytes */${size}`).send('')
  const { from, to } = range ?? { from: 0, to: size - 1 }
  if (range) reply.code(206).header('Content-Range', `bytes ${from}-${to}/${size}`)
  reply.header('Content-Length', to - from + 1)
  // The framework measures a text that answers HEAD, and would tell the length of nothing; a stream keeps the header.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : open(from, to))
}

/** @returns undefined for the whole: without a range, with several, or where the client's half is of another file */
function rangeOf({ headers }: FastifyRequest, { size, tag }: StoredFileFacts): Range | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  const condition = headers['if-range']
  if (condition !== undefined && condition !== tag) return undefined
  if (first === '') {
    if (Number(last) === 0) return 'unsatisfiable'
    return { from: Math.max(0, size - Number(last)), to: size - 1 }
  }
  if (Number(first) >= size) return 'unsatisfiable'
  // An end before the beginning makes the header invalid, and as good as absent.
  if (last !== '' && Number(last) < Number(first)) return undefined
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
