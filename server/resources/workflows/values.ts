/** Values of a run: given as they are, or as `{"from": …}`, the name of something that is known when the step is taken. */
import type { Person, Run } from './run-queries.ts'

export function valueOf(value: unknown, run: Run, person: Person | undefined): unknown {
  if (typeof value !== 'object' || value === null || !('from' in value)) return value
  return knownValue(String(value.from), run, person) ?? undefined
}

/** Undefined for a name that means nothing; null where there is no value. */
export function knownValue(name: string, run: Run, person: Person | undefined): unknown {
  if (isVariable(name)) return own(run.variables, name.slice(VARIABLE.length))
  const attribute = attributeIn(name)
  if (attribute !== undefined) return own(person?.custom_attributes, attribute)
  return NAMES.get(name)?.(run, person)
}

const VARIABLE = 'variables.'
const ATTRIBUTE = 'contact.custom_attributes.'

export const isVariable = (name: string): boolean => name.startsWith(VARIABLE)

/** The data attribute of contacts that a name means. */
export const attributeIn = (name: string): string | undefined =>
  name.startsWith(ATTRIBUTE) ? name.slice(ATTRIBUTE.length) : undefined

export const NAMES: ReadonlyMap<string, (run: Run, person: Person | undefined) => unknown> = new Map<
  string,
  (run: Run, person: Person | undefined) => unknown
>([
  ['conversation.id', (run) => String(run.thread_id)],
  ['message.body', (run) => run.message],
  ['contact.id', (_, person) => person?.id ?? null],
  ['contact.email', (_, person) => person?.email ?? null],
  ['contact.name', (_, person) => person?.name ?? null],
  ['contact.external_id', (_, person) => person?.external_id ?? null],
])

function own(values: unknown, name: string): unknown {
  const record = (values ?? {}) as Record<string, unknown>
  return Object.hasOwn(record, name) ? record[name] : null
}
