/** One conversation from its first words to its rating, through the official client: its parts and statistics at each step. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntercomClient } from 'intercom-client'
import { sendMail } from '../../mail/send-mail.task.ts'
import { openSmtp } from '../../mail/smtp.ts'
import { headersOf, startMailServer } from '../../mail/test-mail-server.ts'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { testApp } from '../app.ts'
import { atFileEnd } from '../endings.ts'

const app = await testApp({ own: true })
const { clock, db, workspace } = app
const url = await app.app.listen({ host: '127.0.0.1', port: 0 })
const mails = await startMailServer()
const transport = openSmtp(mails.url)
atFileEnd(async () => {
  transport.close()
  await mails.close()
})

/** Its types end with 2.14. */
const sdk = new IntercomClient({ token: workspace.token, environment: url, version: '2.18' as '2.14' }) as any
const settings = app.client({ version: '2.18' })
const seconds = () => Math.floor(clock.now().getTime() / 1000)
const wait = (minutes: number) => clock.advance(minutes * 60)

/** Runs the jobs of a kind that are due by the test's clock. */
async function runDue(task: { name: string; run: (deps: any, payload: any) => Promise<unknown> }, deps: object = {}) {
  const jobs = await db<{ id: number; run_at: Date; payload: any }[]>`
    select j.id, j.run_at, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = ${task.name} order by j.id`
  for (const { id, run_at, payload } of jobs) {
    if (run_at > clock.now()) continue
    await db`select graphile_worker.complete_jobs(array[${id}::bigint])`
    await task.run({ db, clock, mailDomain: 'parley.example', ...deps }, payload)
  }
}

test('a lead is answered, waits, becomes a ticket with a tracker, and rates it', async () => {
  const admin = String(workspace.adminId)
  const team = (
    await settings.post('/parley/teams', {
      name: 'Machines',
      admin_ids: [workspace.adminId],
      distribution_method: 'round_robin',
    })
  ).body
  await settings.post('/parley/assignment_rules', {
    name: 'Machines',
    conditions: { field: 'source.body', operator: '~', value: 'grinder' },
    assign_to: { type: 'team', id: team.id },
  })
  await settings.put('/parley/workspace', { email_copies: true })
  const type = await sdk.ticketTypes.create({ name: 'Repair', category: 'Customer' })
  const tracking = await sdk.ticketTypes.create({ name: 'Recall', category: 'Tracker' })

  const lead = await sdk.contacts.create({ role: 'lead', email: 'ada@example.com', name: 'Ada' })
  const began = seconds()
  const { conversation_id } = await sdk.conversations.create({
    from: { type: 'lead', id: lead.id },
    body: 'The grinder is loud',
  })
  const find = () => sdk.conversations.find({ conversation_id })

  const assigned = await find()
  assert.deepEqual(partsOf(assigned), ['assignment by bot', 'assignment by bot'])
  assert.deepEqual([assigned.team_assignee_id, assigned.admin_assignee_id], [Number(team.id), workspace.adminId])
  assert.deepEqual([assigned.state, assigned.waiting_since], ['open', began])
  assert.deepEqual([assigned.statistics.count_assignments, assigned.statistics.time_to_assignment], [2, 0])

  wait(5)
  await sdk.conversations.reply({
    conversation_id,
    body: {
      type: 'admin',
      message_type: 'comment',
      admin_id: admin,
      body: '<p>Is the hopper empty?</p>',
      attachment_files: [{ name: 'hopper.png', content_type: 'image/png', data: PIXEL }],
    },
  })
  const answered = await find()
  const words = answered.conversation_parts.conversation_parts.at(-1)
  assert.deepEqual([words.part_type, words.attachments[0].name], ['comment', 'hopper.png'])
  const picture = await fetch(words.attachments[0].url)
  assert.equal(Buffer.from(await picture.arrayBuffer()).toString('base64'), PIXEL)
  assert.deepEqual([answered.waiting_since, answered.statistics.time_to_admin_reply], [null, 300])
  assert.deepEqual(answered.statistics.first_admin_reply_at, began + 300)

  wait(5)
  await runDue(sendMail, { mail: transport })
  assert.deepEqual(
    mails.taken.map(({ to }) => to),
    [['ada@example.com']],
  )
  assert.match(mails.taken[0]!.raw, /Is the hopper empty\?/)
  assert.match(headersOf(mails.taken[0]!)['message-id']![0]!, /^<.+@.+>$/)

  await sdk.conversations.manage({
    conversation_id,
    body: { message_type: 'snoozed', admin_id: admin, snoozed_until: seconds() + 3600 },
  })
  const snoozed = await find()
  assert.deepEqual([snoozed.state, snoozed.open, snoozed.snoozed_until], ['snoozed', true, seconds() + 3600])
  await runDue(wakeConversation)
  assert.equal((await find()).state, 'snoozed')
  wait(61)
  await runDue(wakeConversation)
  const awake = await find()
  assert.deepEqual([awake.state, awake.snoozed_until, partsOf(awake).at(-1)], ['open', null, 'timer_unsnooze by bot'])

  await sdk.conversations.manage({ conversation_id, body: { message_type: 'close', type: 'admin', admin_id: admin } })
  const closed = await find()
  assert.deepEqual([closed.state, closed.statistics.first_close_at], ['closed', seconds()])
  assert.equal(closed.statistics.time_to_first_close, seconds() - began)

  wait(10)
  await sdk.conversations.reply({
    conversation_id,
    body: { type: 'user', message_type: 'comment', intercom_user_id: lead.id, body: 'It is, and it is still loud' },
  })
  const reopened = await find()
  assert.deepEqual([reopened.state, reopened.statistics.count_reopens, reopened.waiting_since], ['open', 1, seconds()])
  assert.equal(partsOf(reopened).at(-1), 'open by lead')

  const ticket = await sdk.conversations.convertToTicket({ conversation_id, ticket_type_id: type.id })
  assert.deepEqual([ticket.id, ticket.ticket_state.category], [conversation_id, 'submitted'])
  const states = new Map(type.ticket_states.data.map(({ category, id }: any) => [category, id]))
  const tracker = await settings.post('/tickets', { ticket_type_id: tracking.id })
  const linked = await settings.post(`/tickets/${tracker.body.id}/linked_conversations`, { conversation_id })
  assert.equal(linked.status, 200, linked.text)
  for (const category of ['in_progress', 'waiting_on_customer', 'resolved']) {
    wait(1)
    const moved = await settings.put(`/tickets/${ticket.id}`, {
      ticket_state_id: states.get(category),
      admin_id: admin,
    })
    assert.equal(moved.body.ticket_state.category, category, moved.text)
  }
  const resolved = await find()
  assert.deepEqual([resolved.state, resolved.statistics.last_close_at], ['closed', seconds()])
  assert.deepEqual(
    resolved.linked_objects.data.map(({ id, category }: any) => [id, category]),
    [[tracker.body.id, 'Tracker']],
  )

  wait(2)
  const rated = await settings.post(`/conversations/${conversation_id}/rating`, {
    intercom_user_id: lead.id,
    rating: 5,
    remark: 'Quiet again',
  })
  assert.ok(rated.status < 300, rated.text)
  const end = await find()
  assert.deepEqual([end.conversation_rating.rating, end.conversation_rating.remark], [5, 'Quiet again'])
  assert.equal(
    end.statistics.count_conversation_parts,
    end.conversation_parts.total_count + 1,
    JSON.stringify(partsOf(end)),
  )
})

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const partsOf = ({ conversation_parts }: any) =>
  conversation_parts.conversation_parts.map(({ part_type, author }: any) => `${part_type} by ${author.type}`)
