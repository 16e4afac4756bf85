/**
 * Values on their way to and from PostgreSQL, as text.
 *
 * Column types as rows bring them: bigint → number (all ids stay below 2^53), timestamptz → Date,
 * json and jsonb → the value, numeric → string.
 */
import { types } from 'pg'

/** A value that travels as JSON, whatever it is. */
export class Json {
  readonly value: unknown

  constructor(value: unknown) {
    this.value = value
  }
}

/** Types that PostgreSQL is told, where it may not find them out from the statement. */
const TIMESTAMPTZ = 1184
const BOOLEAN = 16
const BYTEA = 17

export function typeOf(value: unknown): number {
  if (typeof value === 'boolean') return BOOLEAN
  if (value instanceof Date) return TIMESTAMPTZ
  return value instanceof Uint8Array ? BYTEA : 0
}

export function serialize(value: unknown): string | null {
  if (typeof value === 'string' || value === null) return value
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return String(value)
    case 'boolean':
      return value ? 't' : 'f'
    case 'object':
      if (value instanceof Date) return value.toISOString()
      if (value instanceof Json) return value.value === null ? null : JSON.stringify(value.value)
      if (Array.isArray(value)) return arrayLiteral(value)
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
      return JSON.stringify(value)
    default:
      throw new TypeError(`A ${typeof value} cannot be a parameter`)
  }
}

const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(arrayElement).join(',')}}`

function arrayElement(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return arrayLiteral(value)
  if (value instanceof Object && !(value instanceof Date) && !(value instanceof Uint8Array))
    throw new TypeError('An array of objects is JSON: give it with db.json')
  return `"${serialize(value)!.replace(/[\\"]/g, String.raw`\$&`)}"`
}

export type Parse = (text: string) => unknown

/** Undefined for what stays text. */
export const parserOf = (oid: number): Parse | undefined => PARSERS.get(oid)

/** PostgreSQL writes `2026-01-15 12:00:00+00`; the engine is quicker at reading `2026-01-15T12:00:00Z`. */
const parseTime = (text: string): Date =>
  text.endsWith('+00') && text[10] === ' ' ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : new Date(text)

const parseBytes = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')
const parseBoolean = (text: string): boolean => text === 't'

/** Quotes, nested arrays, nulls, and control characters that JSON does not take as they are. */
// oxlint-disable-next-line no-control-regex
const NOT_PLAIN = /["{\x00-\x1f]|NULL/

const parseArray = (parse: Parse | undefined) => (text: string) => {
  if (text === '{}') return []
  const inner = text.slice(1, -1)
  if (NOT_PLAIN.test(inner)) return parseQuoted(text, parse)
  // Texts by JSON.parse: split() would cut views out of the whole, which take longer to write out again.
  return parse ? inner.split(',').map(parse) : (JSON.parse(`["${inner.replaceAll(',', '","')}"]`) as string[])
}

// Its types tell of another library than the one that it is.
const { create } = types.arrayParser as unknown as {
  create(text: string, parse: (item: string | null) => unknown): { parse(): unknown[] }
}

const parseQuoted = (text: string, parse: Parse | undefined): unknown[] =>
  create(text, (item) => parseItem(item, parse)).parse()

const parseItem = (item: string | null, parse: Parse | undefined): unknown =>
  item === null || !parse ? item : parse(item)

/** By the kind of the element: its type, its array's type. */
const KINDS: [Parse | undefined, [type: number, array: number][]][] = [
  [
    Number,
    [
      [20, 1016],
      [21, 1005],
      [23, 1007],
      [26, 1028],
      [700, 1021],
      [701, 1022],
    ],
  ],
  [parseBoolean, [[16, 1000]]],
  [
    parseTime,
    [
      [1184, 1185],
      [1114, 1115],
    ],
  ],
  [(text) => new Date(text), [[1082, 1182]]],
  [
    (text) => JSON.parse(text),
    [
      [114, 199],
      [3802, 3807],
    ],
  ],
  [parseBytes, [[17, 1001]]],
  // text, varchar, char, name, uuid, numeric
  [
    undefined,
    [
      [25, 1009],
      [1043, 1015],
      [1042, 1014],
      [19, 1003],
      [2950, 2951],
      [1700, 1231],
    ],
  ],
]

const PARSERS = new Map<number, Parse>(
  KINDS.flatMap(([parse, kinds]) =>
    kinds.flatMap(([type, array]): [number, Parse][] => [
      ...(parse ? [[type, parse] as [number, Parse]] : []),
      [array, parseArray(parse)],
    ]),
  ),
)
