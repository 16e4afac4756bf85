/** The SQL of assignment rules. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { AssignmentRulesRow } from '../../db/types/assignment_rules.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { separated } from '../../search/combine.ts'

/** In the order in which they are run. */
export const listRules = (db: Db, workspaceId: number): Promise<AssignmentRulesRow[]> =>
  db<AssignmentRulesRow[]>`
    select * from assignment_rules where workspace_id = ${workspaceId} order by position, id`

/** Active rules whose admin or team is still there, in the order in which they are run. */
export const listRunningRules = (db: Db, workspaceId: number): Promise<AssignmentRulesRow[]> =>
  db<AssignmentRulesRow[]>`
    select r.* from assignment_rules r
    left join admins a on a.workspace_id = r.workspace_id and a.id = r.admin_id
    left join teams t on t.workspace_id = r.workspace_id and t.id = r.team_id
    where r.workspace_id = ${workspaceId} and r.active and a.removed_at is null and t.deleted_at is null
    order by r.position, r.id`

/** @throws 404 not_found */
export async function getRule(db: Db, workspaceId: number, id: string | number): Promise<AssignmentRulesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<AssignmentRulesRow[]>`
          select * from assignment_rules where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** @returns true for each condition that a conversation meets, as it is in this transaction */
export async function testConversation(
  db: Db,
  workspaceId: number,
  id: number,
  conditions: { sql: Fragment }[],
): Promise<boolean[]> {
  const tests = conditions.map(({ sql }) => fragment`coalesce(${sql}, false)`)
  const [row] = await db<{ matches: boolean[] }[]>`
    select array[${separated(tests, fragment`,`)}] as matches
    from threads where workspace_id = ${workspaceId} and id = ${id}`
  return row?.matches ?? []
}
