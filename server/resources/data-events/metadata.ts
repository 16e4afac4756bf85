/**
 * Metadata of an event: at most ten keys, each with a text, a number, a boolean, null, a link (`{url, value}`) or an
 * amount of money (`{amount, currency}`). A text that is a link and a number whose key ends in `_date` need no form
 * of their own.
 */
import { parameterInvalid } from '../../http/errors.ts'

export type Metadata = Record<string, unknown>

/** Further keys are ignored, whatever they hold. */
const KEYS = 10
const MAX_KEY = 255
const MAX_TEXT = 2000

/** @throws 400 parameter_invalid */
export function keepMetadata(metadata: Metadata | null | undefined): Metadata {
  const kept = Object.entries(metadata ?? {}).slice(0, KEYS)
  for (const [key, value] of kept) {
    if (key.length > MAX_KEY) throw invalid('a key is too long')
    if (!isText(value) && !isScalar(value) && !isLink(value) && !isMoney(value))
      throw invalid(
        typeof value === 'string'
          ? `${key} is too long`
          : `${key} is nested, and neither a link nor an amount of money`,
      )
  }
  return Object.fromEntries(kept)
}

const invalid = (why: string) => parameterInvalid(`Invalid metadata: ${why}`, 'metadata')

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT

const isScalar = (value: unknown) => value === null || ['number', 'boolean'].includes(typeof value)

const isLink = (value: unknown) =>
  has(value, 'url', 'value') && isUrl(value.url) && (isText(value.value) || isScalar(value.value))

const isUrl = (value: unknown) => isText(value) && /^https?:\/\//i.test(value)

/** Cents, and the code of a currency. */
const isMoney = (value: unknown) =>
  has(value, 'amount', 'currency') &&
  Number.isSafeInteger(value.amount) &&
  (value.amount as number) >= 0 &&
  typeof value.currency === 'string' &&
  /^[a-z]{3}$/i.test(value.currency)

/** An object of these two keys, and no other. */
const has = <A extends string, B extends string>(value: unknown, a: A, b: B): value is Record<A | B, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 2 && a in value && b in value
