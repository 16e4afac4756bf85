/**
 * Holds refusals to the reference: each status that an operation answers stands in the reference of the version that
 * answered, or in the one of the settings. A status that is missing there gets a sentence in the operation's `refusals`.
 */
import assert from 'node:assert/strict'
import { documentOf, settingsDocument } from '../docs/documents.ts'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { operationKey } from '../http/operation.ts'
import { history } from '../versions/index.ts'
import { matcher, type Operation } from './contract/operations.ts'
import { atFileEnd } from './endings.ts'
import { refused } from './refused.ts'

/** Answers to what no operation has read, and failures of the server: each operation has them, and none names them. */
const GENERAL = new Set(['406', '413', '415', '431', '500', '503'])

type Find = (method: string, path: string) => Operation | undefined
const finders = new Map<string, Find>()

function finderOf(version: string): Find {
  const known = finders.get(version)
  if (known) return known
  const url = 'http://127.0.0.1:4400'
  const { paths } = version === 'settings' ? settingsDocument(url) : documentOf(history.find(version)!, url)
  const described = Object.entries<Record<string, JsonSchema>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      key: operationKey(method.toUpperCase(), path),
      responses: responses as Operation['responses'],
    })),
  )
  const find = matcher(described)
  finders.set(version, find)
  return find
}

/** @returns the answers whose status is not in the reference, as `2.11 GET /tags/{}: 404` */
export function unnamed(answers: Iterable<string>): string[] {
  const lines = [...answers].flatMap((answer) => {
    const [version, method, path, status] = answer.split(' ') as [string, string, string, string]
    const operation = finderOf(version)(method, path)
    if (!operation || status in operation.responses || GENERAL.has(status)) return []
    return [`${version} ${operation.key}: ${status}`]
  })
  return [...new Set(lines)].toSorted()
}

/** Holds the refusals of the file that calls it. */
export function holdStatuses(): void {
  refused.clear()
  atFileEnd(() => {
    assert.ok(refused.size > 0, 'no refusal was seen')
    assert.deepEqual(unnamed(refused), [])
  })
}
