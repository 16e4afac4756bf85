/** Values of a run: given as they are, or as `{"from": …}`, the name of something that is known when the step is taken. */
import type { Db } from '../../db/pool.ts'
import { bodyToText } from '../../html.ts'
import { isReference } from '../../placeholders/reference.ts'
import { subjectsOf } from '../../placeholders/subjects.ts'
import { valuesOf } from '../../placeholders/vocabulary.ts'
import { findParties, type Run } from './run-queries.ts'

/** Undefined for a name that means nothing; null where there is no value. */
export type Known = (name: string) => unknown

/** The vocabulary of placeholders, and the variables of the run. */
export async function knownTo(db: Db, workspaceId: number, run: Run): Promise<Known> {
  const parties = await findParties(db, workspaceId, run.thread_id)
  const message = run.message === null ? null : bodyToText(run.message)
  const valueOf = valuesOf({
    ...(await subjectsOf(db, workspaceId, parties)),
    conversation: { properties: { id: String(run.thread_id) } },
    message: { properties: { body: message } },
  })
  return (name) => (isVariable(name) ? own(run.variables, name.slice(VARIABLE.length)) : valueOf(name))
}

export const valueOf = (value: unknown, known: Known): unknown =>
  isReference(value) ? (known(String(value.from)) ?? undefined) : value

const VARIABLE = 'variables.'

export const isVariable = (name: string): boolean => name.startsWith(VARIABLE)

function own(values: unknown, name: string): unknown {
  const record = (values ?? {}) as Record<string, unknown>
  return Object.hasOwn(record, name) ? record[name] : null
}
