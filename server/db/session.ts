/** A connection to PostgreSQL. Statements are sent as they come, without waiting for the answers before them. */
import { Client } from 'pg'
import { clientConfig, type DatabaseAddress } from './address.ts'
import type { Statement } from './build.ts'
import { StatementNames } from './names.ts'
import type { Rows } from './rows.ts'
import { SentStatement, type Prepared, type Wire } from './statement.ts'
import { serialize, typeOf } from './values.ts'
import { DatabaseUnavailable, isStale } from './unavailable.ts'

export interface SessionOptions {
  address: DatabaseAddress
  /** Shown by pg_stat_activity. */
  name: string
  /** Deadline of a statement in ms; none by default. */
  statementMs: number | undefined
  connectMs: number
  names: StatementNames
  /** Told of every statement that is sent. */
  watch?: ((text: string, values: readonly (string | null)[]) => void) | undefined
}

/** Grace of the client on top of the server's own deadline: a later answer was lost on the way. */
const GRACE_MS = 1000
/** Interval between checks for late answers. */
const LOOK_MS = 250
/** A session that has prepared more than this is replaced by another. */
const PREPARED_MOST = 1000
/** A transaction in which nothing is asked for so long has lost its client; it holds locks. */
const IDLE_IN_TRANSACTION_MS = 15_000

const BEGIN = { text: 'begin', values: [], plain: false }
const COMMIT = { text: 'commit', values: [], plain: false }

type PgClient = Client & { connection: Wire; getTransactionStatus(): string | null }

export class Session {
  /** False once nothing more can be sent. */
  isOpen = true
  readonly #client: PgClient
  readonly #options: SessionOptions
  readonly #prepared = new Map<string, Prepared>()
  /**
   * Statements without an answer, the oldest first. The tables that a set discards, once old, would keep those of
   * later ones from being collected (docs/performance.md).
   */
  readonly #sent: SentStatement[] = []
  readonly #watchdog: NodeJS.Timeout
  #corked = false
  #onClose: (() => void) | undefined

  /** @throws DatabaseUnavailable */
  static async open(options: SessionOptions): Promise<Session> {
    const client = new Client({
      ...clientConfig(options.address),
      application_name: options.name,
      connectionTimeoutMillis: options.connectMs,
      pipeline: true,
    }) as PgClient
    let session: Session | undefined
    client.on('error', () => session?.destroy())
    client.on('end', () => session?.destroy())
    try {
      await client.connect()
    } catch (error) {
      client.connection.stream.destroy()
      throw new DatabaseUnavailable('CONNECT_FAILED', reasonOf(error), { undone: true, cause: error })
    }
    session = new Session(client, options)
    session.#setUp()
    return session
  }

  private constructor(client: PgClient, options: SessionOptions) {
    this.#client = client
    this.#options = options
    this.#watchdog = setInterval(() => this.#look(), LOOK_MS)
    this.#watchdog.unref()
  }

  /**
   * Sent ahead of whatever comes first; as statements, because poolers in between refuse most startup parameters.
   * PostgreSQL must notice within a minute that this side is gone, since others wait for its locks.
   */
  #setUp(): void {
    const { statementMs } = this.#options
    const limits =
      statementMs === undefined
        ? ''
        : `; set statement_timeout = ${statementMs}; set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`
    const alive = '; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3'
    this.run({ text: `set timezone = 'UTC'${alive}${limits}`, values: [], plain: true }).catch(() => this.destroy())
  }

  get client(): Client {
    return this.#client
  }

  /** The number of statements that wait for answers. */
  get waiting(): number {
    return this.#sent.length
  }

  /** True inside a transaction, open or failed. */
  get isInTransaction(): boolean {
    return this.#client.getTransactionStatus() !== 'I'
  }

  get isWorn(): boolean {
    return this.#prepared.size > PREPARED_MOST
  }

  onClose(closed: () => void): void {
    if (this.isOpen) this.#onClose = closed
    else closed()
  }

  /** @throws DatabaseUnavailable, or the error that PostgreSQL answers */
  run(statement: Statement): Promise<Rows> {
    return this.#settle(this.#send(statement))
  }

  /** Opens a transaction: where that fails, so does its first statement. */
  begin(mode: string): void {
    this.run({ ...BEGIN, text: mode === '' ? 'begin' : `begin ${mode}` }).catch(() => {})
  }

  /** @throws where the transaction was not committed */
  async commit(): Promise<void> {
    const sent = this.#send(COMMIT)
    await this.#settle(sent)
    if (sent.command !== 'COMMIT') throw new Error(`a commit was answered with ${sent.command}`)
  }

  async #settle(sent: SentStatement): Promise<Rows> {
    try {
      return await sent.answer
    } catch (error) {
      // Tables have changed since it was prepared. From now on all are prepared anew.
      if (isStale(error)) this.#options.names.renew()
      throw error
    } finally {
      this.#forget(sent)
    }
  }

  /** Removes a statement, which is the first one unless it failed before its turn. */
  #forget(sent: SentStatement): void {
    if (this.#sent[0] === sent) this.#sent.shift()
    else this.#sent.splice(this.#sent.indexOf(sent), 1)
  }

  #send({ text, values, plain }: Statement): SentStatement {
    const { names, statementMs, watch } = this.#options
    const types = typesOf(values)
    const texts = values.map(serialize)
    const name = plain ? undefined : names.nameOf(text, types)
    watch?.(text, texts)
    const deadline = statementMs === undefined ? Infinity : performance.now() + statementMs + GRACE_MS
    const sent = new SentStatement({ text, values: texts, types, name, plain }, this.#prepared, deadline)
    this.#sent.push(sent)
    this.#cork()
    this.#client.query(sent as never)
    return sent
  }

  /** Statements of one turn of the event loop go out in one write. */
  #cork(): void {
    if (this.#corked) return
    this.#corked = true
    const { stream } = this.#client.connection
    stream.cork()
    setImmediate(() => {
      this.#corked = false
      stream.uncork()
    })
  }

  #look(): void {
    const [oldest] = this.#sent
    if (!oldest || performance.now() < oldest.deadline) return
    const late = 'the database did not answer in time'
    for (const sent of this.#sent)
      sent.handleError(new DatabaseUnavailable('CONNECTION_DEADLINE', late, { undone: false }))
    this.destroy()
  }

  /** Ends it when everything is answered. */
  async end(): Promise<void> {
    this.#close()
    await Promise.allSettled(this.#sent.map(({ answer }) => answer))
    // The server may have fallen silent: then it is not waited for.
    const late = setTimeout(() => this.destroy(), GRACE_MS)
    await this.#client.end()
    clearTimeout(late)
    clearInterval(this.#watchdog)
  }

  /** Ends the session at once; statements without an answer fail. */
  destroy(): void {
    this.#close()
    clearInterval(this.#watchdog)
    this.#client.connection.stream.destroy()
  }

  #close(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.#onClose?.()
  }
}

/** None at all where PostgreSQL finds out all of them. */
function typesOf(values: readonly unknown[]): number[] {
  const types = values.map(typeOf)
  return types.some((type) => type !== 0) ? types : []
}

function reasonOf(error: unknown): string {
  const { message, code, errors } = error as AggregateError & { code?: string }
  return message || errors?.[0]?.message || code || 'the database cannot be reached'
}
