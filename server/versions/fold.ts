/** Schemas as a version's clients know them: the newest schema, taken through the same steps as the values. */
import Type, { type TSchema } from 'typebox'
import { modelName } from '../schema/types.ts'
import type { VersionFile } from './history.ts'

interface ObjectSchema {
  properties: Record<string, TSchema>
  required?: string[]
}

/**
 * @param past the versions up to the one wanted, oldest first
 * @param ahead the versions after it, newest first
 */
export function foldSchema(schema: TSchema, past: VersionFile[], ahead: VersionFile[]): TSchema {
  const node = schema as { anyOf?: TSchema[]; items?: TSchema; properties?: Record<string, TSchema> }
  const fold = (child: TSchema) => foldSchema(child, past, ahead)
  if (node.anyOf) return { ...schema, anyOf: node.anyOf.map(fold) } as TSchema
  if (node.items) return { ...schema, items: fold(node.items) } as TSchema
  if (!node.properties) return schema
  const folded = foldModel(schema as ObjectSchema, modelName(schema), past, ahead)
  const properties = Object.fromEntries(Object.entries(folded.properties).map(([key, child]) => [key, fold(child)]))
  return { ...schema, ...folded, properties } as TSchema
}

function foldModel(
  { properties, required = [] }: ObjectSchema,
  model: string | undefined,
  past: VersionFile[],
  ahead: VersionFile[],
) {
  if (model === undefined) return { properties, required }
  const all: Record<string, TSchema> = { ...properties }
  const was = new Set<string>()
  for (const file of past) for (const name of file.removes?.fields?.[model] ?? []) delete all[name]
  for (const file of ahead) {
    for (const change of file.changes ?? []) {
      if (change.model !== model) continue
      for (const [name, schema] of Object.entries(change.was ?? {})) {
        if (schema) all[name] = schema
        else delete all[name]
        if (schema) was.add(name)
      }
    }
    for (const name of file.adds?.fields?.[model] ?? []) delete all[name]
  }
  return { properties: all, required: Object.keys(all).filter((name) => required.includes(name) || was.has(name)) }
}

/** The top level of a request's body or query. */
export function foldProperties(
  schema: TSchema,
  part: 'body' | 'query',
  operation: string,
  past: VersionFile[],
  ahead: VersionFile[],
): TSchema {
  const { properties, required = [] } = schema as ObjectSchema
  if (!properties) return schema
  const all: Record<string, TSchema> = { ...properties }
  const needed = new Set(required)
  for (const file of past) for (const name of file.removes?.[part]?.[operation] ?? []) delete all[name]
  for (const file of ahead) {
    for (const change of file.changes ?? []) {
      const before =
        part === 'query' ? change.query?.[operation] : change.operations?.includes(operation) && change.body
      for (const [name, was] of Object.entries(before || {})) {
        all[name] = was
        if (Type.IsOptional(was)) needed.delete(name)
        else needed.add(name)
      }
    }
    for (const name of file.adds?.[part]?.[operation] ?? []) delete all[name]
  }
  return { ...schema, properties: all, required: Object.keys(all).filter((name) => needed.has(name)) } as TSchema
}
