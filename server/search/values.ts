/**
 * JSON values to what a column holds. Values that pass here are safe as parameters: PostgreSQL refuses NUL and half
 * surrogates in text, numbers beyond the column's range, and dates before its calendar, and an answer to a search
 * must not be its error.
 *
 * Each throws 400 invalid_value where the value does not fit the type.
 */
import type { SearchContext } from './fields.ts'
import { invalidValue } from './search-errors.ts'

export function readString(value: unknown): string {
  if (!isText(value)) throw invalidValue(value, 'string')
  return value
}

/** True if PostgreSQL takes the value as text. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** Integers also come as text: the reference itself searches `admin_assignee_id` for "1627383". */
export function readInteger(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value
  if (!Number.isSafeInteger(number)) throw invalidValue(value, 'integer')
  return number as number
}

export function readFloat(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d{1,16}(\.\d{1,16})?$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) throw invalidValue(value, 'float')
  return number
}

export function readBoolean(value: unknown): boolean {
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw invalidValue(value, 'boolean')
}

/** The years 1 to about 275,000: clients do send milliseconds, which is a far but valid future. */
const FIRST_SECOND = -62_135_596_800
const LAST_SECOND = 8_640_000_000_000

/** Whole unix seconds. Inside a segment's filter also `{days_ago: n}`. */
export function readSeconds(value: unknown, { now, insideSegment }: SearchContext): number {
  const seconds = insideSegment && isDaysAgo(value) ? now.getTime() / 1000 - value.days_ago * 86_400 : readDate(value)
  if (seconds < FIRST_SECOND || seconds > LAST_SECOND) throw invalidValue(value, 'date')
  return Math.floor(seconds)
}

function readDate(value: unknown): number {
  const seconds = typeof value === 'string' && /^-?\d{1,16}(\.\d{1,6})?$/.test(value) ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw invalidValue(value, 'date')
  return seconds
}

const isDaysAgo = (value: unknown): value is { days_ago: number } =>
  typeof value === 'object' && value !== null && Number.isFinite((value as { days_ago?: unknown }).days_ago)
