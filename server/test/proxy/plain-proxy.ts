/** A proxy without TLS, as operators put one in front: a test says what it makes of the headers. */
import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PlainProxy {
  /** Such as `http://127.0.0.1:40080`. */
  url: string
  close(): void
}

/** @param port where the server listens */
export async function startPlainProxy(
  port: number,
  pass: (headers: IncomingHttpHeaders) => IncomingHttpHeaders,
): Promise<PlainProxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const options = { port, host: '127.0.0.1', method, path, agent: false as const, headers: pass(headers) }
    const passed = ask(options, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.pipe(passed)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
