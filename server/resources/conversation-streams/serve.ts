/** Serves streams of conversation events at `/streams/{channel}?token=…`, on from a client's `Last-Event-ID`. */
import type { FastifyInstance } from 'fastify'
import { streamRoute, type Serve, type StreamDeps } from '../../events/sse.ts'
import { numberId } from '../../ids.ts'
import { presentContactEvent } from './contact-event.ts'
import { findAccess, listEvents } from './queries.ts'

const CHANNEL = /^conversation_stream:(\w{1,100}):([0-9a-f]{24})$/

interface Request {
  Params: { channel: string }
  Querystring: { token?: string | string[] }
}

export function mountStreams(app: FastifyInstance, { db }: Pick<StreamDeps, 'db'>, serve: Serve): void {
  app.get<Request>('/streams/:channel', streamRoute, async (request, reply) => {
    const [, appId, contactId] = CHANNEL.exec(request.params.channel) ?? []
    const { token } = request.query
    if (!appId || !contactId || typeof token !== 'string') return reply.callNotFound()
    return serve(request, reply, {
      after: numberId(String(request.headers['last-event-id'] ?? '')),
      findAccess: (now) => findAccess(db, { appId, contactId, token, now }),
      list: (access, range) => listEvents(db, access, range),
      textOf: (event) =>
        `id: ${event.id}\nevent: ${event.topic}\ndata: ${JSON.stringify(presentContactEvent(event))}\n\n`,
    })
  })
}
