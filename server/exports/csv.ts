/**
 * Writes CSV for programs that reads back as it was, and runs nothing in a spreadsheet: UTF-8 without a byte order
 * mark, records end in CRLF. Only writing is ours: no library guards texts alone and leaves numbers as they are.
 *
 *   csvRecord(['id', '=1+1', null, ''])   // id,'=1+1,,""
 */

/** Several texts of one cell are joined by ", ". */
export type Cell = string | number | boolean | Date | null | readonly (string | number)[]

/** Begins a formula in a spreadsheet, whatever number of apostrophes is before it. */
const GUARDED = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/** Runs nothing: a plain number, or a phone number in E.164. */
const PLAIN = /^(?:[+-]?\d+(?:\.\d+)?|\+\d{6,15})$/
const QUOTED = /[",;\t\r\n]|^\s|\s$/

/** Seconds are whole in the database of most rows; milliseconds stay where there are some. */
const isoTime = (time: Date): string => time.toISOString().replace('.000Z', 'Z')

/** `2026-03-29 01:30:00`, in UTC. */
export const plainTime = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')

/** @param writeTime writes times; as ISO 8601 with Z by default */
export const csvRecord = (cells: readonly Cell[], writeTime = isoTime): string =>
  `${cells.map((cell) => csvField(cell, writeTime)).join(',')}\r\n`

export function csvField(cell: Cell, writeTime = isoTime): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return textField(cell)
  if (cell instanceof Date) return writeTime(cell)
  if (Array.isArray(cell)) return textField(cell.join(', '))
  return String(cell)
}

function textField(text: string): string {
  const guarded = GUARDED.test(text) && !PLAIN.test(text) ? `'${text}` : text
  return guarded === '' || QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
