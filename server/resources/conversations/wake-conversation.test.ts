import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newConversation, topicsOf } from './test-scene.ts'
import { testApp } from '../../test/app.ts'
import { wakeConversation } from './wake-conversation.task.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const unix = () => app.clock.now().getTime() / 1000

async function snoozed(seconds: number) {
  const conversation = await newConversation(client)
  const snooze = (until: number) =>
    client.post(`${conversation.path}/parts`, { message_type: 'snoozed', admin_id, snoozed_until: until })
  const reply = await snooze(unix() + seconds)
  assert.equal(reply.body.state, 'snoozed')
  return {
    ...conversation,
    snooze,
    payload: { workspace_id: app.workspace.id, conversation_id: Number(conversation.id) },
  }
}

const jobsOf = (id: string) =>
  app.db<{ task_identifier: string; run_at: Date }[]>`
    select task_identifier, run_at from graphile_worker.jobs where key = ${`wake:${app.workspace.id}:${id}`}`

test('a snoozed conversation leaves one job, which moves when it is snoozed again', async () => {
  const { id, snooze } = await snoozed(3600)
  await snooze(unix() + 7200)
  const jobs = await jobsOf(id)
  assert.deepEqual(
    jobs.map((job) => [job.task_identifier, job.run_at.getTime() / 1000]),
    [['wake_conversation', unix() + 7200]],
  )
})

test('a conversation opens when its time has come, by the bot, once', async () => {
  const { id, path, payload } = await snoozed(3600)
  app.clock.advance(3601)
  await wakeConversation.run({ db: app.db, clock: app.clock }, payload)
  await wakeConversation.run({ db: app.db, clock: app.clock }, payload)
  const { body } = await client.get(path)
  assert.deepEqual([body.state, body.open, body.snoozed_until], ['open', true, null])
  const parts = body.conversation_parts.conversation_parts
  assert.deepEqual(
    parts.map((part: any) => part.part_type),
    ['snoozed', 'timer_unsnooze'],
  )
  assert.equal(parts[1].author.type, 'bot')
  const topics = await topicsOf(app, id)
  assert.deepEqual(topics.slice(1), ['conversation.admin.snoozed', 'conversation.admin.unsnoozed'])
})

test('a job that comes too early puts itself off, and one that comes for nothing does nothing', async () => {
  const { id, path, payload } = await snoozed(3600)
  await app.db`select graphile_worker.remove_job(${`wake:${app.workspace.id}:${id}`}::text)`
  await wakeConversation.run({ db: app.db, clock: app.clock }, payload)
  assert.equal((await client.get(path)).body.state, 'snoozed')
  assert.equal((await jobsOf(id)).length, 1)
  await client.post(`${path}/parts`, { message_type: 'open', admin_id })
  assert.equal((await jobsOf(id)).length, 0)
  const before = (await client.get(path)).body
  app.clock.advance(4000)
  await wakeConversation.run({ db: app.db, clock: app.clock }, payload)
  await wakeConversation.run({ db: app.db, clock: app.clock }, { ...payload, conversation_id: 1 })
  assert.deepEqual((await client.get(path)).body, before)
})
