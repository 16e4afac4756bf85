/**
 * Schemas of an OpenAPI document: every wire model stands once, under its name, and is referred to from everywhere
 * else; keywords that only validation needs are left out.
 */
import type { TSchema } from 'typebox'
import { isTime, modelName } from '../schema/types.ts'

export type JsonSchema = { [keyword: string]: any }

export interface Components {
  schemas: Record<string, JsonSchema>
  /** The schema as the document shows it; the models in it are added to `schemas`. */
  show(schema: TSchema): JsonSchema
}

export function createComponents(): Components {
  const schemas: Record<string, JsonSchema> = {}
  const shown = new Map<string, string>()

  /** One model may have several shapes in a document, where a resource shows less of it. */
  function refer(name: string, schema: JsonSchema): JsonSchema {
    const shape = `${name} ${JSON.stringify(schema)}`
    let key = shown.get(shape)
    if (key === undefined) {
      key = name
      for (let n = 2; key in schemas; n++) key = `${name}_${n}`
      shown.set(shape, key)
      schemas[key] = schema
    }
    return { $ref: `#/components/schemas/${key}` }
  }

  function show(schema: TSchema): JsonSchema {
    const { 'x-model': _, 'x-answer': __, 'x-shown': shown, ...node } = schema as JsonSchema
    if (shown) return { ...show(shown), ...descriptionOf(node) }
    if (isTime(node)) return { type: 'integer', description: sentences(node['description'], UNIT_OF_TIMES) }
    if (node['anyOf']) return showUnion({ ...node, anyOf: node['anyOf'].map(show) })
    if (node['enum']) return { ...(node['enum'].every(isText) && { type: 'string' }), ...node }
    if (node['items']) return { ...node, items: show(node['items']) }
    if ('const' in node) return { ...node, description: node['description'] ?? `Always \`${node['const']}\`.` }
    if (node['patternProperties']) return { type: 'object', additionalProperties: true, ...descriptionOf(node) }
    if (!node['properties']) return node
    const properties = mapValues(node['properties'], show)
    const { required, description: ___, ...rest } = node
    const object = { ...rest, properties, ...(required?.length > 0 && { required }) }
    const name = modelName(schema)
    // A model's description is that of the place where it stands.
    return { ...(name === undefined ? object : refer(name, object)), ...descriptionOf(node) }
  }

  return { schemas, show }
}

export const UNIT_OF_TIMES = 'Unix time in seconds.'

const sentences = (...of: (string | undefined)[]) => of.filter(Boolean).join(' ')

const descriptionOf = ({ description }: JsonSchema) => (description === undefined ? {} : { description })

const isText = (value: unknown) => typeof value === 'string'

/** Where null is one of two, it is said in the type. */
function showUnion(node: JsonSchema): JsonSchema {
  const branches = node['anyOf'] as JsonSchema[]
  const [one, ...others] = branches.filter((branch) => branch['type'] !== 'null')
  if (others.length > 0 || branches.length !== 2 || !one?.['type'] || 'const' in one) return node
  const { anyOf: _, ...rest } = node
  const description = sentences(rest['description'], one['description'])
  return {
    ...rest,
    ...one,
    ...(description && { description }),
    type: [one['type'], 'null'].flat(),
    ...(one['enum'] && { enum: [...one['enum'], null] }),
  }
}

const mapValues = <A, B>(of: Record<string, A>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]))
