/** The SQL of words that were read before they were redacted: they go where the AI agent and workflows keep them. */
import type { Db } from '../db/pool.ts'
import type { ThreadRow } from './thread.ts'

/**
 * Blanks the message that the agent was asked, and all that the sessions and runs of the conversation keep of what was
 * said: nothing there tells from which message it came. The conversation is held: it comes before its runs and sessions.
 * @param saidAt time of the redacted message: that of its turn is the same
 */
export const forgetWords = async (
  db: Db,
  workspaceId: number,
  { id }: ThreadRow,
  saidAt: Date | string,
): Promise<void> =>
  void (await db`
    with runs as (
      update workflow_runs set message = null, variables = '{}'
      where workspace_id = ${workspaceId} and thread_id = ${id}),
    asked as (
      update procedure_input_requests set input = '{}'
      where workspace_id = ${workspaceId} and thread_id = ${id} and input is not null),
    consulted as (
      update hitl_events set data = data || '{"customer_question": null}'
      where workspace_id = ${workspaceId} and thread_id = ${id} and data ? 'customer_question'),
    sessions as (
      update fin_sessions set history = '[]' where workspace_id = ${workspaceId} and thread_id = ${id})
    update fin_turns t set body = '' from fin_sessions s
    where s.workspace_id = ${workspaceId} and s.thread_id = ${id}
      and t.workspace_id = s.workspace_id and t.session_id = s.id and t.created_at = ${saidAt}`)
