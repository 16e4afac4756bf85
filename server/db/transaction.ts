/** Transactions and savepoints on a session that nobody else uses meanwhile. */
import type { Statement } from './build.ts'
import type { Rows } from './rows.ts'
import type { Session } from './session.ts'
import { makeSql, type Sql, type SqlOptions } from './sql.ts'
import { DatabaseUnavailable } from './unavailable.ts'

export interface Transaction extends Sql {
  /** Runs work that may fail without the transaction failing with it: then all that it wrote is undone. */
  savepoint<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

const FAILED_BEFORE = '25P02'

/**
 * Commits what the work did, or undoes all of it where the work or one of its statements failed. A
 * failed statement is told as it was, not as the refusals that follow it.
 */
export async function runTransaction<T>(
  session: Session,
  mode: string,
  work: (tx: Transaction) => Promise<T>,
  options: SqlOptions,
): Promise<T> {
  const scope = new Scope(session, options)
  session.begin(mode)
  let result: T
  try {
    result = await scope.do(work)
  } catch (error) {
    await scope.undo('rollback')
    // Its commit was never sent.
    if (error instanceof DatabaseUnavailable) error.undone = true
    throw error
  }
  await session.commit()
  return result
}

class Scope {
  readonly #session: Session
  readonly #options: SqlOptions
  readonly #savepoints: { made: number }
  #failure: unknown

  constructor(session: Session, options: SqlOptions, savepoints = { made: 0 }) {
    this.#session = session
    this.#options = options
    this.#savepoints = savepoints
  }

  async do<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = Object.assign(
      makeSql((statement) => this.#run(statement), this.#options),
      { savepoint: <R>(work: (tx: Transaction) => Promise<R>) => this.#savepoint(work) },
    )
    let result: T
    try {
      result = await work(tx)
    } catch (error) {
      throw (error as { code?: string } | undefined)?.code === FAILED_BEFORE ? (this.#failure ?? error) : error
    }
    if (this.#failure !== undefined) throw this.#failure
    return result
  }

  /** Where even that cannot be told, the session ends, and the transaction with it. */
  async undo(text: string): Promise<void> {
    try {
      await this.#session.run({ text, values: [], plain: false })
    } catch {
      this.#session.destroy()
    }
  }

  async #run(statement: Statement): Promise<Rows> {
    try {
      return await this.#session.run(statement)
    } catch (error) {
      this.#failure ??= error
      throw error
    }
  }

  async #savepoint<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const name = `s${++this.#savepoints.made}`
    const inner = new Scope(this.#session, this.#options, this.#savepoints)
    const begun = this.#run({ text: `savepoint ${name}`, values: [], plain: false })
    begun.catch(() => {}) // statements that follow fail with it
    try {
      return await inner.do(work)
    } catch (error) {
      await this.undo(`rollback to savepoint ${name}`)
      throw error
    }
  }
}
