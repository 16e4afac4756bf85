/**
 * A statement on its way through a client of `pg`, by the extended protocol. Frequent statements are prepared under a
 * name, so that their columns are described once for each connection instead of with every answer.
 */
import { Query } from 'pg'
import { Rows, shapeOf, type Column, type Shape } from './rows.ts'
import { failureOf } from './unavailable.ts'

/** Methods of pg's connection for custom queries. */
export interface Wire {
  stream: { cork(): void; uncork(): void; destroy(): void }
  parse(message: { name: string; text: string; types: readonly number[] }): void
  bind(message: { portal: string; statement: string; values: readonly (string | null)[] }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: { portal: string; rows: number }): void
  sync(): void
  query(text: string): void
  /** Statements that the server has confirmed, by name. */
  parsedStatements: Record<string, string | undefined>
}

/** Facts about a statement that is sent. */
export interface Outgoing {
  text: string
  values: readonly (string | null)[]
  types: readonly number[]
  /** Undefined where it is not prepared. */
  name: string | undefined
  plain: boolean
}

/** A prepared statement as its session knows it: its columns once they have been described. */
export interface Prepared {
  shape: Shape | undefined
}

const NOTHING = ''
const NO_COLUMNS: Shape = { make: () => ({}) }

// The types of pg do not tell what its client calls of a query.
const PgQuery = Query as unknown as new (text: string) => { text: string; name: string | undefined }

export class SentStatement extends PgQuery {
  readonly answer: Promise<Rows>
  /** The time after which nobody waits any more. */
  readonly deadline: number
  /** The word that the server ends with, such as COMMIT. */
  command = NOTHING
  readonly #outgoing: Outgoing
  readonly #prepared: Map<string, Prepared>
  readonly #resolve: (rows: Rows) => void
  readonly #reject: (error: Error) => void
  #shape: Shape | undefined
  #rows = new Rows()
  #unread: Error | undefined

  constructor(outgoing: Outgoing, prepared: Map<string, Prepared>, deadline: number) {
    super(outgoing.text)
    this.name = outgoing.name
    const { promise, resolve, reject } = Promise.withResolvers<Rows>()
    this.answer = promise
    this.deadline = deadline
    this.#outgoing = outgoing
    this.#prepared = prepared
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(wire: Wire): null {
    const { text, values, types, plain } = this.#outgoing
    if (plain) {
      wire.query(text)
      return null
    }
    const name = this.name ?? NOTHING
    const known = this.name === undefined ? undefined : this.#prepared.get(this.name)
    if (!known) wire.parse({ name, text, types })
    if (!known && this.name !== undefined) this.#prepared.set(this.name, { shape: undefined })
    wire.bind({ portal: NOTHING, statement: name, values })
    this.#shape = known?.shape
    if (!this.#shape) wire.describe({ type: 'P', name: NOTHING })
    wire.execute({ portal: NOTHING, rows: 0 })
    wire.sync()
    return null
  }

  handleRowDescription({ fields }: { fields: Column[] }): void {
    this.#learn(shapeOf(fields))
    this.#rows = new Rows()
  }

  #learn(shape: Shape): void {
    this.#shape = shape
    const known = this.name === undefined ? undefined : this.#prepared.get(this.name)
    if (known) known.shape = shape
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    try {
      this.#rows.push(this.#shape!.make(fields))
    } catch (error) {
      this.#unread ??= error as Error
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.command = text.split(' ', 1)[0]!
    this.#rows.count = Number(/\d+$/.exec(text)?.[0] ?? 0)
    if (!this.#shape) this.#learn(NO_COLUMNS)
  }

  handleEmptyQuery(): void {}

  handleCopyInResponse(wire: { sendCopyFail(message: string): void }): void {
    wire.sendCopyFail('There is nothing to copy from')
  }

  handleCopyData(): void {}

  /** Only now is it committed: the server has answered the statement's Sync. */
  handleReadyForQuery(): void {
    if (this.#unread) this.#reject(this.#unread)
    else this.#resolve(this.#rows)
  }

  handleError(error: Error, wire?: Wire): void {
    if (wire && this.name !== undefined && wire.parsedStatements[this.name] === undefined)
      this.#prepared.delete(this.name)
    this.#reject(failureOf(error))
  }
}
