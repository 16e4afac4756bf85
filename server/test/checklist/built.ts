/** True if a line of the descriptions is built: our own schemas of the two versions differ in that place. */
import type { TSchema } from 'typebox'
import type { Operation } from '../../http/operation.ts'
import { modelName } from '../../schema/types.ts'
import type { Version } from '../../versions/history.ts'
import type { Line } from './lines.ts'

interface Node {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: TSchema[]
  items?: TSchema
  properties?: Record<string, TSchema>
}

export function isBuilt(line: Line, operation: Operation, before: Version, after: Version): boolean {
  const [was, is] = [typesAt(line, operation, before), typesAt(line, operation, after)]
  if (line.sign === '+') return was === '' && is !== ''
  if (line.sign === '-') return was !== '' && is === ''
  return was !== is && was !== '' && is !== ''
}

/** The type that a version shows or takes in that place, or undefined. */
function typesAt({ part, at }: Line, operation: Operation, version: Version): string {
  if (part === 'operation') return version.serves(operation.key) ? 'served' : ''
  if (part === 'query') {
    const known = propertiesOf(version.querySchema(operation.key, operation.query))
    return at.every((name) => name in known) ? 'known' : ''
  }
  if (part === 'body' && !operation.body) return ''
  const top =
    part === 'body' ? version.bodySchema(operation.key, operation.body!) : version.replySchema(operation.reply)
  let nodes = branchesOf(top)
  for (const name of at.filter((name) => name !== ''))
    nodes = nodes.flatMap((node) => {
      const child = name === '[]' ? (node as Node).items : propertiesOf(node)[name]
      return child ? branchesOf(child) : []
    })
  return [...new Set(nodes.map(typeOf))].toSorted().join(' ')
}

/** The names of the models that operations answer, wherever they stand. */
export function modelsOf(operations: Operation[]): Set<string> {
  const names = new Set<string>()
  const walk = (schema: TSchema): void => {
    const { anyOf = [], items, properties = {} } = schema as Node
    const name = modelName(schema)
    if (name !== undefined) names.add(name)
    for (const child of [...anyOf, ...(items ? [items] : []), ...Object.values(properties)]) walk(child)
  }
  for (const { reply } of operations) walk(reply)
  return names
}

const propertiesOf = (schema: TSchema) => (schema as Node).properties ?? {}

const branchesOf = (schema: TSchema): TSchema[] => (schema as Node).anyOf?.flatMap(branchesOf) ?? [schema]

function typeOf(schema: TSchema): string {
  const { type, const: constant, enum: words } = schema as Node
  return JSON.stringify([type ?? 'any', constant ?? words ?? null])
}
