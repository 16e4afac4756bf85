/** Jobs of sessions and procedures, run by a test in place of the worker. */
import type { TaskDeps } from '../../queue/task.ts'
import { testSecrets, type TestApp } from '../../test/app.ts'
import { advanceWorkflowRuns } from '../workflows/advance-run.task.ts'
import { answerFinTurn } from './answer-turn.task.ts'
import { endQuietFinSessions } from './end-quiet.task.ts'

const TASKS = [answerFinTurn, endQuietFinSessions, advanceWorkflowRuns]

type App = Pick<TestApp, 'db' | 'clock'>

export const depsOf = ({ db, clock }: App): TaskDeps => ({ db, clock, secrets: testSecrets, reach: 'private' })

/** Takes the jobs of a workspace that are due from the worker. */
export async function takeFinJobs({ db, clock }: App, workspaceId: number) {
  const jobs = await db<{ identifier: string; payload: { workspace_id: number } }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = any(${TASKS.map(({ name }) => name)}::text[])
      and j.run_at <= ${clock.now()} and (j.payload ->> 'workspace_id')::int = ${workspaceId}
    returning t.identifier, j.payload`
  return jobs.map(({ identifier, payload }) => ({ task: TASKS.find(({ name }) => name === identifier)!, payload }))
}

/** Runs what is due, until nothing is. */
export async function runFinJobs(app: App, workspaceId: number, more: Partial<TaskDeps> = {}): Promise<void> {
  for (let due = await takeFinJobs(app, workspaceId); due.length > 0; due = await takeFinJobs(app, workspaceId))
    for (const { task, payload } of due) await task.run({ ...depsOf(app), ...more }, payload)
}
