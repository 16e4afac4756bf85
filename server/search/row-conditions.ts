/**
 * Conditions that are stored (of rules, audiences and workflows), asked of one row in the transaction that needs the
 * answer:
 *
 *   const condition = await compiledOrNone(() => conditionOf(ctx, rule.conditions))
 *   const [matches] = await testRow(db, workspaceId, 'threads', threadId, [condition])
 */
import { fragment, type Db, type Fragment } from '../db/pool.ts'
import { ApiError, parameterInvalid } from '../http/errors.ts'
import { separated } from './combine.ts'

/** As JSON. Every row that it is asked of reads all of it. */
const MAX_LENGTH = 65_536

/** In an object, because a fragment that a promise brings would be run. */
export interface Condition {
  sql: Fragment
}

/** @throws 400 parameter_invalid */
export function refuseLongCondition(name: string, condition: unknown): void {
  if (JSON.stringify(condition).length > MAX_LENGTH)
    throw parameterInvalid(`${name} must not be longer than ${MAX_LENGTH} characters`, name)
}

/** No row meets a condition that names what does not exist any more. */
export async function compiledOrNone(compile: () => Condition | Promise<Condition>): Promise<Condition> {
  try {
    return await compile()
  } catch (error) {
    if (error instanceof ApiError) return { sql: fragment`false` }
    throw error
  }
}

/** @returns for each condition, whether the row meets it; a row that lists do not show meets none */
export async function testRow(
  db: Db,
  workspaceId: number,
  table: 'contacts' | 'threads',
  id: string | number,
  conditions: Condition[],
): Promise<boolean[]> {
  if (conditions.length === 0) return []
  const tests = conditions.map(({ sql }) => fragment`coalesce(${sql}, false)`)
  const [row] = await db<{ matches: boolean[] }[]>`
    select array[${separated(tests, fragment`,`)}] as matches
    from ${fragment(table)} where workspace_id = ${workspaceId} and id = ${id} and listed`
  return row?.matches ?? conditions.map(() => false)
}
