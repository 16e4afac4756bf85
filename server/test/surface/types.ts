/** A schema in a few words, as the kept surface writes it. */
import type { TSchema } from 'typebox'
import { isTime, modelName } from '../../schema/types.ts'

interface Parts {
  type?: string | string[]
  anyOf?: TSchema[]
  items?: TSchema
  properties?: Record<string, TSchema>
  required?: string[]
  enum?: unknown[]
  const?: unknown
}

const LIMITS = [
  'minimum',
  'maximum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
] as const

export function typeOf(schema: TSchema, { limits }: { limits: boolean }): string {
  const parts = schema as Parts
  const name = modelName(schema)
  if (name !== undefined && !limits) return name
  if (parts.anyOf) return parts.anyOf.map((branch) => typeOf(branch, { limits })).join(' | ')
  if ('const' in parts) return JSON.stringify(parts.const)
  if (parts.enum) return parts.enum.map((value) => JSON.stringify(value)).join(' | ')
  const plain = isTime(schema) ? 'time' : [parts.type ?? 'anything'].flat().join(' | ')
  const word = parts.items ? listOf(typeOf(parts.items, { limits })) : plain
  const set = limits ? LIMITS.filter((limit) => (schema as Record<string, unknown>)[limit] !== undefined) : []
  if (set.length === 0) return word
  return `${word} (${set.map((limit) => `${limit} ${(schema as Record<string, unknown>)[limit]}`).join(', ')})`
}

const listOf = (item: string) => (/^[\w"]+$/.test(item) ? `${item}[]` : `(${item})[]`)

export interface Field {
  name: string
  schema: TSchema
  optional: boolean
}

export function childrenOf(schema: TSchema): Field[] {
  const { properties = {}, required = [] } = schema as Parts
  return Object.entries(properties).map(([name, child]) => ({
    name,
    schema: child,
    optional: !required.includes(name),
  }))
}
