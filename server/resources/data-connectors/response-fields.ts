/**
 * The fields of an answer, from a sample of it: a path for each value that is not an object or a list. The first item of a
 * list stands for all. Keys that are no plain words are quoted: `order["a.b"]`, `items[0].id`.
 */
import type { FIELD_TYPES } from './data-connector.ts'
import type { ResponseField } from './queries.ts'

const MOST_FIELDS = 500
const MOST_DEPTH = 20

export function fieldsOf(sample: unknown): ResponseField[] {
  const fields: ResponseField[] = []
  visit(sample, '', 0)
  return fields

  function visit(value: unknown, path: string, depth: number): void {
    if (depth > MOST_DEPTH || fields.length >= MOST_FIELDS) return
    if (Array.isArray(value)) {
      if (value.length > 0) visit(value[0], `${path}[0]`, depth + 1)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, join(path, key), depth + 1)
    } else if (path !== '') fields.push({ path, type: typeOf(value), example_value: value, redacted: false })
  }
}

function join(path: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

function typeOf(value: unknown): (typeof FIELD_TYPES)[number] {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal'
  if (typeof value === 'string') return ISO_TIME.test(value) ? 'datetime' : 'string'
  return 'unknown'
}
