/** The worker as the server starts it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { systemClock as clock } from './clock.ts'
import { createToken } from './resources/tokens/access-tokens.ts'
import { createWorkspace } from './provision/workspace.ts'
import { cloneDatabase } from './test/database.ts'
import { startJobs } from './worker.ts'

test('the worker does what was enqueued, and takes up what a process that was killed has left', async (t) => {
  const { db, address, drop } = await cloneDatabase()
  const log = pino({ level: 'silent' })
  const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
  const owner = { name: 'Workspace', ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
  const { id, ownerId } = await createWorkspace(db, owner)
  const { token } = await createToken(db, id, { adminId: ownerId, name: 'test', now: clock.now() })
  const headers = { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' }
  const enqueue = async (external_id: string) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/contacts/bulk',
      headers,
      payload: { contacts: [{ external_id }] },
    })
    return new URL(reply.json().url).pathname
  }
  const completed = async (url: string) => {
    const end = Date.now() + 20_000
    for (;;) {
      const { state } = (await app.inject({ url, headers })).json()
      if (state === 'completed') return
      assert.ok(Date.now() < end, `the job is still ${state}`)
      await setTimeout(10)
    }
  }

  const left = await enqueue('left')
  await db`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1`
  const jobs = await startJobs({ address, db, clock, log, alone: true })
  t.after(async () => {
    await jobs.stop()
    await app.close()
    await drop()
  })
  await completed(left)
  await completed(await enqueue('new'))
  const made = await db`select external_id from contacts where workspace_id = ${id} order by created_at`
  assert.deepEqual(
    made.map(({ external_id }) => external_id),
    ['left', 'new'],
  )
})
