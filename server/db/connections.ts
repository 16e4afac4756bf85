/** Splits the connections that one process may have among requests, jobs and the worker library. */
import type { PoolSize } from './pool.ts'

export interface Shares {
  /** For requests, besides one that listens. */
  requests: PoolSize
  /** For what jobs ask. */
  jobs: PoolSize
  /** For the worker library: it listens on three, and takes and completes jobs on the others. */
  worker: number
}

export const CONNECTIONS = { least: 15, usual: 24 }

/** Long jobs of a process at a time. Each may read on a connection apart, and write in a transaction meanwhile. */
export const LONG_JOBS = 2

const LISTENING = 1
const WORKER = 5

export function shareConnections(all: number): Shares {
  const free = all - LISTENING - WORKER
  // Long jobs that wait in transactions leave one to the others.
  const transactions = Math.max(LONG_JOBS + 1, Math.round(free * 0.13))
  const jobs = { statements: 1, transactions, long: LONG_JOBS }
  const rest = free - jobs.statements - jobs.transactions - jobs.long
  const part = (share: number) => Math.max(1, Math.round(rest * share))
  const requests = { statements: part(0.33), long: part(0.17), transactions: 0 }
  requests.transactions = rest - requests.statements - requests.long
  return { requests, jobs, worker: WORKER }
}
