/**
 * Errors of operations, kept from the table of documented errors (record-errors.ts), in the versions that answer them.
 * The tests of the table hold each of them to the server.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorBody } from '../http/errors.ts'
import { REQUEST_ID, type ErrorExample } from '../http/openapi-errors.ts'
import type { Operation } from '../http/operation.ts'
import type { Version } from '../versions/history.ts'

export interface RecordedError {
  status: number
  code: string
  /** Left out where it repeats parts of the request. */
  message?: string
  field?: string
  /** Left out where all versions that have the operation answer so. */
  versions?: string[]
}

let recorded: Record<string, RecordedError[]> | undefined

export function errorsFor(version: Version, { key }: Operation): ErrorExample[] {
  recorded ??= JSON.parse(readFileSync(join(import.meta.dirname, 'errors.json'), 'utf8')) as typeof recorded
  return (recorded![key] ?? [])
    .filter(({ versions }) => versions === undefined || versions.includes(version.name))
    .map(({ status, code, message, field }) => ({
      status,
      ...(message !== undefined && { reply: errorBody(REQUEST_ID, { code, message, field }) }),
    }))
}
