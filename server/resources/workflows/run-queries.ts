/** The SQL of the runs of workflows. */
import { fragment, type Db } from '../../db/pool.ts'
import type { WorkflowRunsRow } from '../../db/types/workflow_runs.ts'
import { hasWords } from '../../threads/contact-words.ts'
import { TRIGGERS } from './triggers.ts'

export interface Listener {
  workspace_id: number
  /** True if the outbox has events that were not read. */
  news: boolean
}

/** Workspaces with a live workflow, or with a run that waits for an answer. */
export const listListeners = (db: Db): Promise<Listener[]> => db<Listener[]>`
  select r.workspace_id,
    exists (select from events e where e.workspace_id = r.workspace_id and e.id > r.read_to) as news
  from workflow_readers r
  where exists (
      select from workflows w where w.workspace_id = r.workspace_id and w.kind = 'workflow' and w.state = 'live')
    or exists (
      select from workflow_runs q
      where q.workspace_id = r.workspace_id and q.state = 'waiting' and q.waits_from ? 'question')`

/** Undefined where it is in another process's hands. */
export async function lockReader(db: Db, workspaceId: number): Promise<{ read_to: number } | undefined> {
  const [row] = await db<{ read_to: number }[]>`
    select read_to from workflow_readers where workspace_id = ${workspaceId} for no key update skip locked`
  return row
}

export async function moveReader(db: Db, workspaceId: number, readTo: number): Promise<void> {
  await db`
    update workflow_readers set read_to = ${readTo} where workspace_id = ${workspaceId} and read_to < ${readTo}`
}

const triggerOf = fragment`(select t.key from jsonb_each_text(${TRIGGERS as never}::jsonb) t where t.value = e.topic)`

/** The most runs of a chain, in which each was caused by the one before. */
const MOST_IN_CHAIN = 10

export type Begun = Pick<WorkflowRunsRow, 'id' | 'event_id'>

/** The ids of the oldest events that may start something, after a mark. */
export async function listEvents(db: Db, workspaceId: number, after: number, limit: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select id from events where workspace_id = ${workspaceId} and id > ${after}
      and topic = any(${Object.values(TRIGGERS)})
    order by id limit ${limit}`
  return rows.map(({ id }) => id)
}

/**
 * Begins a run of each live workflow that the events start, once. An event that a run caused does not start that run's
 * workflow, nor anything once the chain is long; where that run is gone, it starts nothing.
 */
export const insertRuns = (db: Db, workspaceId: number, eventIds: number[], now: Date): Promise<Begun[]> => db<Begun[]>`
  insert into workflow_runs (workspace_id, workflow_id, version, event_id, thread_id, message, depth, created_at)
  select e.workspace_id, w.id, w.version, e.id, threads.id,
    coalesce(e.item #>> '{conversation_parts,conversation_parts,-1,body}', e.item #>> '{source,body}'),
    coalesce(cause.depth + 1, 0), ${now}::timestamptz
  from events e
  join workflow_versions v on v.workspace_id = e.workspace_id and v.trigger_type = ${triggerOf}
  join workflows w on w.workspace_id = e.workspace_id and w.id = v.workflow_id and w.version = v.number
    and w.state = 'live' and e.id > w.live_after
  join threads on threads.workspace_id = e.workspace_id and threads.id = (e.item ->> 'id')::bigint
  left join workflow_runs cause on cause.workspace_id = e.workspace_id and cause.id = e.workflow_run_id
  where e.workspace_id = ${workspaceId} and e.id = any(${eventIds}::bigint[])
    and (e.workflow_run_id is null or (cause.workflow_id <> w.id and cause.depth < ${MOST_IN_CHAIN - 1}))
  order by e.id, w.position, w.id
  on conflict (workspace_id, workflow_id, event_id) do nothing
  returning id, event_id`

/** Runs whose question events may answer. */
export const listAnswered = (
  db: Db,
  workspaceId: number,
  eventIds: number[],
): Promise<{ id: number; token: number }[]> =>
  db<{ id: number; token: number }[]>`
    select distinct r.id, r.token from events e
    join workflow_runs r on r.workspace_id = e.workspace_id and r.thread_id = (e.item ->> 'id')::bigint
    where e.workspace_id = ${workspaceId} and e.id = any(${eventIds}::bigint[])
      and e.topic = ${TRIGGERS.contact_replied} and r.state = 'waiting' and r.waits_from ? 'question'
    order by r.id`

/** A run with what it needs to go on. */
export type Run = WorkflowRunsRow & { steps: unknown; conditions: unknown }

/** Holds the runs of a session that have not ended, oldest first. Their conversation is held before. */
export const lockRunsOf = (db: Db, workspaceId: number, sessionId: number): Promise<WorkflowRunsRow[]> => db<
  WorkflowRunsRow[]
>`
  select * from workflow_runs
  where workspace_id = ${workspaceId} and session_id = ${sessionId} and state <> 'ended' order by id for update`

/** Holds the versions of a procedure until the transaction ends: no run of one begins meanwhile. */
export const lockVersions = async (db: Db, workspaceId: number, workflowId: string): Promise<void> =>
  void (await db`
    select from workflow_versions where workspace_id = ${workspaceId} and workflow_id = ${workflowId} for update`)

/** Holds a version that a run is to begin with. @returns false where it was deleted */
export async function shareVersion(
  db: Db,
  workspaceId: number,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const rows = await db`
    select from workflow_versions
    where workspace_id = ${workspaceId} and workflow_id = ${id} and number = ${version} for key share`
  return rows.length > 0
}

/** Holds the runs of a procedure that have not ended, their conversations first. */
export async function lockOpenRuns(db: Db, workspaceId: number, workflowId: string): Promise<WorkflowRunsRow[]> {
  await db`
    select from threads where workspace_id = ${workspaceId} and id in (
      select thread_id from workflow_runs
      where workspace_id = ${workspaceId} and workflow_id = ${workflowId} and state <> 'ended')
    order by id for update`
  return db<WorkflowRunsRow[]>`
    select * from workflow_runs
    where workspace_id = ${workspaceId} and workflow_id = ${workflowId} and state <> 'ended' order by id for update`
}

/** Begins a run of a procedure. @returns its id */
export async function insertProcedureRun(
  db: Db,
  workspaceId: number,
  run: Pick<
    WorkflowRunsRow,
    'workflow_id' | 'version' | 'thread_id' | 'session_id' | 'message' | 'variables' | 'created_at'
  >,
): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into workflow_runs ${db(
      { workspace_id: workspaceId, ...run },
      'workspace_id',
      'workflow_id',
      'version',
      'thread_id',
      'session_id',
      'message',
      'variables',
      'created_at',
    )}
    returning id`
  return row.id
}

/** The conversation of a run, which is held before the run itself. */
export async function findThreadOfRun(db: Db, workspaceId: number, id: number): Promise<number | undefined> {
  const [row] = await db<{ thread_id: number }[]>`
    select thread_id from workflow_runs where workspace_id = ${workspaceId} and id = ${id}`
  return row?.thread_id
}

/** Holds a run until the transaction ends. Its conversation is held before. */
export async function lockRun(db: Db, workspaceId: number, id: number): Promise<Run | undefined> {
  const [row] = await db<Run[]>`
    select r.*, v.steps, v.conditions from workflow_runs r
    join workflow_versions v
      on v.workspace_id = r.workspace_id and v.workflow_id = r.workflow_id and v.number = r.version
    where r.workspace_id = ${workspaceId} and r.id = ${id} for update of r`
  return row
}

const CHANGEABLE = [
  'state',
  'outcome',
  'step',
  'message',
  'due_at',
  'token',
  'waits_from',
  'variables',
  'error',
  'ended_at',
] as const

export async function updateRun(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Pick<WorkflowRunsRow, (typeof CHANGEABLE)[number]>>,
): Promise<void> {
  await db`update workflow_runs set ${db(changes, ...CHANGEABLE)} where workspace_id = ${workspaceId} and id = ${id}`
}

export const endRun = (db: Db, workspaceId: number, id: number, outcome: string, now: Date): Promise<void> =>
  updateRun(db, workspaceId, id, { state: 'ended', outcome, due_at: null, ended_at: now })

export interface DoneStep {
  step: number
  outcome: 'done' | 'skipped' | 'failed'
  error: string | null
}

/** Its key is the run and the step: a step that was done fails here, and nothing of it is kept. */
export async function insertStep(
  db: Db,
  workspaceId: number,
  runId: number,
  { step, outcome, error }: DoneStep,
  now: Date,
): Promise<void> {
  await db`
    insert into workflow_run_steps (workspace_id, run_id, step, outcome, error, done_at)
    values (${workspaceId}, ${runId}, ${step}, ${outcome}, ${error}, ${now})`
}

/** The last part of a conversation. */
export async function readLastPart(db: Db, workspaceId: number, threadId: number): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select coalesce(max(id), 0) as id from thread_parts
    where workspace_id = ${workspaceId} and thread_id = ${threadId}`
  return row.id
}

/** True if a contact wrote or closed after a part. */
export async function wasContactActive(
  db: Db,
  workspaceId: number,
  threadId: number,
  partId: number,
): Promise<boolean> {
  const rows = await db`
    select from thread_parts
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and id > ${partId}
      and author_type not in ('admin', 'bot')
      and (part_type = 'close' or ${hasWords(fragment`thread_parts`)})
    limit 1`
  return rows.length > 0
}

export interface ListedRun extends WorkflowRunsRow {
  done: (DoneStep & { done_at: string })[]
}

/** Newest first. */
export const listRuns = (db: Db, workspaceId: number, workflowId: string, limit: number): Promise<ListedRun[]> =>
  db<ListedRun[]>`
    select r.*, (
      select coalesce(json_agg(json_build_object('step', s.step, 'outcome', s.outcome, 'error', s.error,
        'done_at', s.done_at) order by s.step), '[]')
      from workflow_run_steps s where s.workspace_id = r.workspace_id and s.run_id = r.id) as done
    from workflow_runs r
    where r.workspace_id = ${workspaceId} and r.workflow_id = ${workflowId}
    order by r.id desc limit ${limit}`

/** @returns the number of runs that it deleted, at most a thousand */
export async function deleteOldRuns(db: Db, before: Date): Promise<number> {
  const { count } = await db`
    delete from workflow_runs where (workspace_id, id) in (
      select workspace_id, id from workflow_runs where ended_at < ${before} limit 1000)`
  return count
}

/** The contact that a conversation began with, and the admin whom it is assigned to. */
export async function findParties(
  db: Db,
  workspaceId: number,
  threadId: number,
): Promise<{ contactId: string | null; adminId: number | null }> {
  const [row] = await db<{ contactId: string | null; adminId: number | null }[]>`
    select contact_ids[1] as "contactId", admin_assignee_id as "adminId" from threads
    where workspace_id = ${workspaceId} and id = ${threadId}`
  return row ?? { contactId: null, adminId: null }
}
