/** A proxy as operators put one in front: it ends TLS, and serves what stands behind it under a path of its own. */
import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { createServer, request as askSecurely, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** Made for these tests, of nobody: `openssl req -x509 -newkey ec …`. */
const cert = readFileSync(join(import.meta.dirname, 'certificate.pem'))
const key = readFileSync(join(import.meta.dirname, 'key.pem'))

export interface TlsProxy {
  /** Such as `https://127.0.0.1:40443/support`. */
  url: string
  /** Where what it serves listens. */
  serve(port: number): void
  /** Asks for an address as a client does that trusts the certificate. */
  get(url: string, headers?: Record<string, string>): Promise<{ status: number; text: string }>
  send(
    method: string,
    url: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<{ status: number; text: string }>
  close(): void
}

export async function startTlsProxy(prefix: string): Promise<TlsProxy> {
  let behind = 0
  const server: Server = createServer({ cert, key }, (incoming, outgoing) => {
    if (!incoming.url!.startsWith(prefix)) return void outgoing.writeHead(404).end('nothing of the proxied server')
    const { host, ...headers } = incoming.headers
    const forwarded = { 'x-forwarded-host': host, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' }
    const path = incoming.url!.slice(prefix.length) || '/'
    const options = { port: behind, host: '127.0.0.1', method: incoming.method, path, agent: false }
    const passed = ask({ ...options, headers: { ...headers, ...forwarded, host: 'inside' } }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.pipe(passed)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo

  const send: TlsProxy['send'] = (method, url, headers, body) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
    const sent = body === undefined ? headers : { ...headers, 'content-type': 'application/json' }
    askSecurely(url, { method, headers: sent, ca: cert, agent: false }, async (answer) =>
      resolve({ status: answer.statusCode!, text: await text(answer) }),
    )
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body))
    return promise
  }
  return {
    url: `https://127.0.0.1:${port}${prefix}`,
    serve: (port) => void (behind = port),
    get: (url, headers = {}) => send('GET', url, headers),
    send,
    close: () => void server.close(),
  }
}
