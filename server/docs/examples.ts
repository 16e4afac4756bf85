/**
 * Recorded answers of the server (record-examples.ts) in each version's form: the reply goes down like every reply,
 * and the request keeps the fields that the version knows.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TObject, TSchema } from 'typebox'
import type { Example } from '../http/openapi.ts'
import type { Operation } from '../http/operation.ts'
import type { Version } from '../versions/history.ts'

let recorded: Record<string, Example> | undefined

export function exampleFor(version: Version, operation: Operation): Example | undefined {
  recorded ??= JSON.parse(readFileSync(join(import.meta.dirname, 'examples.json'), 'utf8')) as Record<string, Example>
  const newest = recorded[operation.key]
  if (!newest) return undefined
  const { key, query, body, reply } = operation
  const { properties } = version.querySchema(key, query) as TObject
  const isOlder = Object.keys(newest.query ?? {}).some((name) => !(name in properties))
  const { older: _, ...example } = structuredClone((isOlder && newest.older) || newest)
  if (example.query) example.query = known(example.query, version.querySchema(key, query))
  if (example.body && body) example.body = known(example.body, version.bodySchema(key, body))
  if (example.reply !== null) example.reply = whole(version.down(reply)(example.reply))
  return example
}

function known(values: object, schema: TSchema): Record<string, unknown> {
  const { properties } = schema as { properties?: object }
  return Object.fromEntries(Object.entries(values).filter(([name]) => !properties || name in properties))
}

/** As it is sent: without what is undefined. */
const whole = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
