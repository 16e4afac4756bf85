/**
 * The surface of a version as lines, in the order of their text: each operation, query parameter, body and reply
 * field with its type, each topic, each named change. Every fact that clients of the version rely on is one of the
 * lines.
 *
 *   GET /contacts ? per_page: integer (minimum 1)
 *   POST /contacts < email: string (maxLength 255) | null
 *   GET /contacts > data: contact[]
 *   contact.owner_id: string | null
 *   topic contact.created: contact
 *   change GradePriority: conversation
 */
import type { TSchema } from 'typebox'
import { modelOf, topics } from '../../webhooks/topics.ts'
import { modelName } from '../../schema/types.ts'
import type { Operation } from '../../http/operation.ts'
import { operations } from '../../operations.ts'
import type { Change, Version } from '../../versions/history.ts'
import { files } from '../../versions/index.ts'
import { childrenOf, typeOf } from './types.ts'

type Emit = (line: string) => void

export function surfaceOf(version: Version): string[] {
  const { name, aliases = [], preview = false } = files.find((file) => file.name === version.name)!
  const lines = [`version ${name}${preview ? ', not stable' : ''}`, ...aliases.map((alias) => `also called ${alias}`)]
  for (const { changes = [] } of files)
    for (const change of changes) if (version.has(change.name)) lines.push(`change ${change.name}${reworks(change)}`)
  return sorted([...lines, ...linesOf(operations, version), ...linesOfTopics(version)])
}

/** The settings API has one form. */
export const settingsSurface = (settings: Operation[], newest: Version): string[] => sorted(linesOf(settings, newest))

function linesOf(all: Operation[], version: Version): string[] {
  const lines: string[] = []
  const emit: Emit = (line) => lines.push(line)
  for (const operation of all.filter(({ key }) => version.serves(key))) {
    const { key, status, unknownKeys, query, body, reply } = operation
    emit(`${key}${status === 200 ? '' : `: ${status}`}${unknownKeys === 'refuse' ? ', refuses unknown keys' : ''}`)
    emitFields(version.querySchema(key, query), `${key} ? `, { limits: true }, emit)
    if (body) emitFields(version.bodySchema(key, body), `${key} < `, { limits: true }, emit)
    emitAnswer(version.replySchema(reply), `${key} >`, emit)
  }
  return lines
}

function linesOfTopics(version: Version): string[] {
  const lines: string[] = []
  for (const topic of topics)
    emitAnswer(version.replySchema(modelOf(topic), topic), `topic ${topic}`, (line) => lines.push(line))
  return lines
}

/** A model stands once, under its name; schemas without a name stand in place. */
function emitAnswer(schema: TSchema, prefix: string, emit: Emit): void {
  emit(`${prefix} ${typeOf(schema, { limits: false })}`)
  if (modelName(schema) === undefined) emitFields(schema, `${prefix} `, { limits: false }, emit)
  for (const [name, model] of modelsIn(schema)) emitFields(model, `${name}.`, { limits: false }, emit)
}

/** @param limits true if the line includes the allowed values, as for request bodies */
function emitFields(schema: TSchema, prefix: string, options: { limits: boolean }, emit: Emit): void {
  for (const { name, schema: child, optional } of childrenOf(schema)) {
    emit(`${prefix}${name}${optional ? '?' : ''}: ${typeOf(child, options)}`)
    for (const object of inlineObjects(child, options.limits)) emitFields(object, `${prefix}${name}.`, options, emit)
  }
}

/** The objects of which a value consists whose fields stand in its place. */
function inlineObjects(schema: TSchema, evenNamed: boolean): TSchema[] {
  const { anyOf, items, properties } = schema as { anyOf?: TSchema[]; items?: TSchema; properties?: object }
  if (anyOf) return anyOf.flatMap((branch) => inlineObjects(branch, evenNamed))
  if (items) return inlineObjects(items, evenNamed)
  return properties && (evenNamed || modelName(schema) === undefined) ? [schema] : []
}

/** Every named model in a schema. One name may stand for several forms. */
function* modelsIn(schema: TSchema): Generator<[string, TSchema]> {
  const { anyOf = [], items } = schema as { anyOf?: TSchema[]; items?: TSchema }
  const name = modelName(schema)
  if (name !== undefined) yield [name, schema]
  for (const child of [...anyOf, ...(items ? [items] : []), ...childrenOf(schema).map((field) => field.schema)])
    yield* modelsIn(child)
}

function reworks({ model, was, operations: keys, body }: Change): string {
  const parts = [
    model && `${model}${was ? ` (${Object.keys(was).join(', ')})` : ''}`,
    keys && `${keys.join(', ')}${body ? ` (${Object.keys(body).join(', ')})` : ''}`,
  ].filter(Boolean)
  return parts.length > 0 ? `: ${parts.join('; ')}` : ''
}

const sorted = (lines: string[]): string[] => [...new Set(lines)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
