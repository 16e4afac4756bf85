/**
 * Reads values of the wrong JSON type where they mean one thing only: times as digits, fractions or
 * ISO 8601 text; numbers as text; switches as `0`, `1`, `"true"` or `"false"`. Clients in the field
 * send all of these (Segment digit strings, Jitsu ISO text, Python SDKs floats).
 *
 *   const coerce = coercer(schema)
 *   coerce(body) // true: something in it was replaced
 *
 * The validator calls it for requests that failed, so that well-typed ones cost nothing.
 */
import { readIsoTime } from '../iso-time.ts'
import { isTime } from '../schema/types.ts'

type Json = any
/** @returns the value to put in place, or the same one */
type Coerce = (value: Json) => Json

/** @param schema a JSON schema of an object @returns whether the value was changed, in place */
export function coercer(schema: Json): (value: Json) => boolean {
  const coerce = compile(schema)
  if (!coerce) return () => false
  return (value) => {
    const before = JSON.stringify(value)
    coerce(value)
    return JSON.stringify(value) !== before
  }
}

function compile(schema: Json): Coerce | undefined {
  if (isTime(schema)) return toTime
  if (Array.isArray(schema.anyOf)) return anyOf(schema.anyOf)
  switch (schema.type) {
    case 'integer':
    case 'number':
      return toNumber
    case 'boolean':
      return toSwitch
    case 'array':
      return schema.items && items(compile(schema.items))
    case 'object':
      return schema.properties && properties(schema.properties)
    default:
      return undefined
  }
}

/** A union that takes text means text by it. */
function anyOf(branches: Json[]): Coerce | undefined {
  const takesText = branches.some(({ type, enum: words }) => [type].flat().includes('string') || words?.some(isText))
  if (takesText) return undefined
  const coerces = branches.map(compile).filter((coerce) => coerce !== undefined)
  return coerces.length === 1 ? coerces[0] : undefined
}

const isText = (value: unknown) => typeof value === 'string'

function items(coerce: Coerce | undefined): Coerce | undefined {
  if (!coerce) return undefined
  return (value) => {
    if (Array.isArray(value)) value.forEach((item, at) => (value[at] = coerce(item)))
    return value
  }
}

function properties(schemas: Record<string, Json>): Coerce | undefined {
  const coerces = Object.entries(schemas).flatMap(([name, schema]) => {
    const coerce = compile(schema)
    return coerce ? [[name, coerce] as const] : []
  })
  if (coerces.length === 0) return undefined
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    for (const [name, coerce] of coerces) if (Object.hasOwn(value, name)) value[name] = coerce(value[name])
    return value
  }
}

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/

const toNumber: Coerce = (value) => (isText(value) && NUMBER.test(value) ? Number(value) : value)

const toSwitch: Coerce = (value) => {
  if (value === 1 || value === '1' || value === 'true') return true
  if (value === 0 || value === '0' || value === 'false') return false
  return value
}

/** Unix seconds. */
const toTime: Coerce = (value) => {
  if (typeof value === 'number') return Math.floor(value)
  if (!isText(value)) return value
  return NUMBER.test(value) ? Math.floor(Number(value)) : (readIsoTime(value) ?? value)
}
