/** Splits the connections that one process may have among requests, jobs and the worker library. */
import type { PoolSize } from './pool.ts'

export interface Shares {
  /** For requests, besides one that listens. */
  requests: PoolSize
  /** For what jobs ask. */
  jobs: PoolSize
  /** For the worker library: it listens on two, and takes and completes jobs on the others. */
  worker: number
}

export const CONNECTIONS = { least: 10, usual: 20 }

const LISTENING = 1
const WORKER = 4

export function shareConnections(all: number): Shares {
  const free = all - LISTENING - WORKER
  const part = (share: number) => Math.max(1, Math.round(free * share))
  const requests = { statements: part(0.27), long: part(0.13), transactions: 0 }
  const jobs = { statements: 1, transactions: part(0.13), long: 0 }
  requests.transactions = free - requests.statements - requests.long - jobs.statements - jobs.transactions
  return { requests, jobs, worker: WORKER }
}
