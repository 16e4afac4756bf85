/**
 * Runs the assignment rules on a conversation that is locked or new: the first that matches assigns it, in this
 * transaction.
 */
import type { Ctx } from '../../context.ts'
import { getBot } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { assignment } from '../conversations/assignment.ts'
import type { WholeConversation } from '../conversations/read.ts'
import { record } from '../conversations/record.ts'
import { testConversation } from '../conversations/conditions.ts'
import { listRunningRules } from './queries.ts'

/**
 * @param lock reads the conversation once a rule matches: most workspaces have none
 * @returns the conversation as it is then, or undefined if no rule matches
 */
export async function runRules(
  ctx: Ctx,
  id: number,
  lock: () => Promise<ThreadRow>,
): Promise<WholeConversation | undefined> {
  const { db, workspaceId } = ctx
  const rules = await listRunningRules(db, workspaceId)
  if (rules.length === 0) return undefined
  const conditions = rules.map((rule) => rule.conditions)
  const matches = await testConversation(ctx, id, conditions)
  const rule = rules.find((_, at) => matches[at])
  if (!rule) return undefined
  const to =
    rule.team_id === null
      ? ({ type: 'admin', assignee_id: rule.admin_id! } as const)
      : ({ type: 'team', assignee_id: rule.team_id } as const)
  const [thread, bot] = [await lock(), await getBot(db, workspaceId)]
  return record(ctx, thread, await assignment(ctx, thread, bot, { message_type: 'assignment', ...to }))
}
