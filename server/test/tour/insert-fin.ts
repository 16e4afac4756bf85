/**
 * Sessions of the AI agent that a tour finds: one with a rating to give, one in which a procedure waits for a teammate,
 * and that procedure. No worker answers in a tour.
 */
import type { AppDeps } from '../../app.ts'
import { hexId } from '../../ids.ts'
import type { Found } from './step.ts'

const ATTRIBUTE = {
  identifier: 'workflow_local_variables.verdict',
  name: 'verdict',
  label: 'Verdict',
  data_type: 'boolean',
  options: [],
}
const STEP_ID = 'd5b81f72-adb9-4317-b973-75b3c3624c09'
const STEPS = [
  { type: 'collect_input', step_id: STEP_ID, body: 'May it be sold?', attributes: [ATTRIBUTE] },
  { type: 'answer', body: 'Thank you' },
]
const AGENT = {
  source_type: 'profile',
  source_title: null,
  last_answer_type: 'ai_answer',
  resolution_state: 'procedure_handoff',
  rating: null,
  rating_remark: null,
  created_at: null,
  updated_at: null,
  sources: [{ content_type: 'article', url: '/articles/1', title: 'Engines', locale: 'en' }],
}

export async function insertFin(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  const later = new Date(now.getTime() + 86_400_000)
  const contactId = hexId(now)
  await db`
    insert into contacts (workspace_id, id, role, external_id, created_at, updated_at)
    values (${workspace_id}, ${contactId}, 'user', 'user-of-fin', ${now}, ${now})`
  await db`insert into count_deltas (workspace_id, name, delta) values
    (${workspace_id}, 'contacts', 1), (${workspace_id}, 'conversations', 2)`
  await db`
    insert into workflows (workspace_id, id, kind, title, description, state, created_at, updated_at)
    values (${workspace_id}, '4711', 'procedure', 'Sell an engine', 'Asks a teammate', 'live', ${now}, ${now})`
  await db`
    insert into workflow_versions (workspace_id, workflow_id, number, trigger_type, steps, created_at)
    values (${workspace_id}, '4711', 1, 'api', ${STEPS as never}::jsonb, ${now})`
  const begin = async (externalId: string) => {
    const [thread] = await db<[{ id: number }]>`
      with thread as (
        insert into threads (workspace_id, title, created_at, updated_at, contact_ids, count_conversation_parts, source_id,
          source_author_type, source_contact_id, source_body, ai_agent)
        values (${workspace_id}, '', ${now}, ${now}, array[${contactId}], 1, nextval('message_ids'), 'user', ${contactId},
          '<p>An engine, please</p>', ${AGENT as never}::jsonb)
        returning id),
      linked as (
        insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
        select ${workspace_id}::int, id, ${contactId}, ${now}::timestamptz from thread)
      select id from thread`
    const [session] = await db<[{ id: number }]>`
      insert into fin_sessions (workspace_id, external_id, thread_id, user_id, origin, status, created_at, updated_at)
      values (${workspace_id}, ${externalId}, ${thread.id}, 'user-of-fin', 'http://localhost', 'complete', ${now}, ${now})
      returning id`
    return { threadId: thread.id, sessionId: session.id }
  }
  const rated = await begin('rated')
  await db`
    update fin_sessions set rating_asked_at = ${now}, rating_closes_at = ${later}
    where workspace_id = ${workspace_id} and id = ${rated.sessionId}`
  const waiting = await begin('waiting')
  await db`
    with run as (
      insert into workflow_runs (workspace_id, workflow_id, version, thread_id, session_id, state, step, token, due_at,
        waits_from, created_at)
      values (${workspace_id}, '4711', 1, ${waiting.threadId}, ${waiting.sessionId}, 'waiting', 1, 1, ${later},
        '{"for": "input"}', ${now})
      returning id)
    insert into procedure_input_requests (workspace_id, run_id, step, thread_id, step_id, question, attributes,
      expires_at, created_at)
    select ${workspace_id}::int, id, 0, ${waiting.threadId}, ${STEP_ID}, '<p>May it be sold?</p>',
      ${[ATTRIBUTE] as never}::jsonb, ${later}::timestamptz, ${now}::timestamptz
    from run`
  return {
    finProcedure: '4711',
    finRated: 'rated',
    finWaiting: String(waiting.threadId),
    finUser: 'user-of-fin',
  }
}
