/** The thread that keeper.ts starts: indexing computes, and a request must not wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openPool, type DatabaseAddress } from '../../db/pool.ts'
import { keepIndexes } from './keep.ts'

const { address, from, everyMs } = workerData as { address: DatabaseAddress; from: number; everyMs: number }
const stop = new AbortController()
parentPort!.once('message', () => stop.abort())

const db = openPool(address, { max: 3, name: 'parley index' })
try {
  await keepIndexes({
    db,
    from,
    everyMs,
    signal: stop.signal,
    tell: (message, details) => parentPort!.postMessage({ message, details }),
  })
} finally {
  await db.end()
  parentPort!.close()
}
