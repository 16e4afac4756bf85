/** The SQL of assignment rules as the settings change them. The workspace must be locked. */
import type { Db } from '../../../db/pool.ts'
import type { AssignmentRulesRow } from '../../../db/types/assignment_rules.ts'
import { listRules } from '../queries.ts'

/** Columns that a change may write. */
const CHANGEABLE = ['name', 'conditions', 'active', 'admin_id', 'team_id', 'updated_at'] as const
type Changes = Partial<Pick<AssignmentRulesRow, (typeof CHANGEABLE)[number]>>

/** The last one. @returns the id */
export async function insertRule(
  db: Db,
  workspaceId: number,
  changes: Changes,
  position: number,
  now: Date,
): Promise<number> {
  const row = { ...changes, workspace_id: workspaceId, position, created_at: now, updated_at: now }
  const [made] = await db<[{ id: number }]>`
    insert into assignment_rules ${db(row, 'workspace_id', 'position', 'created_at', ...CHANGEABLE)} returning id`
  return made.id
}

export async function updateRule(db: Db, workspaceId: number, id: number, changes: Changes): Promise<void> {
  await db`
    update assignment_rules set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

/** Moves a rule to a place; the others keep their order. */
export async function moveRule(db: Db, workspaceId: number, id: number, position: number): Promise<void> {
  const others = (await listRules(db, workspaceId)).map((rule) => rule.id).filter((other) => other !== id)
  await updatePositions(db, workspaceId, others.toSpliced(position - 1, 0, id))
}

export async function deleteRule(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from assignment_rules where workspace_id = ${workspaceId} and id = ${id}`
  const left = await listRules(db, workspaceId)
  await updatePositions(
    db,
    workspaceId,
    left.map((rule) => rule.id),
  )
}

async function updatePositions(db: Db, workspaceId: number, ids: number[]): Promise<void> {
  await db`
    update assignment_rules r set position = placed.position
    from unnest(${ids}::bigint[]) with ordinality as placed (id, position)
    where r.workspace_id = ${workspaceId} and r.id = placed.id and r.position <> placed.position`
}
