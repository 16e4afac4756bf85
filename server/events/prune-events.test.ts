import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { pruneEvents } from './prune-events.task.ts'

test('the outbox forgets what is older than an hour, and nothing younger', async () => {
  const { db, clock, client, workspace } = await testApp({ own: true })
  await client().post('/contacts', { email: 'old@example.com' })
  clock.advance(3000)
  await client().post('/contacts', { email: 'young@example.com' })
  clock.advance(1000)
  await pruneEvents.run({ db, clock }, {})
  const left = await db`select item ->> 'email' as email from events where workspace_id = ${workspace.id}`
  assert.deepEqual(
    left.map((event) => event['email']),
    ['young@example.com'],
  )
})
