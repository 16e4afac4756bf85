/** What the worker can do: by name, or by the clock. */
import type { Clock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'

export interface TaskDeps {
  db: Pool
  clock: Clock
}

export interface Task {
  name: string
  /** When it recurs, in crontab's five fields. */
  every?: string
  run(deps: TaskDeps, payload: any): Promise<void>
}
