/** Each item of a bulk job is done once, whichever of its workers ends early. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError } from 'pg'
import type { Pool } from '../db/pool.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { jobNumber } from './job.ts'
import { insertTask, updateJobToAppend } from './queries.ts'
import { bulkScene } from './test-scene.ts'
import { testApp } from '../test/app.ts'
import { untilWaiting } from '../test/until.ts'

const app = await testApp()
const people = (count: number) => Array.from({ length: count }, (_, n) => ({ external_id: `p${n}` }))

type Begin = (work: (tx: Pool) => Promise<unknown>) => Promise<unknown>

/** A database whose transactions `spoil` decides about, by their number from 1. */
function spoiled(
  spoil: (number: number, begin: Begin, work: (tx: Pool) => Promise<unknown>) => Promise<unknown>,
): Pool {
  let number = 0
  return new Proxy(app.db, {
    get(db, name) {
      if (name !== 'begin') return Reflect.get(db, name)
      return (work: (tx: Pool) => Promise<unknown>) => spoil(++number, (w) => db.begin(w as never), work)
    },
  })
}

const failure = (code: string) => Object.assign(new DatabaseError(code, 0, 'error'), { code })
const lost = () => new DatabaseUnavailable('CONNECTION_LOST', 'lost', { undone: false })

/** Nothing was doubled, nothing lost. */
async function assertOnce({ client, topics }: Awaited<ReturnType<typeof bulkScene>>, count: number) {
  const { body } = await client.get('/contacts?per_page=150')
  const ids = body.data.map((contact: any) => contact.external_id)
  assert.deepEqual(
    ids.toSorted(),
    people(count)
      .map(({ external_id }) => external_id)
      .toSorted(),
  )
  assert.equal(body.total_count, count)
  assert.deepEqual(
    await topics(),
    Array.from({ length: count }, () => 'contact.user.created'),
  )
  const activities = (await client.get('/contacts/activities?per_page=150')).body.data
  assert.equal(activities.length, count)
}

test('a job goes from pending over running to completed', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: people(2) })
  const path = `/contacts/bulk/${job.body.id}`
  const begun = app.clock.now().getTime() / 1000
  const states: string[] = []
  app.clock.advance(10)
  const watching = spoiled(async (_, begin, work) => {
    const { body } = await scene.client.get(path)
    states.push(`${body.state} ${body.tasks[0].state} ${body.tasks[0].started_at - begun} ${body.completed_at}`)
    return begin(work)
  })
  await scene.run(job, watching)
  assert.deepEqual([...new Set(states)], ['running running 10 null'])
  const { body } = await scene.client.get(path)
  assert.deepEqual([body.state, body.completed_at - begun, body.updated_at - begun], ['completed', 10, 10])
  assert.deepEqual([body.tasks[0].state, body.tasks[0].completed_at - begun], ['completed', 10])
  await assertOnce(scene, 2)
})

test('a job that is run again changes nothing', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: people(3) })
  const done = await scene.finished(job)
  app.clock.advance(60)
  assert.deepEqual(await scene.finished(job), done)
  await assertOnce(scene, 3)
})

test('four workers on one job do every item once', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: people(20) })
  await Promise.all(Array.from({ length: 4 }, () => scene.run(job)))
  assert.equal((await scene.client.get(`/contacts/bulk/${job.body.id}`)).body.state, 'completed')
  await assertOnce(scene, 20)
})

for (const [how, spoil] of [
  [
    'before an item is done',
    (number: number, begin: Begin, work: (tx: Pool) => Promise<unknown>) =>
      number === 4 ? Promise.reject(lost()) : begin(work),
  ],
  [
    'in the middle of an item',
    (number: number, begin: Begin, work: (tx: Pool) => Promise<unknown>) =>
      begin(async (tx) => {
        await work(tx)
        if (number === 4) throw failure('57P01')
      }),
  ],
  [
    'just after an item is done',
    async (number: number, begin: Begin, work: (tx: Pool) => Promise<unknown>) => {
      await begin(work)
      if (number === 4) throw lost()
    },
  ],
] as const)
  test(`a job whose database goes away ${how} is taken up where it was left`, async () => {
    const scene = await bulkScene(app)
    const job = await scene.client.post('/contacts/bulk', { contacts: people(6) })
    await assert.rejects(scene.run(job, spoiled(spoil)))
    const halfWay = (await scene.client.get(`/contacts/bulk/${job.body.id}`)).body
    assert.equal(halfWay.state, 'running')
    const made = (await scene.client.get('/contacts')).body.total_count
    assert.ok(made === 3 || made === 4)
    assert.equal((await scene.finished(job)).state, 'completed')
    await assertOnce(scene, 6)
    assert.deepEqual([...(await scene.refused())], [])
  })

test('a deadlock is tried again at once', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: people(2) })
  const deadlocked = spoiled((number, begin, work) =>
    begin(async (tx) => {
      await work(tx)
      if (number < 4) throw failure('40P01')
    }),
  )
  await scene.run(job, deadlocked)
  assert.equal((await scene.client.get(`/contacts/bulk/${job.body.id}`)).body.state, 'completed')
  await assertOnce(scene, 2)
})

test('an item that fails for a reason that nobody foresaw keeps no other from being done, and is told to the worker', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: [...people(2), { external_id: 'unlucky' }] })
  const broken = spoiled((number, begin, work) =>
    begin(async (tx) => {
      await work(tx)
      if (number === 3) throw new TypeError('a secret of the server')
    }),
  )
  await assert.rejects(scene.run(job, broken), /a secret of the server/)
  assert.equal((await scene.finished(job)).state, 'completed_with_errors')
  await assertOnce(scene, 2)
  assert.deepEqual(
    [...(await scene.refused())],
    [{ position: 2, error_code: 'server_error', error_message: 'Something went wrong' }],
  )
})

test('tasks are done in the order in which they were handed in', async () => {
  const { client, finished } = await bulkScene(app)
  const { id } = (await client.post('/contacts', { external_id: 'first' })).body
  const job = await client.put('/contacts/bulk', { contacts: [{ id, name: 'One' }] })
  const append = { job: { id: job.body.id } }
  await client.put('/contacts/bulk', {
    contacts: [
      { id, name: 'Two' },
      { id, phone: '+353 1 555 0100' },
    ],
    ...append,
  })
  await client.post('/contacts/bulk/delete', { contacts: [{ id: 'nobody' }], ...append })
  const done = await finished(job)
  assert.deepEqual(
    done.tasks.map((task: any) => [task.item_count, task.state]),
    [
      [1, 'completed'],
      [2, 'completed'],
      [1, 'completed_with_errors'],
    ],
  )
  assert.equal(done.state, 'completed_with_errors')
  const { body } = await client.get(`/contacts/${id}`)
  assert.deepEqual([body.name, body.phone], ['Two', '+353 1 555 0100'])
})

test('a job that is added to while it is being completed goes on', async () => {
  const scene = await bulkScene(app)
  const { workspace, client } = scene
  const job = await client.post('/contacts/bulk', { contacts: people(1) })
  const job_id = jobNumber(job.body.id)!
  const release = Promise.withResolvers<void>()
  const adding = spoiled(async (number, begin, work) => {
    if (number === 1) return begin(work)
    const added = Promise.withResolvers<void>()
    const commits = app.db.begin(async (tx) => {
      const now = app.clock.now()
      await updateJobToAppend(tx, workspace.id, 'contacts', job_id, now)
      const task = { job_id, action: 'delete', admin_id: workspace.adminId } as const
      await insertTask(tx, workspace.id, task, [{ id: 'x' }], now)
      added.resolve()
      await release.promise
    })
    await added.promise
    const completes = begin(work)
    await untilWaiting(app.db, 1)
    release.resolve()
    await commits
    return completes
  })
  await scene.run(job, adding)
  const { body } = await client.get(`/contacts/bulk/${job.body.id}`)
  assert.deepEqual([body.state, body.completed_at], ['running', null])
  assert.equal((await scene.finished(job)).state, 'completed_with_errors')
})

test('a hundred items are done, and nothing of them is kept', async () => {
  const scene = await bulkScene(app)
  const job = await scene.client.post('/contacts/bulk', { contacts: people(100) })
  assert.equal((await scene.finished(job)).tasks[0].item_count, 100)
  await assertOnce(scene, 100)
  assert.equal((await app.db`select from bulk_items where workspace_id = ${scene.workspace.id}`).length, 0)
})

test('a job that is not there is nothing to do', async () => {
  const { run } = await bulkScene(app)
  await run({ body: { id: 'job_v2_1' } } as never)
})
