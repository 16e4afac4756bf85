/** Jobs of sessions and procedures, run by a test in place of the worker. */
import type { TaskDeps } from '../../queue/task.ts'
import { testSecrets, type TestApp } from '../../test/app.ts'
import { takeDueJobs } from '../../test/take-due-jobs.ts'
import { handOverFinSessions } from '../procedures/hand-over-sessions.task.ts'
import { advanceWorkflowRuns } from '../workflows/advance-run.task.ts'
import { answerFinTurn } from './answer-turn.task.ts'
import { endQuietFinSessions } from './end-quiet.task.ts'

const TASKS = [answerFinTurn, endQuietFinSessions, advanceWorkflowRuns, handOverFinSessions]

type App = Pick<TestApp, 'db' | 'clock'>

export const depsOf = ({ db, clock }: App): TaskDeps => ({ db, clock, secrets: testSecrets, reach: 'private' })

/** Takes the jobs of a workspace that are due from the worker. */
export async function takeFinJobs(app: App, workspaceId: number) {
  const names = TASKS.map(({ name }) => name)
  const jobs = await takeDueJobs<{ workspace_id: number }>(app, workspaceId, names)
  return jobs.map(({ identifier, payload }) => ({ task: TASKS.find(({ name }) => name === identifier)!, payload }))
}

/** Runs what is due, until nothing is. */
export async function runFinJobs(app: App, workspaceId: number, more: Partial<TaskDeps> = {}): Promise<void> {
  for (let due = await takeFinJobs(app, workspaceId); due.length > 0; due = await takeFinJobs(app, workspaceId))
    for (const { task, payload } of due) await task.run({ ...depsOf(app), ...more }, payload)
}
