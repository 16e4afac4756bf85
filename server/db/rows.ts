/** The rows that a statement answers. */
import { LRUCache } from 'lru-cache'
import { parserOf, type Parse } from './values.ts'

export class Rows extends Array<Record<string, unknown>> {
  /** The number of rows that the statement read or changed. */
  count = 0

  static override get [Symbol.species]() {
    return Array
  }
}

export interface Column {
  name: string
  /** The oid of its type. */
  dataTypeID: number
}

/** The columns of a statement, and how a row is made of their texts. */
export interface Shape {
  make(texts: (string | null)[]): Record<string, unknown>
}

const shapes = new LRUCache<string, Shape>({ max: 1000 })

export function shapeOf(columns: readonly Column[]): Shape {
  const key = JSON.stringify(columns.map(({ name, dataTypeID }) => [name, dataTypeID]))
  let shape = shapes.get(key)
  if (!shape) shapes.set(key, (shape = compileShape(columns)))
  return shape
}

/**
 * A row is made in one go. Set column after column, it would be an object that is slow to fill and to read.
 * Two columns of one name are the last of them.
 */
function compileShape(columns: readonly Column[]): Shape {
  const parsers = columns.map(({ dataTypeID }) => parserOf(dataTypeID))
  const members = columns.map(({ name }, at) => {
    const text = `texts[${at}]`
    const value = parsers[at] ? `${text} === null ? null : parsers[${at}](${text})` : text
    // Strings of JSON are strings of JavaScript, so that no name can be anything else; as a computed
    // name __proto__ is a member like all others.
    const member = JSON.stringify(name)
    return `${name === '__proto__' ? `[${member}]` : member}: ${value}`
  })
  const compile = new Function('parsers', `return (texts) => ({ ${members.join(', ')} })`) as (
    parsers: (Parse | undefined)[],
  ) => Shape['make']
  return { make: compile(parsers) }
}
