/**
 * Attachments, read at the address that a message gives: the secret in it is all the access that it
 * needs, so that a mail program or a browser can follow it. Never as active content.
 */
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'
import { numberId } from '../ids.ts'
import { mayRead } from './link.ts'
import { findFile } from './queries.ts'

/** Shown in place; all else is offered to be saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export function mountFiles(app: FastifyInstance, db: Pool, clock: Clock): void {
  app.get<{ Params: { app_id: string; file_id: string; secret: string }; Querystring: { expires?: string } }>(
    // The name is the file's own, of any length: a parameter would be cut off.
    '/files/:app_id/:file_id/:secret/*',
    { config: { anyAccept: true } },
    async ({ params, query }, reply) => {
      const id = numberId(params.file_id)
      const file = id === undefined || params.app_id.includes('\0') ? undefined : await findFile(db, params.app_id, id)
      if (!file || !mayRead(file, params.secret, query.expires, clock.now())) return reply.callNotFound()
      const essence = file.content_type.split(';')[0]!.trim().toLowerCase()
      const shown = SHOWN.has(essence)
      return (
        reply
          .header('Content-Type', shown ? essence : file.content_type)
          .header(
            'Content-Disposition',
            `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
          )
          // An address that got into the open is not to be found by others.
          .header('X-Robots-Tag', 'noindex')
          .header('Content-Security-Policy', "sandbox; default-src 'none'")
          .send(file.bytes)
      )
    },
  )
}

/** As RFC 8187 has it, which allows fewer characters than a URL. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
