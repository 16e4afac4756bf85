/**
 * A published description of an operation as a list of places: every name of its answer or body, with its type,
 * references resolved. Descriptions that differ only in their schemas' names are equal here, since clients do not see
 * those names.
 */
export interface Described {
  $ref?: string
  type?: string
  nullable?: boolean
  enum?: unknown[]
  allOf?: Described[]
  oneOf?: Described[]
  anyOf?: Described[]
  items?: Described
  properties?: Record<string, Described>
}

interface Content {
  content?: { 'application/json'?: { schema?: Described } }
}

export interface DescribedOperation {
  tags?: string[]
  parameters?: { in: string; name: string }[]
  requestBody?: Content
  responses: Record<string, Content>
}

export interface Description {
  paths: Record<string, Record<string, DescribedOperation>>
  components: { schemas: Record<string, Described> }
}

export interface Place {
  /** The nearest named schema, and the way from it: `conversation.source.author.name`. */
  label: string
  /** `string`, `string {a|b}`. Several, where one of several schemas may stand. */
  types: Set<string>
  nullable: boolean
}

/** By the way from the top: `data/[]/owner_id`. */
export type Wire = Map<string, Place>

export const answerOf = (operation: DescribedOperation): Described | undefined =>
  schemaOf(Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1])

export const bodyOf = (operation: DescribedOperation): Described | undefined => schemaOf(operation.requestBody)

const schemaOf = (content: Content | undefined) => content?.content?.['application/json']?.schema

export const queryOf = (operation: DescribedOperation): string[] =>
  (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)

export const nameOf = (schema: Described | undefined): string | undefined => schema?.$ref?.split('/').pop()

/**
 * @param title the name of a schema without one
 * @param isForeign tells schemas that are named, not followed
 */
export function wireOf(
  { components }: Description,
  schema: Described | undefined,
  title: string,
  isForeign: (name: string) => boolean,
): Wire {
  const wire: Wire = new Map()
  const note = (at: string[], label: string, type: string, nullable = false) => {
    const place = wire.get(at.join('/')) ?? { label, types: new Set<string>(), nullable: false }
    wire.set(at.join('/'), place)
    place.types.add(type)
    place.nullable ||= nullable
  }
  const walk = (node: Described, at: string[], label: string, above: string[]): void => {
    const name = nameOf(node)
    const target = name !== undefined ? components.schemas[name] : undefined
    if (name !== undefined && target && !above.includes(name) && !isForeign(name)) {
      // The place is told by the schema that holds it, what lies in it by its own.
      if (at.length > 0) note(at, label, wordOf(target), node.nullable)
      return walk(target, at, name, [...above, name])
    }
    if (name !== undefined) return note(at, label, `-> ${name}`, node.nullable)
    const several = [...(node.allOf ?? []), ...(node.oneOf ?? []), ...(node.anyOf ?? [])]
    for (const one of several) walk(one, at, label, above)
    if (several.length === 0 || node.type !== undefined) note(at, label, wordOf(node), node.nullable)
    for (const [key, child] of Object.entries(node.properties ?? {}))
      walk(child, [...at, key], `${label}.${key}`, above)
    if (node.items) walk(node.items, [...at, '[]'], `${label}[]`, above)
  }
  if (schema) walk(schema, [], title, [])
  return wire
}

function wordOf({ type, enum: words, properties, allOf, items }: Described): string {
  const word = type ?? (properties || allOf ? 'object' : items ? 'array' : 'any')
  return words ? `${word} {${words.join('|')}}` : word
}
