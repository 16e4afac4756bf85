/** Parts of a statement besides values. */

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
    this.names = names.length > 0 ? names : [...new Set(rows.flatMap((row) => Object.keys(row)))]
  }

  /** @throws where a row has what would not be written */
  refuseOthers(): void {
    for (const row of this.rows)
      for (const [name, value] of Object.entries(row))
        if (value !== undefined && !this.names.includes(name)) throw new TypeError(`${name} is not among the columns`)
  }
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`
