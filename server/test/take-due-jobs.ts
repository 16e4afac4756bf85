import type { TestApp } from './app.ts'

/** Takes the jobs of a workspace that are due from the worker, in the order in which they were handed in. */
export const takeDueJobs = <Payload = object>(
  { db, clock }: Pick<TestApp, 'db' | 'clock'>,
  workspaceId: number,
  tasks: Iterable<string>,
): Promise<{ identifier: string; payload: Payload }[]> => db<{ identifier: string; payload: Payload }[]>`
  with due as (
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = any(${[...tasks]}::text[])
      and j.run_at <= ${clock.now()} and j.payload ->> 'workspace_id' = ${workspaceId}::int::text
    returning j.id, t.identifier, j.payload)
  select identifier, payload from due order by id`
