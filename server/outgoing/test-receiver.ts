/** A receiver for tests: a server on this machine that records requests and answers as configured. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { atFileEnd } from '../test/endings.ts'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  raw: string
  body: any
}

export interface Receiver {
  url(path?: string): string
  /** Requests received at a path, oldest first. */
  at(path: string): Received[]
  /** The statuses of its next answers at a path; 200 where none is left, no answer at all for 0. */
  answer(path: string, ...statuses: number[]): void
  /** Answers with 302 at a path from now on. */
  redirect(path: string, location: string): void
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers = new Map<string, number[]>()
  const locations = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const raw = await text(request)
    received.push({ path: request.url!, headers: request.headers, raw, body: raw === '' ? undefined : JSON.parse(raw) })
    const location = locations.get(request.url!)
    if (location !== undefined) return response.writeHead(302, { location }).end()
    const status = answers.get(request.url!)?.shift() ?? 200
    if (status !== 0) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('thank you')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: (path = '/') => `http://127.0.0.1:${port}${path}`,
    at: (path) => received.filter((one) => one.path === path),
    answer: (path, ...statuses) => void answers.set(path, statuses),
    redirect: (path, location) => void locations.set(path, location),
  }
}

export const signed = (raw: string, secret: string): string =>
  `sha1=${createHmac('sha1', secret).update(raw).digest('hex')}`
