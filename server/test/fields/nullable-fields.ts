/** The fields that a request's body may hold as null, found in the schemas of the operations. */
import type { TSchema } from 'typebox'
import type { Operation } from '../../http/operation.ts'

/** Names from the body inwards; `[]` is any item of a list. */
export interface NullableField {
  path: string[]
  schema: TSchema
  /** It cannot be left out. */
  required: boolean
}

interface Json {
  type?: string | string[]
  anyOf?: Json[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
}

const allowsNull = ({ type, anyOf = [] }: Json): boolean => [type].flat().includes('null') || anyOf.some(allowsNull)

export function nullableFieldsOf({ body }: Operation): NullableField[] {
  return body ? walk(body as Json, []) : []
}

function walk(schema: Json, path: string[]): NullableField[] {
  return [schema, ...(schema.anyOf ?? [])].flatMap(({ properties = {}, required = [], items }) => [
    ...Object.entries(properties).flatMap(([name, child]) => {
      const at = [...path, name]
      const own = allowsNull(child) ? [{ path: at, schema: child as TSchema, required: required.includes(name) }] : []
      return [...own, ...walk(child, at)]
    }),
    ...(items ? walk(items, [...path, '[]']) : []),
  ])
}

/** A value of the field's type that is not null. */
export function someValue(schema: TSchema): unknown {
  const { type, anyOf, enum: words, minimum, properties } = schema as Json & { enum?: unknown[]; minimum?: number }
  const branch = anyOf?.find((one) => one.type !== 'null')
  if (branch) return someValue(branch as TSchema)
  if (words) return words.at(-1)
  if ('x-time' in schema) return 1_700_000_001
  const types = [type].flat()
  if (types.includes('string')) return 'set'
  if (types.includes('boolean')) return true
  if (types.includes('integer') || types.includes('number')) return Math.max(5, minimum ?? 5)
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, someValue(one as TSchema)]))
  throw new Error(`no value for ${JSON.stringify(schema)}: add one to cleared-values.ts`)
}

/** The body with the field set; objects on the way are made, and every item of a list gets it. */
export function withField(body: unknown, [name, ...rest]: string[], value: unknown): any {
  if (name === undefined) return value
  if (name === '[]') return ((body as unknown[] | undefined) ?? [{}]).map((item) => withField(item, rest, value))
  const before = (body ?? {}) as Record<string, unknown>
  return { ...before, [name]: withField(before[name], rest, value) }
}

/** The body without the field. */
export function withoutField(body: unknown, [name, ...rest]: string[]): any {
  if (name === '[]') return ((body as unknown[] | undefined) ?? []).map((item) => withoutField(item, rest))
  const { [name!]: child, ...others } = (body ?? {}) as Record<string, unknown>
  if (rest.length === 0 || child === undefined || child === null) return others
  return { ...others, [name!]: withoutField(child, rest) }
}
