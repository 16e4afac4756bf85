/** Data events of the customers, submitted as a client would. */
import { unix } from '../clock.ts'
import type { Db } from '../db/pool.ts'
import { createDataEvent } from '../resources/data-events/create.ts'
import { ensureMonthsIn } from '../resources/data-events/months.ts'
import type { Act } from './act.ts'
import type { Customers } from './customers.ts'
import { EVENTS } from './events.ts'
import type { Timeline } from './timeline.ts'

/** The months are made before: the operation makes a missing one only outside of a transaction. */
export async function planEvents(timeline: Timeline, db: Db, act: Act, { people }: Customers): Promise<void> {
  const all = EVENTS.flatMap(({ hours_ago, ...event }) => hours_ago.map((hours) => ({ hours, ...event })))
  await ensureMonthsIn(
    db,
    all.map(({ hours }) => timeline.at({ hours })),
  )
  for (const { by, hours, ...event } of all)
    timeline.add({ hours }, (at) =>
      act(createDataEvent, at, { body: { ...event, id: people.get(by), created_at: unix(at) } }),
    )
}
