/**
 * The worker: takes the jobs that writes left behind (enqueue.ts) and runs what recurs. One runs in
 * every server process; PostgreSQL shares the jobs out between them.
 */
import { Logger as WorkerLogger, type JobHelpers, type TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import { recordingProvider } from './channels/provider.ts'
import { LONG_JOBS } from './db/connections.ts'
import { startFolding } from './db/counts.ts'
import type { Bell } from './events/bell.ts'
import type { DatabaseAddress, Pool } from './db/pool.ts'
import { startReading } from './events/reader.ts'
import { createFanOut } from './webhooks/fan-out.ts'
import { createMemberWatch } from './resources/audiences/watch/watch.ts'
import { createRunStarter } from './resources/workflows/start-runs.ts'
import { keepLease } from './queue/lease.ts'
import { openPgPool } from './queue/migrate.ts'
import { keepRunning } from './queue/runners.ts'
import { enqueue, enqueueLong } from './queue/enqueue.ts'
import { createShares, DELIVERIES, PUT_OFF_MS } from './queue/shares.ts'
import { Interrupted, type Task, type TaskDeps } from './queue/task.ts'
import { deliveries, tasks } from './tasks.ts'

export interface JobsDeps extends TaskDeps {
  address: DatabaseAddress
  log: Logger
  /** The most connections that the worker library opens, besides those that jobs ask by. */
  connections?: number
  /** True if no other process takes jobs from this database. */
  alone: boolean
  /** Time that running jobs have when the process stops, in ms. */
  stopMs?: number
  /** Rung by the writes of this process. */
  bell?: Bell
}

/** Short jobs of a process at a time. */
export const CONCURRENCY = 4
const FOLD_EVERY_MS = 1000
const READING = { everyMs: 1000, afterRingMs: 50 }

export async function startJobs({
  address,
  log,
  connections = 5,
  alone,
  stopMs,
  bell,
  ...rest
}: JobsDeps): Promise<{ stop(): Promise<void> }> {
  const shares = createShares()
  const deps: TaskDeps = { channelProvider: recordingProvider(log), ...rest, log, shares }
  if (alone) await releaseLeftJobs(deps.db)
  const pgPool = openPgPool(address, connections, (error) => log.warn({ err: error }, 'the worker lost a connection'))
  const lease = keepLease({ db: deps.db, log })
  const begin = (all: Task[], concurrency: number, forbiddenFlags?: () => string[]) =>
    keepRunning(
      {
        pgPool,
        concurrency,
        ...(forbiddenFlags && { forbiddenFlags }),
        taskList: taskList(all, deps),
        crontab: all.flatMap(({ name, every }) => (every ? [`${every} ${name}`] : [])).join('\n'),
        logger: loggerFor(log),
      },
      { lease, log, ...(stopMs !== undefined && { stopMs }) },
    )
  // A runner takes jobs of its own tasks only, so that none waits for those of the others.
  const runners = [
    await begin(
      tasks.filter(({ long }) => !long),
      CONCURRENCY,
    ),
    await begin(
      tasks.filter(({ long }) => long),
      LONG_JOBS,
    ),
    await begin(deliveries, DELIVERIES, shares.forbidden),
  ]
  const folding = startFolding({ db: deps.db, log, everyMs: FOLD_EVERY_MS })
  const readers = [
    startReading({
      read: createRunStarter(deps),
      failure: 'events could not be read for workflows',
      log,
      bell,
      ...READING,
    }),
    startReading({
      read: createMemberWatch(deps),
      failure: 'events could not be read for audiences',
      log,
      bell,
      ...READING,
    }),
    startReading({ read: createFanOut(deps), failure: 'events could not be read for webhooks', log, bell, ...READING }),
  ]
  return {
    async stop() {
      await Promise.all([folding, ...readers].map((one) => one.stop()))
      await Promise.all(runners.map((runner) => runner.stop()))
      await lease.stop()
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
  Object.fromEntries(
    all.map((task) => [
      task.name,
      async (payload: unknown, { abortSignal, job }: JobHelpers) => {
        const flags = Object.keys(job.flags ?? {})
        /** Under its key it takes the place of this one. */
        const again = (ms: number) => {
          const options = {
            runAt: new Date(deps.clock.now().getTime() + ms),
            ...(job.key !== null && { key: job.key }),
          }
          // Jobs of a workspace wait in its queue; pruning has none.
          return job.job_queue_id === null
            ? enqueue(deps.db, task.name, payload as object, { ...options, flags })
            : enqueueLong(deps.db, task.name, payload as { workspace_id: number }, options)
        }
        const giveBack = task.sharing && deps.shares ? await deps.shares.take(flags) : () => {}
        if (!giveBack) return again(PUT_OFF_MS)
        try {
          await task.run({ ...deps, stopping: abortSignal }, payload)
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error
          await again(0) // this process takes no more jobs
        } finally {
          giveBack()
        }
      },
    ]),
  )

/** Jobs mostly wait for receivers, and ask by connections of their own: the worker needs few. */
const FEW_CONNECTIONS = /maxPoolSize/

/** The worker tells of every job, which is for debugging, and of what it does about it, which is for traces. Payloads are not logged. */
const loggerFor = (log: Logger) =>
  new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning' && !FEW_CONNECTIONS.test(message)) log.warn(message)
    else if (level === 'info') log.debug(message)
    else log.trace(message)
  })
