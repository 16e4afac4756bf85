/** The SQL of a thread that goes. Its row stays, without a word of what was said: its id is not given again. */
import type { Db } from '../db/pool.ts'
import { CHANGEABLE, type ThreadChanges, type ThreadRow } from './thread.ts'

const WORDLESS: ThreadChanges = {
  title: null,
  custom_attributes: {},
  ai_agent: null,
  source_subject: '',
  source_body: null,
  source_url: null,
  source_attachments: [],
  rating_remark: null,
  tag_ids: [],
  ticket_attributes: {},
  state: 'closed',
  snoozed_until: null,
  waiting_since: null,
  unanswered_since: null,
  sla: null,
  sla_status: null,
}

const WITHOUT_METRICS: ThreadChanges = {
  ...WORDLESS,
  source_author_type: null,
  source_contact_id: null,
  source_admin_id: null,
  contact_ids: [],
  teammate_ids: [],
  admin_assignee_id: null,
  team_assignee_id: null,
  company_id: null,
  rating: null,
  rating_contact_id: null,
  rating_admin_id: null,
  reply_times: [],
}

/** @param metricsRetained true if it still counts in reports */
export async function deleteThread(
  db: Db,
  workspaceId: number,
  { id, ai_agent }: ThreadRow,
  now: Date,
  metricsRetained: boolean,
): Promise<void> {
  const changes = {
    ...(metricsRetained
      ? { ...WORDLESS, ai_agent: ai_agent && { ...ai_agent, rating_remark: null } }
      : WITHOUT_METRICS),
    deleted_at: now,
    updated_at: now,
    metrics_retained: metricsRetained,
  }
  await db`
    with parts as (delete from thread_parts where workspace_id = ${workspaceId} and thread_id = ${id}),
    contacts as (delete from thread_contacts where workspace_id = ${workspaceId} and thread_id = ${id}),
    tags as (delete from thread_tags where workspace_id = ${workspaceId} and thread_id = ${id}),
    clocks as (delete from sla_clocks where workspace_id = ${workspaceId} and thread_id = ${id}),
    files as (delete from files where workspace_id = ${workspaceId} and thread_id = ${id}),
    links as (
      delete from thread_links where workspace_id = ${workspaceId} and ${id}::bigint in (ticket_id, thread_id)
      returning case when ticket_id = ${id} then thread_id else ticket_id end as other_id),
    linked as (
      update threads set link_count = link_count - 1, updated_at = greatest(threads.updated_at, ${now}) from links
      where workspace_id = ${workspaceId} and id = links.other_id),
    -- Their parts and files go with them.
    sides as (delete from threads where workspace_id = ${workspaceId} and parent_id = ${id}),
    handled as (delete from handling_events where workspace_id = ${workspaceId} and thread_id = ${id}),
    asked as (delete from procedure_input_requests where workspace_id = ${workspaceId} and thread_id = ${id}),
    runs as (
      update workflow_runs set message = null, variables = '{}'
      where workspace_id = ${workspaceId} and thread_id = ${id}),
    agents as (delete from fin_sessions where workspace_id = ${workspaceId} and thread_id = ${id}),
    consulted as (delete from hitl_events where workspace_id = ${workspaceId} and thread_id = ${id}),
    calls as (
      update calls set conversation_id = null, transcript = null, summary = ''
      where workspace_id = ${workspaceId} and conversation_id = ${id})
    update threads set ${db(changes, 'deleted_at', 'metrics_retained', ...CHANGEABLE)}, link_count = 0
    where workspace_id = ${workspaceId} and id = ${id}`
}
