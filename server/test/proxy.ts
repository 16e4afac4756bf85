/** A TCP proxy before PostgreSQL that breaks what passes through it. */
import { once } from 'node:events'
import { createServer, connect, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net'
import { join } from 'node:path'
import type { DatabaseAddress } from '../db/pool.ts'

export type Breakage =
  /** The client is sent an RST. */
  | 'reset'
  /** The client is sent a FIN. */
  | 'close'
  /** Nothing passes any more, in either direction, and nobody is told. */
  | 'stall'

export interface Proxy {
  /** As a client is told it. */
  address: { url: string }
  /** Breaks all connections that there are now. @returns how many */
  break(how: Breakage): number
  /** Closes all connections, and every one that is opened from now on. */
  refuse(): void
  accept(): void
  stop(): void
}

interface Pair {
  client: Socket
  server: Socket
}

const STALLED_MS = 15_000

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
    // The database would find out in time.
    setTimeout(() => server.destroy(), STALLED_MS).unref()
  },
}

export async function startProxy(database: DatabaseAddress): Promise<Proxy> {
  const { upstream, url } = sidesOf(database)

  const pairs = new Set<Pair>()
  let accepts = true
  const server = createServer((client) => {
    if (!accepts) return void client.destroy()
    const upward = connect(upstream)
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
  const proxy: Proxy = {
    address: { url: url((server.address() as AddressInfo).port) },
    refuse() {
      accepts = false
      proxy.break('close')
    },
    accept: () => void (accepts = true),
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
  return proxy
}

/** Where the database listens, and its address behind a port of this machine. */
function sidesOf(database: DatabaseAddress): { upstream: NetConnectOpts; url(port: number): string } {
  if ('url' in database) {
    const url = new URL(database.url)
    const upstream = { host: url.hostname, port: Number(url.port || 5432) }
    return { upstream, url: (port) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href }
  }
  const { socketDir, user, database: name } = database
  return {
    upstream: { path: join(socketDir, '.s.PGSQL.5432') },
    url: (port) => `postgres://${user}@127.0.0.1:${port}/${name}`,
  }
}
