/** OpenAPI 3.0 schemas as JSON Schema, for Ajv. */
import type { Description, Schema } from './description.ts'

/** The document that holds all models of a description; references of answers lead into it. */
export const MODELS = 'models'

export const MODEL_PREFIX = '#/components/schemas/'
/** Keywords that say the same in both. `format` is left out: the official examples do not keep to it. */
const COPIED = ['minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'pattern', 'const', 'multipleOf']
type JsonSchema = Record<string, unknown>
export interface Models {
  $id: string
  definitions: Record<string, JsonSchema>
}

const TYPES = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'])

export function toJsonSchema(schema: Schema): Record<string, unknown> {
  if (schema.$ref !== undefined)
    return orNull(schema, { $ref: schema.$ref.replace(MODEL_PREFIX, `${MODELS}#/definitions/`) })
  const out: Record<string, unknown> = {}
  const types = [schema.type ?? []].flat().filter((type) => TYPES.has(type))
  if (types.length > 0) out['type'] = types.length === 1 ? types[0] : types
  for (const keyword of COPIED) if (schema[keyword] !== undefined) out[keyword] = schema[keyword]
  for (const keyword of ['minimum', 'maximum']) if (typeof schema[keyword] === 'number') out[keyword] = schema[keyword]
  // Some properties say `required: true` of themselves, which has no meaning.
  if (Array.isArray(schema.required)) out['required'] = schema.required
  if (schema.properties) out['properties'] = mapValues(schema.properties, toJsonSchema)
  if (schema.items) out['items'] = toJsonSchema(schema.items)
  if (schema.enum) out['enum'] = [...new Set(schema.nullable ? [...schema.enum, null] : schema.enum)]
  const { additionalProperties: more } = schema
  if (more !== undefined) out['additionalProperties'] = typeof more === 'object' ? toJsonSchema(more) : more
  const parts = [schema.allOf?.map(toJsonSchema) ?? []].flat()
  // Alternatives overlap in the descriptions, so `oneOf` would refuse values that fit two of them.
  for (const some of [schema.anyOf, schema.oneOf]) if (some) parts.push({ anyOf: some.map(toJsonSchema) })
  if (parts.length === 1 && parts[0]!['anyOf']) out['anyOf'] = parts[0]!['anyOf']
  else if (parts.length > 0) out['allOf'] = parts
  return orNull(schema, out)
}

function orNull({ nullable }: Schema, schema: Record<string, unknown>): Record<string, unknown> {
  if (!nullable) return schema
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] }
  return { anyOf: [{ type: 'null' }, schema] }
}

/** All models of a description. A model that is referred to and missing allows anything. */
export function modelsOf({ paths, components }: Description): Models {
  const definitions: Models['definitions'] = mapValues(components?.schemas ?? {}, toJsonSchema)
  for (const [, name] of JSON.stringify({ paths, components }).matchAll(/#\/components\/schemas\/([^"]+)/g))
    definitions[name!] ??= {}
  return { $id: MODELS, definitions }
}

/**
 * @returns a function that puts models in the place of references to them. A model is one object wherever it is
 * referred to, and may be within itself.
 */
export function inlinerOf({ definitions }: Models): (schema: JsonSchema) => JsonSchema {
  const made = new Map<string, JsonSchema>()
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline)
    if (typeof value !== 'object' || value === null) return value
    const { $ref } = value as { $ref?: unknown }
    return typeof $ref === 'string' ? modelAt($ref) : mapValues(value as JsonSchema, inline)
  }
  const modelAt = (reference: string) => {
    const known = made.get(reference)
    if (known) return known
    const model: JsonSchema = {}
    made.set(reference, model)
    return Object.assign(model, inline(definitions[reference.replace(`${MODELS}#/definitions/`, '')]))
  }
  return inline as (schema: JsonSchema) => JsonSchema
}

const mapValues = <A, B>(object: Record<string, A>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value)]))
