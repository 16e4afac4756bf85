/**
 * Streams of events as server-sent events. A client that accepts no event stream gets the events that are kept, and asks
 * again.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/pool.ts'
import { acceptsEventStream } from '../http/accept.ts'
import type { Bell } from './bell.ts'
import { follow, type Feed, type StreamAccess, type StreamedEvent } from './follow.ts'

const EVERY_MS = 1000
/** Events of one answer to a client that does not stream. */
const POLLED = 100
/** Streams of one process at a time. */
const MOST = 1000

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // The page of a contact is on another host; the token alone gives access.
  'Access-Control-Allow-Origin': '*',
}

export interface StreamDeps {
  db: Db
  clock: Clock
  bell?: Bell | undefined
  horizon(): Promise<number>
  log: Logger
}

export interface Served<Access extends StreamAccess> extends Feed<Access> {
  /** The event after which it begins; undefined for the present, or the oldest one for a client that does not stream. */
  after: number | undefined
  textOf(event: StreamedEvent): string
  /** True for an event after which the stream ends. */
  isLast?(event: StreamedEvent): boolean
}

/** Config of a route that serves streams. */
export const streamRoute = { config: { anyAccept: true }, exposeHeadRoute: false }

export type Serve = <Access extends StreamAccess>(
  request: FastifyRequest,
  reply: FastifyReply,
  served: Served<Access>,
) => Promise<unknown>

/** @returns answers a request with a stream, or with 404 where there is no access */
export function createStreams(app: FastifyInstance, { clock, bell, horizon, log }: StreamDeps): Serve {
  const open = new Set<AbortController>()
  app.addHook('preClose', async () => open.forEach((stream) => stream.abort()))

  return async (request, reply, served) => {
    const access = await served.findAccess(clock.now())
    if (!access) return reply.callNotFound()
    if (open.size >= MOST) return reply.code(503).header('Retry-After', '5').send()
    const textsOf = (events: StreamedEvent[]) =>
      events.length === 0 ? SIGN_OF_LIFE : events.map((event) => served.textOf(event)).join('')
    if (!acceptsEventStream(request.headers.accept)) {
      const range = { after: served.after ?? 0, upTo: await horizon(), limit: POLLED }
      return reply.headers(HEADERS).send(textsOf(await served.list(access, range)))
    }
    const controller = new AbortController()
    open.add(controller)
    reply.hijack()
    const { raw } = reply
    raw.once('close', () => controller.abort())
    raw.writeHead(200, HEADERS)
    const tell = (events: StreamedEvent[]) => {
      raw.write(textsOf(events))
      return served.isLast !== undefined && events.some((event) => served.isLast!(event))
    }
    follow({ clock, bell, horizon, everyMs: EVERY_MS }, served, {
      after: served.after,
      signal: controller.signal,
      tell,
    })
      .catch((error: unknown) => log.warn({ err: error }, 'a stream of events ended'))
      .finally(() => {
        open.delete(controller)
        raw.end()
      })
  }
}

/** A comment. */
const SIGN_OF_LIFE = ': \n\n'
