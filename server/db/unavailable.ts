/** The database cannot be asked now: it is away, a connection was lost, or an answer did not come in time. */
import { DatabaseError } from 'pg'

export type Outage =
  /** No connection could be opened. */
  | 'CONNECT_FAILED'
  /** A connection was lost while something was asked. */
  | 'CONNECTION_LOST'
  /** No answer came, or no connection was free, in time. */
  | 'CONNECTION_DEADLINE'

export class DatabaseUnavailable extends Error {
  readonly code: Outage
  /** True if nothing of what was asked can have been done, so that it may be asked again. */
  undone: boolean

  constructor(code: Outage, message: string, options: { undone: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'DatabaseUnavailable'
    this.code = code
    this.undone = options.undone
  }
}

/** admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped, idle sessions that the server ended. */
const ENDED = /^(57P0[1-5]|25P0[34]|08)/

/** Maps an error of the driver for a statement that was sent. Errors from the server are returned as they are. */
export function failureOf(error: Error): Error {
  if (error instanceof DatabaseUnavailable) return error
  if (error instanceof DatabaseError && !ENDED.test(error.code ?? '')) return error
  return new DatabaseUnavailable('CONNECTION_LOST', 'the connection to the database was lost', {
    undone: false,
    cause: error,
  })
}

/**
 * The server's own errors that pass: it lacks connections, memory or disk, its disk fails, a lock was not to be had, it
 * ended a statement that took too long, or takes no writes because another server took over.
 */
const PASSING = /^(53|57|58|55006|55P03|25006)/

/** True if the database could not be asked, or could not answer, for a reason that has nothing to do with what was asked. */
export const isOutage = (error: unknown): boolean =>
  error instanceof DatabaseUnavailable || (error instanceof DatabaseError && PASSING.test(error.code ?? ''))

/** serialization_failure, deadlock_detected: transactions that PostgreSQL ended to break a tie. */
const TIED = new Set(['40001', '40P01'])

export const isTied = (error: unknown): boolean => error instanceof DatabaseError && TIED.has(error.code ?? '')

/** "cached plan must not change result type", or a prepared statement that the server does not know. */
export const isStale = (error: unknown): boolean =>
  error instanceof DatabaseError &&
  ((error.code === '0A000' && error.routine === 'RevalidateCachedQuery') || error.code === '26000')

const isLost = (error: unknown): error is DatabaseUnavailable =>
  error instanceof DatabaseUnavailable && error.code === 'CONNECTION_LOST'

/** True if nothing of a transaction was kept, and it may well succeed when it is begun again at once. */
export const mayBeginAgain = (error: unknown): boolean =>
  (isLost(error) && error.undone) || isStale(error) || isTied(error)

const READS = 5

/** Reads again where the connection was lost: a read leaves nothing behind. */
export async function readAgain<T>(read: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await read()
    } catch (error) {
      if (time === READS || !isLost(error)) throw error
    }
  }
}
