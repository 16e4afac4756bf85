/**
 * `/metrics`. With PARLEY_METRICS_TOKEN it opens to whoever bears that token, from anywhere. Without it
 * it opens to this machine: not where a proxy stands in front, whose every client comes from this machine.
 */
import { hash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { apiError } from '../http/errors.ts'
import { within } from '../networks.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsAccess {
  token: string | undefined
  /** Set where a proxy stands in front. */
  publicUrl: string | undefined
}

const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

export function mountMetrics(app: FastifyInstance, metrics: Metrics, access: MetricsAccess): void {
  app.get('/metrics', { config: { anyAccept: true } }, async (request, reply) => {
    const { token } = access
    const isOpen = token === undefined ? isOfThisMachine(request, access) : isSame(bearer(request), token)
    if (!isOpen) throw apiError(401, 'unauthorized', 'Set PARLEY_METRICS_TOKEN and send it as a bearer token')
    return reply
      .header('Content-Type', metrics.type)
      .header('Cache-Control', 'no-store')
      .send(await metrics.text())
  })
}

const isWithinLoopback = within(['127.0.0.0/8', '::1'])
const isLoopback = (address: string): boolean => isIP(address) !== 0 && isWithinLoopback(address)

/** A proxy that passes nothing on but the host, as one does for a help center's own domain, is told by the host. */
function isOfThisMachine({ socket, headers, hostname }: FastifyRequest, { publicUrl }: MetricsAccess): boolean {
  const { remoteAddress = '' } = socket
  if (publicUrl !== undefined || FORWARDING.some((name) => headers[name] !== undefined)) return false
  return isLoopback(remoteAddress) && (hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, '')))
}

const bearer = ({ headers }: FastifyRequest): string => /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''

const isSame = (given: string, token: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'))
