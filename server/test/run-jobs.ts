/**
 * Does what the worker has to do for a workspace: its due jobs and those that they leave, until none is due. Jobs that
 * ask other servers stay.
 */
import { answerFinTurn } from '../resources/fin/answer-turn.task.ts'
import { advanceWorkflowRuns } from '../resources/workflows/advance-run.task.ts'
import { deliveries, tasks } from '../tasks.ts'
import type { Task } from '../queue/task.ts'
import { testSecrets, type TestApp } from './app.ts'

/** Deliveries that ask a server only where something is configured for it. */
const OWN = [answerFinTurn, advanceWorkflowRuns]

const byName = new Map<string, Task>(
  [...tasks, ...deliveries.filter((task) => OWN.includes(task))].map((task) => [task.name, task]),
)

export async function runDueJobs({ db, clock }: Pick<TestApp, 'db' | 'clock'>, workspaceId: number): Promise<void> {
  for (;;) {
    const jobs = await db<{ identifier: string; payload: object }[]>`
      with due as (
        delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = any(${[...byName.keys()]}::text[])
          and j.run_at <= ${clock.now()} and j.payload ->> 'workspace_id' = ${workspaceId}::int::text
        returning j.id, t.identifier, j.payload)
      select identifier, payload from due order by id`
    if (jobs.length === 0) return
    for (const { identifier, payload } of jobs)
      await byName.get(identifier)!.run({ db, clock, secrets: testSecrets }, payload)
  }
}
