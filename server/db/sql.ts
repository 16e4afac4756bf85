/**
 * The tag that SQL is written with. Values travel as parameters, never as text.
 *
 *   await db<ContactsRow[]>`select * from contacts where workspace_id = ${workspaceId} and id in ${db(ids)}`
 *   await db`insert into tags ${db({ workspace_id, name }, 'workspace_id', 'name')}`
 *   await db`update tags set ${db(changes, 'name', 'color')} where …`
 *   const listed = fragment`deleted_at is null`; await db`select … where ${listed}`
 *
 * An object is written into the columns that are named beside it, and into no others: names of columns are
 * literals of the code, so that they cannot come from a request's body. A statement is sent when it is awaited.
 */
import { build, type Statement } from './build.ts'
import { Columns, Fragment, Identifier, List } from './parts.ts'
import type { Rows } from './rows.ts'
import { Json } from './values.ts'

export type Row = Record<string, any>
export type Result<T extends readonly object[]> = T & { readonly count: number }

/** Sends a statement. */
export type Run = (statement: Statement) => Promise<Rows>

/** A statement: sent once, when it is first awaited. Until then it may stand inside another. */
export class Query<T extends readonly object[] = Row[]> extends Fragment implements Promise<Result<T>> {
  readonly #run: Run
  /** Text and values as they are given to `unsafe`. */
  readonly #given: Statement | undefined
  #answer: Promise<Result<T>> | undefined
  readonly [Symbol.toStringTag] = 'Query'

  constructor(strings: readonly string[], args: readonly unknown[], run: Run, given?: Statement) {
    super(strings, args)
    this.#run = run
    this.#given = given
  }

  /** Sends it now. */
  execute(): this {
    this.#answer ??= this.#send()
    return this
  }

  async #send(): Promise<Result<T>> {
    return (await this.#run(this.#given ?? build(this))) as unknown as Result<T>
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise
  then<A = Result<T>, B = never>(
    answered?: ((rows: Result<T>) => A | PromiseLike<A>) | null,
    failed?: ((error: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return (this.#answer ??= this.#send()).then(answered, failed)
  }

  catch<B = never>(failed?: ((error: any) => B | PromiseLike<B>) | null): Promise<Result<T> | B> {
    return this.then(undefined, failed)
  }

  finally(done?: (() => void) | null): Promise<Result<T>> {
    return this.then((rows) => rows).finally(done)
  }
}

/** The names, if they are written in the code (`string` is not) and none of the row's is forgotten. */
type Complete<T, Name extends keyof T & string> = string extends Name
  ? never
  : string extends keyof T
    ? [Name, ...Name[]]
    : [Exclude<keyof T & string, Name>] extends [never]
      ? [Name, ...Name[]]
      : [{ theseColumnsAreNotNamed: Exclude<keyof T & string, Name> }]

export interface Sql {
  <T extends readonly object[] = Row[]>(strings: TemplateStringsArray, ...values: unknown[]): Query<T>
  /** The name of a table or a column. */
  (name: string): Fragment
  /** `in ${db(ids)}` */
  (values: readonly (string | number)[]): Fragment
  /**
   * Rows to insert, or what an update sets: these columns of theirs, which are all that the row's type has. A column
   * that is undefined in the row is left out.
   */
  <T extends object, const Name extends keyof T & string>(
    row: T | readonly T[],
    ...columns: Complete<T, Name>
  ): Fragment
  /** A value that travels as JSON. Values with a cast (`${value}::jsonb`) do so anyway. */
  json(value: unknown): any
  /** SQL as text, with $1 and so on for its values. Several statements where there are no values. */
  unsafe<T extends readonly object[] = Row[]>(text: string, values?: readonly unknown[]): Query<T>
}

export interface SqlOptions {
  /**
   * Takes objects without a list of columns, too; and refuses one that has more than its list names, so that a test
   * finds what would be left out.
   */
  forTests?: boolean
}

export function makeSql(run: Run, { forTests = false }: SqlOptions = {}): Sql {
  function sql(first: unknown, ...rest: unknown[]): Fragment | Identifier | List | Columns {
    if (isTemplate(first)) return new Query(first, rest, run)
    if (typeof first === 'string') return new Identifier(first)
    if (Array.isArray(first) && (first.length === 0 || !(first[0] instanceof Object))) return new List(first)
    const columns = new Columns((Array.isArray(first) ? first : [first]) as Row[], rest as string[])
    if (rest.length === 0 && !forTests) throw new TypeError('An object needs the names of its columns beside it')
    if (forTests) columns.refuseOthers()
    return columns
  }
  const more: Pick<Sql, 'json' | 'unsafe'> = {
    json: (value) => new Json(value),
    unsafe: <T extends readonly object[]>(text: string, values: readonly unknown[] = []) =>
      new Query<T>([text], [], run, { text, values, plain: values.length === 0 }),
  }
  return Object.assign(sql as unknown as Sql, more)
}

const isTemplate = (first: unknown): first is TemplateStringsArray => Array.isArray(first) && 'raw' in first
