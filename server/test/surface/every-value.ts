/**
 * Values that a schema allows: one that is full, and one for each further value of each enumerated property, wherever
 * it stands, but in models within it, whose values are theirs. Text is a digit, which is an id, a number and a word.
 */
import type { TSchema } from 'typebox'
import { modelName } from '../../schema/types.ts'

interface Parts {
  type?: string | string[]
  anyOf?: TSchema[]
  items?: TSchema
  properties?: Record<string, TSchema>
  enum?: unknown[]
  const?: unknown
}

type Values = { at: string; value: unknown }[]
const known = new WeakMap<TSchema, Values>()

/** @returns the full value first, then those that differ from it, each with the place in which it does */
export function everyValue(schema: TSchema): Values {
  const values = known.get(schema) ?? valuesOf(schema)
  known.set(schema, values)
  return values
}

const everyInner = (schema: TSchema): Values =>
  modelName(schema) === undefined ? everyValue(schema) : everyValue(schema).slice(0, 1)

function valuesOf(schema: TSchema): Values {
  const { anyOf, items, properties, enum: values, type, ...parts } = schema as Parts
  if ('const' in parts) return [{ at: '', value: parts.const }]
  if (values) return values.map((value) => ({ at: `: ${JSON.stringify(value)}`, value }))
  if (anyOf) return anyOf.flatMap(everyInner)
  if (items) return everyInner(items).map(({ at, value }) => ({ at: `[]${at}`, value: [value] }))
  if (properties) return everyObject(properties)
  return [{ at: '', value: PLAIN[[type ?? 'object'].flat()[0]!] }]
}

function everyObject(properties: Record<string, TSchema>): Values {
  const each = Object.entries(properties).map(([name, child]) => [name, everyInner(child)] as const)
  const full = Object.fromEntries(each.map(([name, [first]]) => [name, first!.value]))
  return [
    { at: '', value: full },
    ...each.flatMap(([name, [, ...others]]) =>
      others.map(({ at, value }) => ({ at: `.${name}${at}`, value: { ...full, [name]: value } })),
    ),
  ]
}

const PLAIN: Record<string, unknown> = {
  string: '1',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
  object: {},
  array: [],
}
