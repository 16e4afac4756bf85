/**
 * Does what the worker has to do for a workspace: its due jobs and those that they leave, until none is due. Jobs that
 * ask other servers stay.
 */
import { answerFinTurn } from '../resources/fin/answer-turn.task.ts'
import { advanceWorkflowRuns } from '../resources/workflows/advance-run.task.ts'
import { deliveries, tasks } from '../tasks.ts'
import type { Task } from '../queue/task.ts'
import { testSecrets, type TestApp } from './app.ts'
import { takeDueJobs } from './take-due-jobs.ts'

/** Deliveries that ask a server only where something is configured for it. */
const OWN = [answerFinTurn, advanceWorkflowRuns]

const byName = new Map<string, Task>(
  [...tasks, ...deliveries.filter((task) => OWN.includes(task))].map((task) => [task.name, task]),
)

export async function runDueJobs(app: Pick<TestApp, 'db' | 'clock'>, workspaceId: number): Promise<void> {
  const { db, clock } = app
  const take = () => takeDueJobs(app, workspaceId, byName.keys())
  for (let due = await take(); due.length > 0; due = await take())
    for (const { identifier, payload } of due)
      await byName.get(identifier)!.run({ db, clock, secrets: testSecrets }, payload)
}
