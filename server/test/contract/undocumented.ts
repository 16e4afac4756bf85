/**
 * Properties of an answer that its description does not have. OpenAPI allows them; a client that was
 * generated from the description does not know them. Keys that an official example shows are known.
 */
import { METHODS, answerOf, model, type Description, type Schema } from './description.ts'
import { childrenOf, isObject, type Path } from './place.ts'

/** By name of a model, the keys that official examples of any operation show in it. */
export type ShownKeys = Map<string, Set<string>>

type Properties = Map<string, Schema[]>

/**
 * @returns a function that reports the path of each property that neither the schema nor an example of an answer has.
 * It remembers the properties of each schema: a suite sees tens of thousands of answers.
 */
export function undocumentedIn(
  description: Description,
  shown: ShownKeys,
): (answer: { schema: Schema; examples: unknown[] }, body: unknown) => Path[] {
  const asList = remember((schema: Schema) => [schema])
  const itemsOfAll = remember((schemas: Schema[]) => schemas.flatMap((one) => itemsOf(description, one)))
  const propertiesOfAll = remember((schemas: Schema[]) =>
    union(schemas.map((one) => propertiesOf(description, shown, one))),
  )

  return ({ schema, examples }, body) => {
    const found: Path[] = []
    walk(asList(schema), examples, body, [])
    return found

    function walk(schemas: Schema[], like: unknown[], value: unknown, path: Path): void {
      if (Array.isArray(value)) {
        const items = itemsOfAll(schemas)
        const alike = items.length > 0 ? childrenOf(like) : []
        if (items.length > 0) for (const [at, item] of value.entries()) walk(items, alike, item, [...path, at])
      } else if (isObject(value)) {
        const known = propertiesOfAll(schemas)
        if (!known) return
        for (const [key, inner] of Object.entries(value)) {
          const inSchemas = known.get(key)
          if (!inSchemas) {
            if (childrenOf(like, key).length === 0) found.push([...path, key])
          } else if (inner !== null && typeof inner === 'object')
            walk(inSchemas, childrenOf(like, key), inner, [...path, key])
        }
      }
    }
  }
}

function remember<Of extends object, Result>(compute: (of: Of) => Result): (of: Of) => Result {
  const known = new WeakMap<Of, { result: Result }>()
  return (of) => {
    let entry = known.get(of)
    if (!entry) known.set(of, (entry = { result: compute(of) }))
    return entry.result
  }
}

/** The properties that a schema has, or undefined where it allows any. */
function propertiesOf(
  description: Description,
  shown: ShownKeys,
  schema: Schema | undefined,
  within: string[] = [],
): Properties | undefined {
  if (!schema) return undefined
  if (schema.$ref !== undefined) {
    if (within.includes(schema.$ref)) return undefined
    const { name, schema: referred } = model(description, schema.$ref)
    const own = propertiesOf(description, shown, referred, [...within, schema.$ref])
    if (own) for (const key of shown.get(name) ?? []) if (!own.has(key)) own.set(key, [{}])
    return own
  }
  if (schema.additionalProperties) return undefined
  const parts = partsOf(schema).map((part) => propertiesOf(description, shown, part, within))
  if (schema.properties) parts.push(new Map(Object.entries(schema.properties).map(([key, one]) => [key, [one]])))
  return union(parts)
}

/** @returns undefined where one of them, or all for want of any, allow anything */
function union(parts: (Properties | undefined)[]): Properties | undefined {
  if (parts.length === 0) return undefined
  const all: Properties = new Map()
  for (const part of parts) {
    if (!part) return undefined
    for (const [key, schemas] of part) all.set(key, [...(all.get(key) ?? []), ...schemas])
  }
  return all
}

function itemsOf(description: Description, schema: Schema | undefined, within: string[] = []): Schema[] {
  if (!schema) return []
  if (schema.$ref !== undefined)
    return within.includes(schema.$ref)
      ? []
      : itemsOf(description, model(description, schema.$ref).schema, [...within, schema.$ref])
  const own = schema.items ? [schema.items] : []
  return [...own, ...partsOf(schema).flatMap((part) => itemsOf(description, part, within))]
}

const partsOf = ({ allOf = [], oneOf = [], anyOf = [] }: Schema) => [...allOf, ...oneOf, ...anyOf]

export function shownKeys(description: Description): ShownKeys {
  const shown: ShownKeys = new Map()
  for (const item of Object.values(description.paths))
    for (const method of METHODS)
      for (const response of Object.values(item[method]?.responses ?? {})) {
        const { schema, examples } = answerOf(description, response)
        for (const example of examples) note(schema, example)
      }
  return shown

  function note(schema: Schema | undefined, value: unknown): void {
    if (!schema || value === null || typeof value !== 'object') return
    if (schema.$ref !== undefined) {
      const { name, schema: referred } = model(description, schema.$ref)
      if (isObject(value)) shown.set(name, new Set([...(shown.get(name) ?? []), ...Object.keys(value)]))
      return note(referred, value)
    }
    for (const part of schema.allOf ?? []) note(part, value)
    if (Array.isArray(value)) for (const item of value) note(schema.items, item)
    else
      for (const [key, one] of Object.entries(schema.properties ?? {})) if (key in value) note(one, value[key as never])
  }
}
