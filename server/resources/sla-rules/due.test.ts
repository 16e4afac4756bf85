/** Clocks that are due are found by their index, however many have been settled. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { createScene } from '../../test/fixtures/scene.ts'
import { plansOf } from '../../test/plans.ts'

const app = await testApp({ own: true })
const { send, given, client, workspace, now } = createScene(app)

const [SETTLED, OPEN, THREADS] = [30_000, 300, 3_000]
const begun = Math.floor(now())

const rule = await given('an SLA rule')
await app.db`
  insert into threads (workspace_id, id, created_at, updated_at)
  select ${workspace.id}::int, 900000 + n, now(), now() from generate_series(1, ${THREADS}::int) n`
await app.db`
  insert into sla_clocks (workspace_id, thread_id, rule_id, target, started_at, due_at, settled_at, outcome)
  select ${workspace.id}::int, 900001 + n % ${THREADS}::int, ${Number(rule['id'])}::bigint, 'next_reply_time',
    to_timestamp(${begun}::bigint - n), to_timestamp(${begun}::bigint - n + 60),
    case when n > ${OPEN} then to_timestamp(${begun}::bigint - n + 30) end, case when n > ${OPEN} then 'hit' end
  from generate_series(1, ${SETTLED + OPEN}::int) n`
await app.db`analyze sla_clocks, threads`

const due = `/parley/sla_clocks?due_before=${begun}`

test('clocks that are due are read in the order of their index, and no others', async () => {
  const { data } = await send('GET', due)
  assert.equal(data.length, 100)
  for (const { mode, steps, reads } of await plansOf(app.db, /from sla_clocks/, () => client.get(due))) {
    assert.deepEqual(reads, [{ table: 'sla_clocks', index: 'sla_clocks_due', rows: 100, wasted: 0 }], mode)
    assert.ok(!steps.includes('Sort'), mode)
  }
})

test('a write reads the clocks of its thread alone', async () => {
  const id = (
    await send('POST', '/conversations', { from: { type: 'user', id: (await given('a contact'))['id'] }, body: 'Hi' })
  )['conversation_id']
  const rule = { sla_rule_id: (await given('an SLA rule'))['id'] }
  const plans = await plansOf(app.db, /from sla_clocks/, () => client.post(`/parley/conversations/${id}/sla`, rule))
  for (const { mode, reads } of plans)
    for (const { index, rows, wasted } of reads)
      assert.deepEqual([index, (rows ?? 0) <= 10, wasted], ['sla_clocks_by_thread', true, 0], mode)
})
