/**
 * The worker: takes the jobs that writes left behind (enqueue.ts) and runs what recurs. One runs in
 * every server process; PostgreSQL shares the jobs out between them.
 */
import { Logger as WorkerLogger, run, type Runner, type TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import { startFolding } from '../db/counts.ts'
import type { DatabaseAddress, Pool } from '../db/pool.ts'
import { startKeeping } from '../search/index/keeper.ts'
import { openPgPool } from './migrate.ts'
import type { Task, TaskDeps } from './task.ts'
import { tasks } from './tasks/index.ts'

export interface JobsDeps extends TaskDeps {
  address: DatabaseAddress
  log: Logger
  /** Whether no other process takes jobs from this database. */
  alone: boolean
}

const CONCURRENCY = 4
const FOLD_EVERY_MS = 1000

export async function startJobs({ address, log, alone, ...deps }: JobsDeps): Promise<{ stop(): Promise<void> }> {
  if (alone) await releaseLeftJobs(deps.db)
  const pgPool = openPgPool(address, CONCURRENCY + 1, (error) =>
    log.warn({ err: error }, 'the worker lost a connection'),
  )
  const runner: Runner = await run({
    pgPool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: taskList(tasks, deps),
    crontab: tasks.flatMap(({ name, every }) => (every ? [`${every} ${name}`] : [])).join('\n'),
    logger: loggerFor(log),
  })
  const folding = startFolding({ db: deps.db, log, everyMs: FOLD_EVERY_MS })
  const keeping = startKeeping({ address, db: deps.db, log })
  return {
    async stop() {
      await Promise.all([folding.stop(), keeping.stop()])
      await runner.stop()
      await pgPool.end()
    },
  }
}

/** A process that was killed leaves its jobs locked: other processes would wait for hours before they take them. */
async function releaseLeftJobs(db: Pool): Promise<void> {
  await db`
    select graphile_worker.force_unlock_workers(
      array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`
}

const taskList = (all: Task[], deps: TaskDeps): TaskList =>
  Object.fromEntries(all.map((task) => [task.name, (payload: unknown) => task.run(deps, payload)]))

/** The worker tells of every job; that is for debugging. Its payloads are not logged. */
const loggerFor = (log: Logger) =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
