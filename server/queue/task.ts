/** What the worker can do: by name, or by the clock. */
import type { Clock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'
import type { Secrets } from '../secrets.ts'

export interface TaskDeps {
  db: Pool
  clock: Clock
  /** For how long data events are kept; for good where this is not given. */
  eventsKeptDays?: number | undefined
  /** What webhooks sign with; without it none is delivered. */
  secrets?: Secrets
  /** Whether webhooks may go to addresses that are not public. */
  privateUrls?: boolean
}

export interface Task {
  name: string
  /** When it recurs, in crontab's five fields. */
  every?: string
  run(deps: TaskDeps, payload: any): Promise<void>
}
