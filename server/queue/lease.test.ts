import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Db } from '../db/pool.ts'
import { cloneDatabase } from '../test/database.ts'
import { keepLease } from './lease.ts'

const log = pino({ level: 'silent' })
const TIMES = { renewMs: 50, expiresMs: 500 }

/** A job that a worker has locked, with its queue, so many seconds ago. */
async function lock(db: Db, worker: string, secondsAgo: number): Promise<void> {
  await db`select graphile_worker.add_job('task', '{}'::json, queue_name => ${worker})`
  const at = db`now() - make_interval(secs => ${secondsAgo}::float8)`
  await db`update graphile_worker._private_job_queues set locked_by = ${worker}, locked_at = ${at} where queue_name = ${worker}`
  await db`
    update graphile_worker._private_jobs j set locked_by = ${worker}, locked_at = ${at}
    from graphile_worker._private_job_queues q where q.id = j.job_queue_id and q.queue_name = ${worker}`
}

const locked = async (db: Db) => {
  const rows = await db<{ worker: string }[]>`
    select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null order by 1`
  return rows.map(({ worker }) => worker)
}

test('releases the jobs of a process whose lease has expired, and no others', async () => {
  const { db, drop } = await cloneDatabase()
  const mine = keepLease({ db, log, ...TIMES })
  mine.add('living')
  const another = keepLease({ db, log, ...TIMES })
  another.add('other')
  await db`insert into worker_leases values (gen_random_uuid(), '{killed}', now() - interval '1 minute')`
  for (const worker of ['living', 'other', 'killed', 'nameless']) await lock(db, worker, 60)
  const end = Date.now() + 10_000
  while ((await locked(db)).length > 2) {
    assert.ok(Date.now() < end, `${await locked(db)} are locked`)
    await sleep(20)
  }
  assert.deepEqual(await locked(db), ['living', 'other'])
  assert.equal((await db`select from worker_leases`).length, 2)
  await Promise.all([mine.stop(), another.stop()])
  assert.equal((await db`select from worker_leases`).length, 0)
  await drop()
})

test('a process that has only begun to renew its lease releases nothing yet', async () => {
  const { db, drop } = await cloneDatabase()
  await lock(db, 'killed', 60)
  const lease = keepLease({ db, log, renewMs: 10, expiresMs: 60_000 })
  await sleep(200)
  assert.deepEqual(await locked(db), ['killed'])
  await lease.stop()
  await drop()
})
