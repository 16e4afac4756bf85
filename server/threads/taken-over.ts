/** The one rule of when a teammate takes a conversation from the AI agent, a procedure or a workflow that speaks in it. */
import { fragment, type Db } from '../db/pool.ts'
import type { PartType } from './fold.ts'
import type { UnplacedPart } from './placed.ts'

/** A note takes nothing over, nor does what a bot does: rules, workflows and the agent itself. */
const TAKES_OVER: readonly string[] = [
  'comment',
  'quick_reply',
  'close',
  'snoozed',
  'assignment',
  'assign_and_reopen',
  'assign_and_unsnooze',
] satisfies PartType[]

export const takesOver = ({ author_type, part_type }: Pick<UnplacedPart, 'author_type' | 'part_type'>): boolean =>
  author_type === 'admin' && TAKES_OVER.includes(part_type)

/** The same in SQL, of the columns of `thread_parts`. */
export const partTakesOver = fragment`author_type = 'admin' and part_type = any(${TAKES_OVER}::text[])`

/**
 * True if a teammate wrote, closed, snoozed or assigned after a part.
 * @param partId the last words of the AI agent where none is given
 */
export async function wasTakenOver(db: Db, workspaceId: number, threadId: number, partId?: number): Promise<boolean> {
  const rows = await db`
    select from thread_parts
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and ${partTakesOver}
      and id > coalesce(${partId ?? null}::bigint, (
        select max(id) from thread_parts
        where workspace_id = ${workspaceId} and thread_id = ${threadId} and from_ai_agent), 0)
    limit 1`
  return rows.length > 0
}
