/** The SQL of questions that wait in a conversation, and of the words that may answer them. */
import { fragment, type Db } from '../../db/pool.ts'
import { hasWords } from '../../threads/contact-words.ts'
import { partTakesOver } from '../../threads/taken-over.ts'

export interface Asking {
  /** The id of the run. */
  id: number
  /** The part after which its answer comes. */
  after: number
  /** The ids of the quick replies that it offers. */
  choices: string[]
  options: string[] | null
  /** True where a teammate took the conversation over, or another assignee has it: the run ends without an answer. */
  is_lost: boolean
}

/** The question that was asked last comes first. */
export const listAsking = (db: Db, workspaceId: number, threadId: number): Promise<Asking[]> => db<Asking[]>`
  select r.id, coalesce(r.waits_from ->> 'after', r.waits_from ->> 'part')::bigint as after,
    coalesce(r.waits_from -> 'choices', '[]') as choices, v.steps -> r.step -> 'options' as options,
    ((r.waits_from ->> 'admin')::bigint is distinct from threads.admin_assignee_id
      or (r.waits_from ->> 'team')::bigint is distinct from threads.team_assignee_id
      or exists (
        select from thread_parts
        where workspace_id = r.workspace_id and thread_id = r.thread_id
          and id > (r.waits_from ->> 'part')::bigint and ${partTakesOver})) as is_lost
  from workflow_runs r
  join threads on threads.workspace_id = r.workspace_id and threads.id = r.thread_id
  join workflow_versions v
    on v.workspace_id = r.workspace_id and v.workflow_id = r.workflow_id and v.number = r.version
  where r.workspace_id = ${workspaceId} and r.thread_id = ${threadId} and r.state = 'waiting'
    and r.waits_from ? 'question'
  order by (r.waits_from ->> 'part')::bigint desc, r.id desc`

export interface Answer {
  /** The id of the part. */
  id: number
  body: string
  /** The id of the quick reply that was chosen. */
  choice: string | null
}

/** Words of contacts after a part, oldest first. */
export const listAnswers = (db: Db, workspaceId: number, threadId: number, after: number): Promise<Answer[]> => db<
  Answer[]
>`
  select id, body, metadata ->> 'quick_reply_uuid' as choice from thread_parts
  where workspace_id = ${workspaceId} and thread_id = ${threadId} and id > ${after}
    and author_type not in ('admin', 'bot') and ${hasWords(fragment`thread_parts`)}
  order by id`

/** Questions wait for an answer after a part, which is somebody else's. */
export async function moveQuestions(db: Db, workspaceId: number, runIds: number[], after: number): Promise<void> {
  await db`
    update workflow_runs set waits_from = jsonb_set(waits_from, '{after}', to_jsonb(${after}::bigint))
    where workspace_id = ${workspaceId} and id = any(${runIds}::bigint[])`
}
