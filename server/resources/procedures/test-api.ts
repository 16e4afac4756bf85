/** An API of orders for tests, on this machine. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { atFileEnd } from '../../test/endings.ts'

const ANSWER = JSON.stringify({ order: { state: 'on its way', items: ['Beans'] } })

export async function startApi(): Promise<{ url(path: string): string; asked(): number }> {
  let asked = 0
  const server = createServer((_request, response) => {
    asked++
    response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { url: (path) => `http://127.0.0.1:${port}${path}`, asked: () => asked }
}
