/** A value as it is kept: of its attribute's type. */
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { readIsoTime } from '../../iso-time.ts'
import { labelsOf } from './options.ts'

export type Declared = Pick<DataAttributesRow, 'model' | 'name' | 'data_type' | 'options'>

/** The most characters of a text. That of conversations may have several lines. */
const MAX_TEXT = { contact: 255, company: 255, conversation: 10_000 } as Record<string, number>

/**
 * Text that says a number, a switch or a time is taken for it, as clients that read forms send it.
 * @returns null where the value is to be cleared
 * @throws 400 parameter_invalid
 */
export function readValue(attribute: Declared, value: unknown): unknown {
  const { model, name, data_type } = attribute
  if (value === null || value === undefined) return null
  const kept = readers[data_type]?.(value)
  if (kept === undefined) throw parameterInvalid(`${name} must be of type ${typeName(attribute)}`)
  const labels = labelsOf(attribute)
  if (labels?.length === 0)
    throw parameterInvalid(`${name} has no options yet: they must be added to the attribute first`)
  if (labels && !labels.includes(String(kept))) throw parameterInvalid(`${name} must be one of: ${labels.join(', ')}`)
  const most = MAX_TEXT[model]!
  if (typeof kept === 'string' && kept.length > most)
    throw parameterInvalid(`${name} must have at most ${most} characters`)
  return kept
}

/** For conversations, numbers with a fraction are called decimal. */
const typeName = ({ model, data_type }: Declared) =>
  model === 'conversation' && data_type === 'float' ? 'decimal' : data_type

const readText = (value: unknown) => (typeof value === 'object' ? undefined : String(value))

/** By type; undefined for what is not of it. */
const readers: Record<string, (value: unknown) => string | number | boolean | undefined> = {
  string: readText,
  list: readText,
  integer(value) {
    const number = readNumber(value)
    return Number.isSafeInteger(number) ? number : undefined
  },
  float: readNumber,
  boolean(value) {
    if (value === true || value === 'true') return true
    return value === false || value === 'false' ? false : undefined
  },
  date: readTime,
  datetime: readTime,
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const LAST_SECOND = 253_402_300_799

/** Unix seconds, from seconds or from an ISO 8601 time. */
export function readTime(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const seconds = typeof value === 'string' && !/^-?\d+$/.test(value) ? readIsoTime(value) : Number(value)
  return Number.isSafeInteger(seconds) && Math.abs(seconds!) <= LAST_SECOND ? seconds : undefined
}
