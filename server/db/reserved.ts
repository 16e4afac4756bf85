/** Sessions that are used by one at a time: for transactions, and for what takes long. */
import { NO_ANSWER } from './lanes.ts'
import { within, type Opener } from './opener.ts'
import type { Session } from './session.ts'
import { DatabaseUnavailable } from './unavailable.ts'

interface Waiter {
  give(session: Promise<Session>): void
}

export class Reserved {
  readonly #opener: Opener
  readonly #most: number
  readonly #patienceMs: number
  readonly #queueMs: number
  #idle: Session[] = []
  /** Sessions that are idle, in use, or being opened. */
  #count = 0
  #waiters: Waiter[] = []
  readonly #used = new Set<Session>()
  #ended = false
  #onEmpty: (() => void) | undefined

  /**
   * @param patienceMs time to wait for a connection that is being opened
   * @param queueMs time to wait for a session to be given back
   */
  constructor(opener: Opener, most: number, { patienceMs, queueMs }: { patienceMs: number; queueMs: number }) {
    this.#opener = opener
    this.#most = most
    this.#patienceMs = patienceMs
    this.#queueMs = queueMs
  }

  /** @throws DatabaseUnavailable */
  async take(): Promise<Session> {
    if (this.#ended) throw new Error('the pool is closed')
    const idle = this.#idle.pop()
    if (idle) return this.#use(idle)
    return this.#count < this.#most ? this.#inTime(this.#patienceMs, this.#open(), NO_ANSWER) : this.#wait()
  }

  async #inTime(ms: number, session: Promise<Session>, message: string): Promise<Session> {
    try {
      return await within(ms, session, message)
    } catch (error) {
      session.then(
        (late) => this.give(late),
        () => {}, // it failed as well
      )
      throw error
    }
  }

  /** A session that somebody may have left in a transaction is not used again. */
  give(session: Session): void {
    this.#used.delete(session)
    if (session.isOpen && (session.isInTransaction || session.waiting > 0)) session.destroy()
    else if (session.isOpen && (session.isWorn || this.#ended)) session.end().catch(() => {})
    if (session.isOpen) {
      const waiter = this.#waiters.shift()
      if (waiter) waiter.give(Promise.resolve(this.#use(session)))
      else this.#idle.push(session)
    }
    if (this.#used.size === 0) this.#onEmpty?.()
  }

  #use(session: Session): Session {
    this.#used.add(session)
    return session
  }

  async #open(): Promise<Session> {
    this.#count++
    let session: Session
    try {
      session = await this.#opener.open()
    } catch (error) {
      this.#leave()
      throw error
    }
    session.onClose(() => {
      this.#idle = this.#idle.filter((other) => other !== session)
      this.#leave()
    })
    return this.#use(session)
  }

  /** One is gone, so that whoever waits may open another. */
  #leave(): void {
    this.#count--
    if (!this.#ended) this.#waiters.shift()?.give(this.#open())
  }

  async #wait(): Promise<Session> {
    const { promise, resolve } = Promise.withResolvers<Session>()
    const waiter: Waiter = { give: resolve }
    this.#waiters.push(waiter)
    try {
      return await this.#inTime(this.#queueMs, promise, 'every connection to the database is busy')
    } catch (error) {
      this.#waiters = this.#waiters.filter((other) => other !== waiter)
      throw error
    }
  }

  /** Ends when those that are used are given back. */
  async end(): Promise<void> {
    this.#ended = true
    const closed = new DatabaseUnavailable('CONNECT_FAILED', 'the pool is closed', { undone: true })
    for (const waiter of this.#waiters.splice(0)) waiter.give(Promise.reject(closed))
    if (this.#used.size > 0) await new Promise<void>((empty) => (this.#onEmpty = empty))
    await Promise.all(this.#idle.map((session) => session.end()))
  }

  destroy(): void {
    for (const session of [...this.#used, ...this.#idle]) session.destroy()
  }
}
