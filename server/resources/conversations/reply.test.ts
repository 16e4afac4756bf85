import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { eventsOf, newAdmin, newConversation, newUser, topicsOf } from './test-scene.ts'
import { isFrom, SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const comment = { type: 'admin', message_type: 'comment', admin_id, body: 'How can we help?' }
const unix = () => app.clock.now().getTime() / 1000

const lastPart = (body: any) => body.conversation_parts.conversation_parts.at(-1)

for (const version of SAMPLED_VERSIONS) {
  test(`a contact replies, named by any of its identifiers, in ${version}`, async () => {
    const speaker = app.client({ version })
    const { path, user } = await newConversation(client)
    const names = [{ intercom_user_id: user.id }, { user_id: user.external_id }, { email: user.email.toUpperCase() }]
    for (const name of names) {
      const reply = await speaker.post(`${path}/reply`, { type: 'user', message_type: 'comment', body: 'Me', ...name })
      assert.equal(reply.status, 200)
      const part = lastPart(reply.body)
      assert.equal(part.part_type, 'comment')
      assert.equal(part.body, '<p>Me</p>')
      assert.equal(part.author.type, 'user')
      assert.equal(part.author.id, user.id)
    }
    assert.deepEqual((await speaker.get(path)).body.conversation_parts.total_count, 3)
  })

  test(`an admin comments and notes, and offers quick replies where there are such, in ${version}`, async () => {
    const speaker = app.client({ version })
    const { path } = await newConversation(client)
    const commented = await speaker.post(`${path}/reply`, comment)
    assert.equal(commented.status, 200)
    assert.deepEqual(commented.body.teammates, {
      type: 'admin.list',
      admins: [{ type: 'admin', id: String(admin_id) }],
    })
    const note = { ...comment, message_type: 'note', body: '<h2>List</h2><ul><li>one</li></ul>' }
    assert.equal(lastPart((await speaker.post(`${path}/reply`, note)).body).body, '<h2>List</h2><ul><li>one</li></ul>')
    const reply_options = [{ text: 'Yes', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' }]
    const offer = { type: 'admin', message_type: 'quick_reply', admin_id: String(admin_id), reply_options }
    const offered = await speaker.post(`${path}/reply`, offer)
    if (!isFrom('2.16', version)) return assert.equal(offered.status, 400)
    const part = lastPart(offered.body)
    assert.equal(part.part_type, 'quick_reply')
    assert.equal(part.body, null)
    if (version === 'Preview') assert.deepEqual(part.metadata, { quick_reply_options: reply_options })
  })
}

test('a contact who writes waits until an admin writes; a note answers nobody', async () => {
  const { path, user } = await newConversation(client)
  const asked = unix()
  app.clock.advance(100)
  const note = await client.post(`${path}/reply`, { ...comment, message_type: 'note' })
  assert.equal(note.body.waiting_since, asked)
  app.clock.advance(100)
  const answered = (await client.post(`${path}/reply`, comment)).body
  assert.equal(answered.waiting_since, null)
  assert.equal(answered.statistics.time_to_admin_reply, 200)
  assert.equal(answered.statistics.median_time_to_reply, 200)
  assert.equal(answered.statistics.first_admin_reply_at, unix())
  app.clock.advance(10)
  const askedAgain = unix()
  const again = { type: 'user', message_type: 'comment', intercom_user_id: user.id, body: 'And?' }
  await client.post(`${path}/reply`, again)
  app.clock.advance(40)
  assert.equal((await client.post(`${path}/reply`, again)).body.waiting_since, askedAgain)
  app.clock.advance(60)
  const { statistics } = (await client.post(`${path}/reply`, comment)).body
  assert.equal(statistics.median_time_to_reply, 150)
  assert.equal(statistics.time_to_admin_reply, 200)
  assert.equal(statistics.last_contact_reply_at, unix() - 60)
  assert.equal(statistics.last_admin_reply_at, unix())
  assert.equal(statistics.count_conversation_parts, 6)
})

test('a contact who writes opens what was closed; an admin who writes does not', async () => {
  const { path, user } = await newConversation(client)
  await client.post(`${path}/parts`, { message_type: 'close', type: 'admin', admin_id })
  const still = (await client.post(`${path}/reply`, comment)).body
  assert.deepEqual([still.state, still.open], ['closed', false])
  const reply = { type: 'user', message_type: 'comment', user_id: user.external_id, body: 'Not done yet' }
  const { body } = await client.post(`${path}/reply`, reply)
  assert.deepEqual([body.state, body.open, body.statistics.count_reopens], ['open', true, 1])
  assert.equal(lastPart(body).part_type, 'open')
  assert.equal(lastPart(body).state, 'open')
})

test('a reply wakes a snoozed conversation, unless it is told not to', async () => {
  const { id, path, user } = await newConversation(client)
  const snooze = { message_type: 'snoozed', admin_id, snoozed_until: unix() + 3600 }
  await client.post(`${path}/parts`, snooze)
  const preview = app.client({ version: 'Preview' })
  const asleep = await preview.post(`${path}/reply`, { ...comment, skip_unsnooze: true })
  assert.equal(asleep.body.state, 'snoozed')
  const woken = await client.post(`${path}/reply`, { ...comment, skip_unsnooze: true })
  assert.deepEqual([woken.body.state, woken.body.snoozed_until], ['open', null])
  assert.equal((await topicsOf(app, id)).at(-1), 'conversation.admin.unsnoozed')
  await client.post(`${path}/parts`, snooze)
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: user.id, body: 'Hello?' }
  assert.equal((await client.post(`${path}/reply`, reply)).body.state, 'open')
  const jobs = await app.db`select from graphile_worker.jobs where key = ${`wake:${app.workspace.id}:${id}`}`
  assert.equal(jobs.length, 0)
})

test('the last conversation of a contact is the one that something happened to last', async () => {
  const { path, user } = await newConversation(client)
  app.clock.advance(5)
  await client.post('/conversations', { from: { type: 'user', id: user.id }, body: 'Another' })
  app.clock.advance(5)
  await client.post(`${path}/reply`, comment)
  app.clock.advance(5)
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: user.id, body: 'Last words' }
  const { status, body } = await client.post('/conversations/last/reply', reply)
  assert.equal(status, 200)
  assert.equal(`/conversations/${body.id}`, path)
  const silent = await newUser(client)
  const none = await client.post('/conversations/last/reply', { ...reply, intercom_user_id: silent.id })
  assert.equal(none.status, 422)
})

test('an event tells of a reply with that part alone', async () => {
  const { id, path } = await newConversation(client)
  await client.post(`${path}/reply`, { ...comment, message_type: 'note' })
  await client.post(`${path}/reply`, comment)
  const events = await eventsOf(app, id)
  assert.deepEqual(
    events.map(({ topic }) => topic),
    ['conversation.user.created', 'conversation.admin.noted', 'conversation.admin.replied'],
  )
  const { conversation_parts } = events[2]!.item
  assert.equal(conversation_parts.total_count, 1)
  assert.equal(conversation_parts.conversation_parts[0].body, '<p>How can we help?</p>')
})

test('a reply of the bot has its author type, and the contact waits on', async () => {
  const [bot] = await app.db<{ id: number }[]>`
    select id from admins where workspace_id = ${app.workspace.id} and kind = 'operator'`
  const { id, path } = await newConversation(client)
  const { body } = await client.post(`${path}/reply`, { ...comment, admin_id: bot!.id })
  assert.equal(lastPart(body).author.type, 'bot')
  assert.equal(body.waiting_since, unix())
  assert.equal((await topicsOf(app, id)).at(-1), 'conversation.operator.replied')
})

test('replies that come at once are all kept and counted', async () => {
  const { path, user } = await newConversation(client)
  const tom = await newAdmin(app)
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      n % 2
        ? client.post(`${path}/reply`, { ...comment, admin_id: n % 4 === 1 ? tom : admin_id })
        : client.post(`${path}/reply`, { type: 'user', message_type: 'comment', email: user.email, body: String(n) }),
    ),
  )
  assert.deepEqual(
    replies.map(({ status }) => status),
    Array(10).fill(200),
  )
  const { body } = await client.get(path)
  assert.equal(body.conversation_parts.total_count, 10)
  assert.equal(body.statistics.count_conversation_parts, 11)
  assert.equal(body.teammates.admins.length, 2)
})
