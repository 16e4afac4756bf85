/** Opens the sessions of a pool, and tells the log when the database goes away and comes back. */
import { Session, type SessionOptions } from './session.ts'
import { DatabaseUnavailable } from './unavailable.ts'

export interface OutageLog {
  warn(details: object, message: string): void
  info(message: string): void
}

/** After a failure, what is asked meanwhile fails without another try: a crowd would keep the database down. */
const REST_MS = 200
const TELL_AGAIN_MS = 10_000

export class Opener {
  readonly #options: SessionOptions
  readonly #log: OutageLog | undefined
  #failure: { error: DatabaseUnavailable; at: number } | undefined
  #told = -Infinity

  constructor(options: SessionOptions, log: OutageLog | undefined) {
    this.#options = options
    this.#log = log
  }

  /** @throws DatabaseUnavailable */
  async open(): Promise<Session> {
    const last = this.#failure
    if (last && performance.now() - last.at < REST_MS)
      throw new DatabaseUnavailable('CONNECT_FAILED', last.error.message, { undone: true, cause: last.error.cause })
    try {
      const session = await Session.open(this.#options)
      if (this.#failure) this.#log?.info('the database answers again')
      this.#failure = undefined
      this.#told = -Infinity
      return session
    } catch (error) {
      this.#failure = { error: error as DatabaseUnavailable, at: performance.now() }
      this.#tell(error as DatabaseUnavailable)
      throw error
    }
  }

  #tell({ message }: DatabaseUnavailable): void {
    if (performance.now() - this.#told < TELL_AGAIN_MS) return
    this.#told = performance.now()
    this.#log?.warn({ reason: message }, 'no connection to the database can be opened')
  }
}

/** @throws DatabaseUnavailable if it takes longer; a later result is discarded */
export async function within<T>(ms: number, waited: Promise<T>, message: string): Promise<T> {
  if (ms === Infinity) return waited
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseUnavailable('CONNECTION_DEADLINE', message, { undone: true })), ms)
  })
  try {
    return await Promise.race([waited, late])
  } finally {
    clearTimeout(timer)
  }
}
