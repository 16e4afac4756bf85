/** A body with keys added to each of its objects, but for those that the schema knows, and for free-form ones. */
import type { Operation } from '../../http/operation.ts'

interface Json {
  anyOf?: Json[]
  properties?: Record<string, Json>
  patternProperties?: object
  additionalProperties?: unknown
  items?: Json
}

type Values = Record<string, unknown>

export const addKeys = ({ body }: Operation, value: object, values: Values): object =>
  extend(body as Json, value, values) as object

function extend(schema: Json, value: unknown, values: Values): unknown {
  const branches = [schema, ...(schema.anyOf ?? [])]
  if (Array.isArray(value)) {
    const items = branches.find(({ items }) => items)?.items
    return items ? value.map((item) => extend(items, item, values)) : value
  }
  if (typeof value !== 'object' || value === null) return value
  const known = branches.find(({ properties }) => properties)?.properties
  if (!known) return value
  const own = Object.entries(value).map(([name, child]) => [
    name,
    known[name] ? extend(known[name], child, values) : child,
  ])
  const added = Object.entries(values).filter(([name]) => !Object.hasOwn(known, name))
  return Object.fromEntries([...added, ...own])
}
