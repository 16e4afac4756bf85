/** Rows in columns; the first row is their heads. */
export function asTable(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The option of every command that lists. */
export const JSON_OPTION = ['--json', 'as JSON, for programs'] as const

/** Prints a list, for people or for programs. @param heads the heads of the columns, and each row as text */
export function printList<T extends object>(
  items: T[],
  json: boolean | undefined,
  columns: Record<string, (item: T) => string>,
): void {
  const rows = items.map((item) => Object.values(columns).map((cell) => cell(item)))
  console.log(json ? JSON.stringify(items, null, 2) : asTable([Object.keys(columns), ...rows]))
}
