/** What may stand in a statement besides values. */

/** A piece of SQL with its parameters, to stand inside another. */
export class Fragment {
  readonly strings: readonly string[]
  readonly args: readonly unknown[]

  constructor(strings: readonly string[], args: readonly unknown[]) {
    this.strings = strings
    this.args = args
  }
}

/** The name of a table or a column, or both with a dot between. */
export class Identifier {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** The values of an `in`. */
export class List {
  readonly values: readonly unknown[]

  constructor(values: readonly unknown[]) {
    this.values = values
  }
}

/** Rows, and the columns that they are written into. */
export class Columns {
  readonly rows: readonly Record<string, unknown>[]
  readonly names: readonly string[]

  constructor(rows: readonly Record<string, unknown>[], names: readonly string[]) {
    this.rows = rows
    this.names = names.length > 0 ? names : [...new Set(rows.flatMap(Object.keys))]
  }
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`
