/**
 * One step from a version to the one before it, compiled for one schema. Inner models are
 * rewritten before the models that hold them.
 */
import type { TSchema } from 'typebox'
import { modelName } from '../schema/types.ts'
import type { Change } from './history.ts'

/** May change the value in place; the returned value is used. */
export type Rewrite = (value: any) => any

export interface Step {
  /** Properties that the older version lacks, by model. */
  fields: Record<string, string[]>
  changes: Change[]
}

interface Node {
  anyOf?: TSchema[]
  items?: TSchema
  properties?: Record<string, TSchema>
}

/** @returns undefined where the step leaves such values as they are. */
export function compileStep(schema: TSchema, step: Step): Rewrite | undefined {
  const { anyOf, items, properties } = schema as Node
  if (anyOf) return compileUnion(anyOf, step)
  if (items) return compileList(items, step)
  return properties ? compileObject(schema, properties, step) : undefined
}

function compileObject(schema: TSchema, properties: Record<string, TSchema>, step: Step): Rewrite | undefined {
  const inner = Object.entries(properties).flatMap(([key, child]) => {
    const rewrite = compileStep(child, step)
    return rewrite ? [[key, rewrite] as const] : []
  })
  const own = compileModel(modelName(schema), step)
  if (inner.length === 0) return own
  return (value) => {
    for (const [key, rewrite] of inner) {
      const child = value[key]
      if (child !== null && child !== undefined) value[key] = rewrite(child)
    }
    return own ? own(value) : value
  }
}

function compileModel(name: string | undefined, step: Step): Rewrite | undefined {
  if (name === undefined) return undefined
  const downs = step.changes.flatMap((change) => (change.model === name && change.down ? [change.down] : []))
  const hidden = step.fields[name] ?? []
  if (downs.length === 0 && hidden.length === 0) return undefined
  return (value) => {
    for (const down of downs) value = down(value)
    // Undefined is not serialised, and keeps the object in the engine's fast form, as delete would not.
    for (const field of hidden) if (value[field] !== undefined) value[field] = undefined
    return value
  }
}

function compileList(items: TSchema, step: Step): Rewrite | undefined {
  const rewrite = compileStep(items, step)
  if (!rewrite) return undefined
  return (values) => {
    for (let i = 0; i < values.length; i++) values[i] = rewrite(values[i])
    return values
  }
}

/** Several objects may stand here: the constant of their `type` tells which one does. */
function compileUnion(branches: TSchema[], step: Step): Rewrite | undefined {
  const objects = branches.filter((branch) => (branch as Node).properties || (branch as Node).items)
  const compiled = objects.map((branch) => ({ type: typeConstant(branch), rewrite: compileStep(branch, step) }))
  if (compiled.every(({ rewrite }) => rewrite === undefined)) return undefined
  return (value) => {
    if (value === null || typeof value !== 'object') return value
    const branch = compiled.length === 1 ? compiled[0] : compiled.find(({ type }) => type === value.type)
    return branch?.rewrite ? branch.rewrite(value) : value
  }
}

const typeConstant = (schema: TSchema): unknown =>
  ((schema as Node).properties?.['type'] as { const?: unknown } | undefined)?.const
