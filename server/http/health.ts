/**
 * Probes of an orchestrator, without a token: `/healthz` tells that the process answers; `/readyz` tells that it can
 * serve, which needs a database that answers and has the schema of this code.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isCurrent } from '../db/migrate.ts'
import type { Pool } from '../db/pool.ts'
import { within } from '../db/opener.ts'

const ANSWER_MS = 1500
const UNAVAILABLE = 503

export function mountHealth(app: FastifyInstance, db: Pool): void {
  const config = { anyAccept: true }
  app.get('/healthz', { config }, (_request, reply) => say(reply, { status: 'ok' }))
  app.get('/readyz', { config }, async (_request, reply) => {
    const missing = await whatIsMissing(db)
    if (missing === undefined) return say(reply, { status: 'ok' })
    return say(reply.code(UNAVAILABLE).header('Retry-After', '1'), { status: 'unavailable', reason: missing })
  })
}

async function whatIsMissing(db: Pool): Promise<string | undefined> {
  try {
    const current = await within(ANSWER_MS, isCurrent(db), 'late')
    return current ? undefined : 'the schema of the database is not the one of this server'
  } catch {
    return 'the database does not answer'
  }
}

const say = (reply: FastifyReply, body: object) =>
  reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(body))
