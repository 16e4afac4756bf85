/** Long jobs have a runner of their own: however many there are, short ones run in time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LONG_JOBS } from './db/connections.ts'
import { jobsScene } from './test/jobs-scene.ts'
import { until } from './test/until.ts'
import { CONCURRENCY } from './worker.ts'

const { clock, workspace, hold, untilWaiting, withJobs } = await jobsScene()

type Post = (url: string, body: object) => Promise<any>
const second = () => Math.floor(clock.now().getTime() / 1000)

/** Jobs by the table that they wait for, which a conversation that wakes does not touch. */
const LONG: [string, string, (post: Post) => Promise<unknown>][] = [
  [
    'exports',
    'banner_views',
    (post) => post('/export/content/data', { created_at_after: second() - 60, created_at_before: second() + 60 }),
  ],
  ['bulk jobs', 'companies', (post) => post('/companies/bulk', { companies: [{ company_id: 'acme', name: 'Acme' }] })],
]

for (const [what, table, submit] of LONG)
  test(`a snoozed conversation wakes while more ${what} run without an end than there are workers`, async () => {
    const { ownerId, get, post } = await workspace()
    const contact = await post('/contacts', { external_id: 'sleeper' })
    const { conversation_id } = await post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hello' })
    const letGo = await hold(table)
    for (let n = 0; n < CONCURRENCY + LONG_JOBS; n++) await submit((await workspace()).post)
    await withJobs(async () => {
      try {
        await untilWaiting(LONG_JOBS)
        const snoozed_until = second() + 1
        const snooze = { message_type: 'snoozed', admin_id: ownerId, snoozed_until }
        const snoozed = await post(`/conversations/${conversation_id}/parts`, snooze)
        assert.equal(snoozed.state, 'snoozed')
        await until(async () => (await get(`/conversations/${conversation_id}`)).state === 'open')
      } finally {
        await letGo()
      }
    })
  })
