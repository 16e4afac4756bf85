/** A loaded database, and a server of its own on it. */
import type { DatabaseAddress } from '../../server/db/pool.ts'
import { startProcess, type ServerProcess } from '../process.ts'
import { openClient, type Client } from './client.ts'
import { openLoaded } from './database.ts'
import type { Size } from './load/size.ts'
import { readFacts } from './shapes/facts.ts'
import type { Scene } from './shapes/shape.ts'

export interface Side extends Scene {
  address: DatabaseAddress
  client: Client
  server: ServerProcess
  stop(): Promise<void>
}

export async function openSide(size: Size, folder?: string): Promise<Side> {
  const { address, db, loaded, stop } = await openLoaded(size, folder)
  let server: ServerProcess | undefined
  try {
    server = await startProcess('bench/parley.ts', { BENCH_DATABASE: JSON.stringify(address) })
    const client = openClient(server.url, loaded.token)
    return {
      address,
      loaded,
      facts: await readFacts(db, loaded),
      client,
      server,
      async stop() {
        client.close()
        await server!.stop()
        await stop()
      },
    }
  } catch (error) {
    await server?.stop()
    await stop()
    throw error
  }
}
