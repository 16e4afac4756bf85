/**
 * Applies the first rule whose conditions a conversation or a ticket meets, when it begins and when it is assigned. One
 * that has or had a rule keeps it: rules do not take each other's place.
 */
import type { Ctx } from '../../context.ts'
import type { SlaRulesRow } from '../../db/types/sla_rules.ts'
import { getBot } from '../../threads/actors.ts'
import { lockThread } from '../../threads/queries.ts'
import { applySla, type AppliedRule } from '../../threads/sla/apply.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { TARGETS } from '../../threads/sla/sla.ts'
import { testConversation } from '../conversations/conditions.ts'
import { listRulesToApply } from './queries.ts'

export async function applyMatchingRule(ctx: Ctx, threadId: number): Promise<void> {
  const { db, workspaceId } = ctx
  const rules = await listRulesToApply(db, workspaceId)
  if (rules.length === 0) return
  const conditions = rules.map((rule) => rule.conditions)
  const matches = await testConversation(ctx, threadId, conditions)
  const rule = rules.find((_, at) => matches[at])
  const thread = rule && (await lockThread(db, workspaceId, 'conversation', threadId))
  if (thread && !thread.sla) await applySla(ctx, thread, asApplied(rule), await getBot(db, workspaceId))
}

/** True if a thread that never had a rule is assigned to somebody. */
export const isAssigned = (thread: ThreadRow, parts: UnplacedPart[]): boolean =>
  !thread.sla && parts.some(({ assigned_to_id }) => typeof assigned_to_id === 'number')

/** The rule as a thread keeps it. */
export const asApplied = (row: SlaRulesRow): AppliedRule => ({
  rule_id: row.id,
  name: row.name,
  targets: Object.fromEntries(TARGETS.flatMap((target) => (row[target] === null ? [] : [[target, row[target]]]))),
  pause_on_snooze: row.pause_on_snooze,
  in_office_hours: row.in_office_hours,
})
