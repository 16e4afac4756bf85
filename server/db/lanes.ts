/**
 * A few sessions for single statements. Each takes statements while it is at others; the next one goes to the
 * session that has the fewest.
 */
import type { Statement } from './build.ts'
import { within, type Opener } from './opener.ts'
import type { Rows } from './rows.ts'
import type { Session } from './session.ts'
import { isStale } from './unavailable.ts'

export class Lanes {
  readonly #opener: Opener
  readonly #most: number
  readonly #patienceMs: number
  #sessions: Session[] = []
  #opening: Promise<Session> | undefined
  #ended = false

  constructor(opener: Opener, most: number, patienceMs: number) {
    this.#opener = opener
    this.#most = most
    this.#patienceMs = patienceMs
  }

  async run(statement: Statement): Promise<Rows> {
    try {
      return await this.#runOnce(statement)
    } catch (error) {
      if (isStale(error)) return this.#runOnce(statement) // the server has refused it before it did anything
      throw error
    }
  }

  async #runOnce(statement: Statement): Promise<Rows> {
    const session = this.#leastBusy()
    if (!session || (session.waiting > 0 && this.#sessions.length < this.#most)) {
      const opening = this.#openAnother()
      if (!session) return (await within(this.#patienceMs, opening, NO_ANSWER)).run(statement)
      opening.catch(() => {}) // it was not needed yet
    }
    return session.run(statement)
  }

  #leastBusy(): Session | undefined {
    let best: Session | undefined
    for (const session of this.#sessions) if (!best || session.waiting < best.waiting) best = session
    return best
  }

  #openAnother(): Promise<Session> {
    return (this.#opening ??= this.#open().finally(() => (this.#opening = undefined)))
  }

  async #open(): Promise<Session> {
    if (this.#ended) throw new Error('the pool is closed')
    const session = await this.#opener.open()
    if (this.#ended) session.destroy()
    this.#sessions.push(session)
    session.onClose(() => this.#remove(session))
    this.#retireWorn()
    return session
  }

  #remove(session: Session): void {
    this.#sessions = this.#sessions.filter((other) => other !== session)
  }

  /** One at a time, as another one has come. */
  #retireWorn(): void {
    const worn = this.#sessions.find(({ isWorn }) => isWorn)
    worn?.end().catch(() => {})
  }

  async end(): Promise<void> {
    this.#ended = true
    await Promise.all(this.#sessions.map((session) => session.end()))
  }

  destroy(): void {
    for (const session of this.#sessions) session.destroy()
  }
}

export const NO_ANSWER = 'the database does not answer'
