/**
 * Cursors of keyset paging: the sort values of a page's last row and its id, as base64 of a JSON array. Opaque to
 * clients, stateless, and good after a restart.
 *
 *   encodeCursor([row.created_at.getTime(), row.id]) → 'WzE3…'
 *   decodeCursor(query.starting_after, 2)            → [1734537437000, '6762…']
 */
import { apiError } from './errors.ts'

export type CursorValue = string | number | null

export const encodeCursor = (values: CursorValue[]): string => Buffer.from(JSON.stringify(values)).toString('base64')

/** @throws 400 client_error where the text is no cursor of this many values, or of up to `most`. */
export function decodeCursor(text: unknown, length: number, most = length): CursorValue[] {
  const values = typeof text === 'string' && text.length <= 4096 ? parse(text) : undefined
  if (!Array.isArray(values) || values.length < length || values.length > most || !values.every(isCursorValue))
    throw invalidCursor()
  return values
}

/** @throws 400 client_error */
export const invalidCursor = () =>
  apiError(
    400,
    'client_error',
    'Invalid starting_after param. Please try again using a starting_after value from a paginated response',
  )

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
  } catch {
    return undefined // not a cursor: the caller answers 400
  }
}

const isCursorValue = (value: unknown): value is CursorValue =>
  value === null ||
  (typeof value === 'number' && Number.isSafeInteger(value)) ||
  (typeof value === 'string' && value.length <= 1024 && !value.includes('\0'))
