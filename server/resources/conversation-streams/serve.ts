/**
 * Serves streams of conversation events as server-sent events, at `/streams/{channel}?token=…`. A client that accepts no
 * event stream gets the events after its `Last-Event-ID` that are kept, and asks again.
 */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { numberId } from '../../ids.ts'
import { presentContactEvent } from './contact-event.ts'
import { follow, type FollowDeps } from './follow.ts'
import { findAccess, listEvents, type ToldEvent } from './queries.ts'

const EVERY_MS = 1000
/** Events of one answer to a client that does not stream. */
const POLLED = 100
/** Streams of one process at a time. */
const MOST = 1000
const CHANNEL = /^conversation_stream:(\w{1,100}):([0-9a-f]{24})$/

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // The page of a contact is on another host; the token alone gives access.
  'Access-Control-Allow-Origin': '*',
}

interface Request {
  Params: { channel: string }
  Querystring: { token?: string | string[] }
}

export function mountStreams(
  app: FastifyInstance,
  deps: Pick<FollowDeps, 'db' | 'clock' | 'bell' | 'horizon'> & { log: Logger },
): void {
  const followDeps: FollowDeps = { ...deps, everyMs: EVERY_MS }
  const open = new Set<AbortController>()
  app.addHook('preClose', async () => open.forEach((stream) => stream.abort()))

  const options = { config: { anyAccept: true }, exposeHeadRoute: false }
  app.get<Request>('/streams/:channel', options, async (request, reply) => {
    const [, appId, contactId] = CHANNEL.exec(request.params.channel) ?? []
    const { token } = request.query
    if (!appId || !contactId || typeof token !== 'string') return reply.callNotFound()
    const given = { appId, contactId, token }
    const access = await findAccess(deps.db, { ...given, now: deps.clock.now() })
    if (!access) return reply.callNotFound()
    if (open.size >= MOST) return reply.code(503).header('Retry-After', '5').send()

    const after = numberId(String(request.headers['last-event-id'] ?? ''))
    if (!/\btext\/event-stream\b/.test(request.headers.accept ?? '')) {
      const events = await listEvents(deps.db, access, { after: after ?? 0, upTo: await deps.horizon(), limit: POLLED })
      return reply.headers(HEADERS).send(textsOf(events))
    }
    const controller = new AbortController()
    open.add(controller)
    reply.hijack()
    const { raw } = reply
    raw.once('close', () => controller.abort())
    raw.writeHead(200, HEADERS)
    const tell = (events: ToldEvent[]) => raw.write(textsOf(events))
    follow(followDeps, { ...given, after, signal: controller.signal, tell })
      .catch((error: unknown) => deps.log.warn({ err: error }, 'a stream of conversation events ended'))
      .finally(() => {
        open.delete(controller)
        raw.end()
      })
  })
}

/** A comment where there are none: a sign of life. */
const textsOf = (events: ToldEvent[]): string => (events.length === 0 ? ': \n\n' : events.map(textOf).join(''))

const textOf = (event: ToldEvent): string =>
  `id: ${event.id}\nevent: ${event.topic}\ndata: ${JSON.stringify(presentContactEvent(event))}\n\n`
