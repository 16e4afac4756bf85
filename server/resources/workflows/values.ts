/** Values of a run: given as they are, or as `{"from": …}`, the name of something that is known when the step is taken. */
import type { Person, Run } from './run-queries.ts'

export function valueOf(value: unknown, run: Run, person: Person | undefined): unknown {
  if (typeof value !== 'object' || value === null || !('from' in value)) return value
  return knownValue(String(value.from), run, person) ?? undefined
}

/** Undefined for a name that means nothing; null where there is no value. */
export function knownValue(name: string, run: Run, person: Person | undefined): unknown {
  const own = /^variables\.(.+)$/s.exec(name)?.[1]
  const variables = run.variables as Record<string, unknown>
  if (own !== undefined) return Object.hasOwn(variables, own) ? variables[own] : null
  const known: Record<string, unknown> = {
    'conversation.id': String(run.thread_id),
    'message.body': run.message,
    'contact.id': person?.id ?? null,
    'contact.email': person?.email ?? null,
    'contact.name': person?.name ?? null,
    'contact.external_id': person?.external_id ?? null,
  }
  return Object.hasOwn(known, name) ? known[name] : undefined
}
