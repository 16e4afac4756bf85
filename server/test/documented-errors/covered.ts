/** True if a published error is in the table, or on the list of errors that are not produced. */
import type { NotProduced } from './not-produced.ts'
import type { PublishedError } from './published.ts'
import type { ErrorRow } from './row.ts'
import { versionsOf } from './versions-of.ts'

/** The rows of an error, whichever versions they are said of. */
const rowsOf = (rows: ErrorRow[], { operation, status, code, message, field }: PublishedError): ErrorRow[] =>
  rows.filter(
    (row) =>
      (operation === undefined || row.operation === operation) &&
      row.status === status &&
      row.code === code &&
      row.field === field &&
      (typeof row.message === 'string' ? withGaps(message).test(row.message) : row.message.test(sample(message))),
  )

/** @returns the versions in which an error is told of, has its operation, and is in no row; one without versions is in no row at all */
export function uncovered(rows: ErrorRow[], error: PublishedError): string[] {
  const found = rowsOf(rows, error)
  if (error.versions.length === 0) return found.length > 0 ? [] : ['any']
  const having = new Set(found.flatMap((row) => versionsOf(row).map(({ name }) => name)))
  const served = new Set(versionsOf({ operation: error.operation! }).map(({ name }) => name))
  return error.versions.filter((version) => served.has(version) && !having.has(version))
}

export const reasonsFor = (list: NotProduced[], { operation, status, code, message }: PublishedError): NotProduced[] =>
  list.filter(
    (entry) =>
      entry.operations.test(operation ?? '') &&
      entry.status === status &&
      entry.code === code &&
      entry.message.test(message),
  )

/** Notes show what varies between backticks, and leave the end away. */
const withGaps = (message: string): RegExp =>
  new RegExp(
    `^${message
      .split(/`[^`]*`|…/)
      .map(escape)
      .join('.*')}$`,
  )

const sample = (message: string): string => message.replaceAll(/`[^`]*`/g, 'f'.repeat(24))

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
