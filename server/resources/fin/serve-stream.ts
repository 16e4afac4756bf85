/**
 * Serves the events of a session at `/event-stream?channels=…&accessToken=…&rewind=2m`, in the version of the request that
 * gave the address. It ends when the agent waits for the user, or is done and has asked for its rating.
 */
import type { FastifyInstance } from 'fastify'
import type { StreamedEvent } from '../../events/follow.ts'
import { streamRoute, type Serve, type StreamDeps } from '../../events/sse.ts'
import { numberId } from '../../ids.ts'
import { history } from '../../versions/index.ts'
import { finTopics, type FinTopic } from './events.ts'
import { findFinAccess, listFinEvents } from './stream-tokens.ts'
import { isToldIn } from './told.ts'

const CHANNEL = /^fin_agent_api:(\w{1,100}):(.{1,255})$/s
const REWIND = /^(\d{1,3})([sm])$/

interface Request {
  Querystring: { channels?: string | string[]; accessToken?: string | string[]; rewind?: string | string[] }
}

export function mountFinStream(app: FastifyInstance, { db, clock }: Pick<StreamDeps, 'db' | 'clock'>, serve: Serve) {
  app.get<Request>('/event-stream', streamRoute, async (request, reply) => {
    const { channels, accessToken: token, rewind } = request.query
    const [, appId, externalId] = CHANNEL.exec(typeof channels === 'string' ? channels : '') ?? []
    if (!appId || !externalId || typeof token !== 'string' || `${externalId}${token}`.includes('\0'))
      return reply.callNotFound()
    const given = { appId, externalId, token }
    const access = await findFinAccess(db, { ...given, now: clock.now() })
    if (!access) return reply.callNotFound()
    const version = history.find(access.version) ?? history.newestStable
    const seen = numberId(String(request.headers['last-event-id'] ?? ''))
    const since = seen === undefined ? sinceOf(rewind, clock.now()) : undefined
    return serve(request, reply, {
      after: seen === undefined ? since && access.after_event_id : Math.max(seen, access.after_event_id),
      findAccess: (now) => findFinAccess(db, { ...given, now }),
      list: ({ workspace_id }, range) =>
        listFinEvents(db, workspace_id, externalId, {
          ...range,
          after: Math.max(range.after, access.after_event_id),
          since,
        }),
      textOf: ({ id, topic, item }) => {
        const told = version.down(finTopics[topic as FinTopic], topic)(structuredClone(item))
        // No blank behind the colon: clients of this stream cut the line there.
        return isToldIn(version, topic, item) ? `id:${id}\ndata:${JSON.stringify(told)}\n\n` : ''
      },
      isLast: ({ topic, item }) => topic === 'csat_requested' || isEnd(item),
    })
  })
}

/** A stream tells all events of one transaction before it ends: the request for a rating comes with the end. */
const isEnd = (item: StreamedEvent['item']): boolean => ['awaiting_user_reply', 'complete'].includes(item.status)

/** The time of the oldest event that is told; undefined for the present. */
function sinceOf(rewind: string | string[] | undefined, now: Date): Date | undefined {
  const [, amount, unit] = REWIND.exec(typeof rewind === 'string' ? rewind : '') ?? []
  if (amount === undefined) return undefined
  return new Date(now.getTime() - Number(amount) * (unit === 'm' ? 60_000 : 1000))
}
