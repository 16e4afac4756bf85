/** A TCP proxy before PostgreSQL that breaks what passes through it. */
import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

export type Breakage =
  /** The client is sent an RST. */
  | 'reset'
  /** The client is sent a FIN. */
  | 'close'
  /** Nothing passes any more, in either direction, and nobody is told. */
  | 'stall'

export interface Proxy {
  port: number
  /** Breaks all connections that there are now. @returns how many */
  break(how: Breakage): number
  stop(): void
}

interface Pair {
  client: Socket
  server: Socket
}

const BREAK: Record<Breakage, (pair: Pair) => void> = {
  reset({ client, server }) {
    client.resetAndDestroy()
    server.destroy()
  },
  close({ client, server }) {
    client.end()
    server.destroy()
  },
  stall({ client, server }) {
    client.unpipe(server)
    server.unpipe(client)
    client.pause()
    server.pause()
  },
}

/** @param upstream where PostgreSQL listens: a port, or the path of its socket */
export async function startProxy(upstream: number | string): Promise<Proxy> {
  const pairs = new Set<Pair>()
  const server = createServer((client) => {
    const upward = typeof upstream === 'number' ? connect(upstream, '127.0.0.1') : connect(upstream)
    const pair = { client, server: upward }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      upward.destroy()
    }
    for (const socket of [client, upward]) socket.setNoDelay().on('error', end).on('close', end)
    client.pipe(upward)
    upward.pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    break(how) {
      const broken = [...pairs]
      for (const pair of broken) BREAK[how](pair)
      return broken.length
    },
    stop() {
      server.close()
      for (const { client, server: upward } of pairs) {
        client.destroy()
        upward.destroy()
      }
    },
  }
}
