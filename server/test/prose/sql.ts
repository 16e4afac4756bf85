/** Prose in migrations: comments, of which lines that follow each other are one text. */
import type { Prose } from './source.ts'

export function proseInSql(file: string, source: string): Prose[] {
  const found: Prose[] = []
  let end = -2
  for (const [at, row] of source.split('\n').entries()) {
    const text = /^\s*--\s?(.*)$/.exec(row)?.[1]
    if (text === undefined) continue
    if (end === at - 1) found.at(-1)!.text += ` ${text}`
    else found.push({ file, line: at + 1, text })
    end = at
  }
  return found
}
