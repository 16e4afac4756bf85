/**
 * Changes from one described version to the next, for the operations that are served: one line for each name that was
 * added, removed, or has another type.
 */
import {
  answerOf,
  bodyOf,
  nameOf,
  queryOf,
  wireOf,
  type Described,
  type DescribedOperation,
  type Description,
  type Place,
  type Wire,
} from './wire.ts'

export interface Line {
  /** `+ contact.merge_history`, `~ contact.owner_id integer? => string?`, `- query of GET /contacts: page` */
  text: string
  operation: string
  part: 'answer' | 'body' | 'query' | 'operation'
  sign: '+' | '-' | '~'
  /** The way from the top of the answer or body. */
  at: string[]
}

type Operations = Map<string, DescribedOperation>

export function operationsOf({ paths }: Description): Operations {
  const all: Operations = new Map()
  for (const [path, item] of Object.entries(paths))
    for (const method of ['get', 'post', 'put', 'patch', 'delete'])
      if (item[method]) all.set(`${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`, item[method])
  return all
}

/**
 * @param served the keys of the operations that there are
 * @param models the names of the models that they answer
 */
export function changesBetween(
  before: Description,
  after: Description,
  served: Set<string>,
  models: Set<string>,
): Line[] {
  const [old, now] = [operationsOf(before), operationsOf(after)]
  const foreign = foreignTo(served, [old, now])
  const isForeign = (name: string) => foreign(name) && !models.has(name)
  const lines: Line[] = []
  for (const operation of served) {
    const [a, b] = [old.get(operation), now.get(operation)]
    if (!a !== !b) lines.push(line(b ? '+' : '-', `operation ${operation}`, operation, 'operation', []))
    if (!a || !b) continue
    for (const name of queryOf(b)) if (!queryOf(a).includes(name)) lines.push(queryLine('+', operation, name))
    for (const name of queryOf(a)) if (!queryOf(b).includes(name)) lines.push(queryLine('-', operation, name))
    for (const [part, schemaOf] of [['answer', answerOf] as const, ['body', bodyOf] as const]) {
      const wire = (description: Description, from: DescribedOperation) =>
        wireOf(description, schemaOf(from), `${part} of ${operation}`, isForeign)
      lines.push(...wireChanges(wire(before, a), wire(after, b), operation, part))
    }
  }
  return lines
}

/**
 * A schema that operations answer or take, none of which is served, belongs to a resource that is
 * not there yet: it is named where it stands, and what changes in it is no line.
 */
function foreignTo(served: Set<string>, versions: Operations[]): (name: string) => boolean {
  const own = new Set<string>()
  const all = new Set<string>()
  for (const operations of versions)
    for (const [key, operation] of operations)
      for (const schema of [answerOf(operation), bodyOf(operation)])
        for (const name of topNames(schema)) (served.has(key) ? own : all).add(name)
  return (name) => all.has(name) && !own.has(name)
}

const topNames = (schema: Described | undefined): string[] =>
  [schema, ...(schema?.allOf ?? []), ...(schema?.oneOf ?? []), ...(schema?.anyOf ?? [])].flatMap(
    (one) => nameOf(one) ?? [],
  )

function wireChanges(a: Wire, b: Wire, operation: string, part: 'answer' | 'body'): Line[] {
  const lines: Line[] = []
  const note = (sign: Line['sign'], at: string, text: string) =>
    void lines.push(line(sign, text, operation, part, at.split('/')))
  for (const [at, place] of b) {
    const was = a.get(at)
    if (!was && (at === '' || a.has(above(at)))) note('+', at, `${place.label} ${typeText(place)}`)
    if (was && typeText(was) !== typeText(place)) note('~', at, `${place.label} ${typeText(was)} => ${typeText(place)}`)
  }
  for (const [at, place] of a)
    if (!b.has(at) && (at === '' || b.has(above(at)))) note('-', at, `${place.label} ${typeText(place)}`)
  return lines
}

/** Names within an added or removed name have no line of their own. */
const above = (at: string): string => at.split('/').slice(0, -1).join('/')

const typeText = ({ types, nullable }: Place) => `${[...types].toSorted().join(' or ')}${nullable ? '?' : ''}`

const queryLine = (sign: '+' | '-', operation: string, name: string) =>
  line(sign, `query of ${operation}: ${name}`, operation, 'query', [name])

const line = (sign: Line['sign'], text: string, operation: string, part: Line['part'], at: string[]): Line => ({
  text: `${sign} ${text}`,
  operation,
  part,
  sign,
  at,
})
