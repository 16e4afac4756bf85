/** The SQL of SLA rules. */
import type { Db } from '../../db/pool.ts'
import type { SlaRulesRow } from '../../db/types/sla_rules.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

export const listSlaRules = (db: Db, workspaceId: number): Promise<SlaRulesRow[]> =>
  db<SlaRulesRow[]>`select * from sla_rules where workspace_id = ${workspaceId} order by id`

/** Rules that are applied to the conversations that meet their conditions. */
export const listRulesToApply = (db: Db, workspaceId: number): Promise<SlaRulesRow[]> =>
  db<SlaRulesRow[]>`
    select * from sla_rules
    where workspace_id = ${workspaceId} and conditions is not null and archived_at is null order by id`

/** @throws 404 not_found */
export async function getSlaRule(db: Db, workspaceId: number, id: string | number): Promise<SlaRulesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<SlaRulesRow[]>`select * from sla_rules where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** The workspace must be locked. @throws 409 conflict where another rule has the name */
export async function refuseTakenName(db: Db, workspaceId: number, name: string, own?: number): Promise<void> {
  const rows = await db`
    select from sla_rules
    where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id is distinct from ${own ?? null}::bigint`
  if (rows.length > 0) throw apiError(409, 'conflict', 'Another SLA rule has this name')
}

const CHANGEABLE = [
  'name',
  'first_reply_time',
  'next_reply_time',
  'time_to_close',
  'resolution_time',
  'speed_of_answer',
  'pause_on_snooze',
  'in_office_hours',
  'conditions',
  'archived_at',
] as const
export type RuleColumns = Pick<SlaRulesRow, (typeof CHANGEABLE)[number]>

export async function insertSlaRule(
  db: Db,
  workspaceId: number,
  columns: RuleColumns,
  now: Date,
): Promise<SlaRulesRow> {
  const row = { workspace_id: workspaceId, ...columns, created_at: now, updated_at: now }
  const [made] = await db<[SlaRulesRow]>`
    insert into sla_rules ${db(row, 'workspace_id', ...CHANGEABLE, 'created_at', 'updated_at')} returning *`
  return made
}

export async function updateSlaRule(
  db: Db,
  workspaceId: number,
  id: number,
  columns: RuleColumns,
  now: Date,
): Promise<SlaRulesRow> {
  const [row] = await db<[SlaRulesRow]>`
    update sla_rules set ${db({ ...columns, updated_at: now }, ...CHANGEABLE, 'updated_at')}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row
}
