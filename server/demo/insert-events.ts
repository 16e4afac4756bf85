/** Submits the customers' events as a client would. */
import { randomUUID } from 'node:crypto'
import type { Db } from '../db/pool.ts'
import { presentDataEvent } from '../resources/data-events/data-event.ts'
import { ensureMonthsIn } from '../resources/data-events/months.ts'
import { insertDataEvents } from '../resources/data-events/queries.ts'
import { EVENTS } from './events.ts'
import type { Customers } from './insert-customers.ts'
import { PEOPLE, type Person } from './people.ts'

const HOUR = 3_600_000

export async function insertEvents(db: Db, workspace_id: number, { people }: Customers, now: Date): Promise<void> {
  const seconds = Math.floor(now.getTime() / 1000) * 1000
  const submissions = EVENTS.flatMap(({ by, event_name, hours_ago, metadata = {} }) =>
    hours_ago.map((hours) => {
      const { external_id, email }: Person = PEOPLE[by]
      const row = { id: randomUUID(), event_name, created_at: new Date(seconds - hours * HOUR), metadata }
      const item = presentDataEvent({ id: people[by].id, external_id: external_id ?? null, email: email ?? null }, row)
      return { ...row, workspace_id, contact_id: people[by].id, item, now }
    }),
  )
  await ensureMonthsIn(
    db,
    submissions.map(({ created_at }) => created_at),
  )
  await insertDataEvents(db, submissions, 'wait')
}
