/** Lists and summaries are read by their keys, and a list from the months that it may show. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plansOf, type Plan } from '../../test/plans.ts'
import { ensureMonths } from './months.ts'
import { eventScene, pathOf } from './test-scene.ts'

const { app, db, client, workspace_id, user, list } = await eventScene({ own: true })
const NOW = app.clock.now()
const DAY = 86_400_000
const { id } = await user()

const days = Array.from({ length: 15 }, (_, month) => NOW.getTime() + (1 - month) * 30 * DAY)
await ensureMonths(
  db,
  days.map((day) => new Date(day)),
)
await db`
  insert into contacts (workspace_id, id, role, external_id, created_at, updated_at)
  select ${workspace_id}, left(md5(n::text), 24), 'user', 'plans-' || n, ${NOW}, ${NOW} from generate_series(1, 30) n`
await db`
  insert into data_events (workspace_id, contact_id, created_at, event_name, id, metadata)
  select workspace_id, contacts.id, ${NOW}::timestamptz - n * interval '12 hours', 'did-' || n, gen_random_uuid(), '{}'
  from contacts, generate_series(1, 800) n`
await db`
  insert into data_event_summaries (workspace_id, contact_id, event_name, first_at, last_at, count)
  select workspace_id, contact_id, event_name, created_at, created_at, 1 from data_events`
await db`analyze`

const listPlans = (query: string) => plansOf(db, /from data_events/, () => list(id, query))
const partition = (name: string) => `data_events_${name}`
const read = ({ reads }: Plan) => reads.map(({ table }) => table)
const begun = ({ reads }: Plan) => reads.filter(({ rows }) => rows !== undefined).map(({ table }) => table)

/** Each row that it looks at is one that it shows: none is thrown away, and none waits for others to be sorted. */
function assertByKey({ steps, reads }: Plan, shown: number): void {
  assert.deepEqual(
    steps.filter((step) => !['Limit', 'Append', 'Index Scan'].includes(step)),
    [],
  )
  for (const { table, index, wasted } of reads) assert.deepEqual([index, wasted], [`${table}_pkey`, 0])
  assert.equal(
    reads.reduce((sum, { rows = 0 }) => sum + rows, 0),
    shown,
  )
}

/** Months before the 90 days are not scanned; future ones are, since their events may have been submitted already. */
const LISTED = ['late', '2026_02', '2026_01', '2025_12', '2025_11', '2025_10'].map(partition)

test('a page of events is read in the order of the key, from the months of the last 90 days', async () => {
  const plans = await listPlans('')
  assert.equal(plans.length, 2)
  for (const plan of plans) {
    assertByKey(plan, 51)
    assert.deepEqual(read(plan), LISTED)
  }
})

test('months that the page does not reach are not begun', async () => {
  for (const plan of await listPlans('')) assert.deepEqual(begun(plan), LISTED.slice(0, 4))
})

test('a later page, and what came before a time, begin in the month where they start', async () => {
  const { next } = (await list(id)).body.pages
  for (const plan of await plansOf(db, /from data_events/, () => client.get(pathOf(next)))) {
    assertByKey(plan, 51)
    assert.deepEqual(read(plan), LISTED.slice(3))
  }
  for (const plan of await listPlans(`&before=${NOW.getTime() - 60 * DAY}`)) {
    assertByKey(plan, 51)
    assert.deepEqual(read(plan), LISTED.slice(4))
  }
})

test('a summary is read by its key', async () => {
  const plans = await plansOf(db, /from data_event_summaries/, () => list(id, '&summary=true'))
  assert.equal(plans.length, 2)
  for (const plan of plans) {
    assertByKey(plan, 800)
    assert.deepEqual(read(plan), ['data_event_summaries'])
  }
})

test('without the keys these tests fail', async () => {
  await db`alter table data_events drop constraint data_events_pkey`
  await db`alter table data_event_summaries drop constraint data_event_summaries_pkey`
  for (const plan of await listPlans('')) assert.throws(() => assertByKey(plan, 51))
  const summary = () => plansOf(db, /from data_event_summaries/, () => list(id, '&summary=true'))
  for (const plan of await summary()) assert.throws(() => assertByKey(plan, 800))
})
