/** What the worker can do: by name, or by the clock. */
import type { Clock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'

export interface Task {
  name: string
  /** When it recurs, in crontab's five fields. */
  every?: string
  run(deps: { db: Pool; clock: Clock }, payload: any): Promise<void>
}
