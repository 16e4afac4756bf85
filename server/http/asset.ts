/** Something that is sent as it is, to anyone: kept by whoever asked, who asks again whether it is still the same. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isKnown, sendKnown } from './known-answer.ts'

export interface Asset {
  type: string
  text: string
  tag: string
  /** Once somebody asked for it. */
  zipped?: Promise<Buffer>
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
}

export const asset = (type: keyof typeof TYPES, text: string): Asset => ({
  type: TYPES[type],
  text,
  tag: createHash('sha256').update(text).digest('base64url').slice(0, 22),
})

const compress = promisify(gzip)

/** @param caching longer than `no-cache`, for names whose content never changes */
export async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
  caching = 'no-cache',
): Promise<unknown> {
  const { type, text, tag } = asset
  // A tag names one form of it, the plain or the zipped.
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']))
  const etag = `"${tag}${zipped ? '-gzip' : ''}"`
  reply.headers({ 'Content-Type': type, 'Cache-Control': caching, Vary: 'Accept-Encoding' })
  // A page of an error, such as a form that was refused, is always sent.
  if (reply.statusCode === 200) {
    reply.header('ETag', etag)
    if (isKnown(request, etag)) return sendKnown(request, reply)
  }
  if (!zipped) return reply.send(text)
  return reply.header('Content-Encoding', 'gzip').send(await (asset.zipped ??= compress(text)))
}
