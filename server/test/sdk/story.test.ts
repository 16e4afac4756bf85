/** One conversation from its first words to its rating, through the official client: its parts and statistics at each step. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IntercomClient } from 'intercom-client'
import { fetchAttachment } from '../../files/fetch-attachment.task.ts'
import { startHost } from '../../files/test-fetch-scene.ts'
import { sendMail } from '../../mail/send-mail.task.ts'
import { openSmtp } from '../../mail/smtp.ts'
import { headersOf, startMailServer } from '../../mail/test-mail-server.ts'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { testApp } from '../app.ts'
import { atFileEnd } from '../endings.ts'
import { followSteps } from './follow-steps.ts'

const app = await testApp({ own: true })
const { clock, db, workspace } = app
const url = await app.app.listen({ host: '127.0.0.1', port: 0 })
const host = await startHost()
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
  const step = followSteps(find)

  await step('a lead writes, and a rule assigns', {
    shows: {
      state: 'open',
      open: true,
      read: true,
      waiting_since: began,
      team_assignee_id: Number(team.id),
      admin_assignee_id: workspace.adminId,
      'source.author.type': 'lead',
    },
    parts: ['assignment by bot', 'assignment by bot'],
    statistics: {
      first_contact_reply_at: began,
      last_contact_reply_at: began,
      first_assignment_at: began,
      last_assignment_at: began,
      time_to_assignment: 0,
      count_assignments: 2,
      count_reopens: 0,
      count_conversation_parts: 3,
    },
  })

  wait(5)
  const answeredAt = seconds()
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
  const answered = await step('the admin answers with an attachment', {
    shows: { state: 'open', waiting_since: null },
    parts: ['comment by admin'],
    statistics: {
      first_admin_reply_at: answeredAt,
      last_admin_reply_at: answeredAt,
      last_assignment_admin_reply_at: answeredAt,
      time_to_admin_reply: 300,
      median_time_to_reply: 300,
      assigned_team_first_response_time: [{ team_id: Number(team.id), team_name: 'Machines', response_time: 300 }],
      assigned_team_first_response_time_in_office_hours: [
        { team_id: Number(team.id), team_name: 'Machines', response_time: 300 },
      ],
      count_conversation_parts: 4,
    },
  })
  const [hopper] = answered.conversation_parts.conversation_parts.at(-1).attachments
  assert.deepEqual([hopper.name, hopper.content_type, hopper.width, hopper.height], ['hopper.png', 'image/png', 1, 1])
  assert.equal(await contentOf(hopper.url), PIXEL)

  await runDue(sendMail, { mail: transport })
  assert.deepEqual(
    mails.taken.map(({ to }) => to),
    [['ada@example.com']],
  )
  assert.match(mails.taken[0]!.raw, /Is the hopper empty\?/)
  assert.ok(mails.taken[0]!.raw.replaceAll(/\s/g, '').includes(PIXEL), 'the copy brings the attachment')
  assert.match(headersOf(mails.taken[0]!)['message-id']![0]!, /^<.+@.+>$/)

  wait(5)
  host.serve('/drawing.png', 'image/png', Buffer.from(PIXEL, 'base64'))
  const drawing = host.url('/drawing.png')
  await sdk.conversations.reply({
    conversation_id,
    body: {
      type: 'admin',
      message_type: 'comment',
      admin_id: admin,
      body: 'It should be.',
      attachment_urls: [drawing],
    },
  })
  const given = await step('the admin adds an attachment by its address', {
    shows: { state: 'open', waiting_since: null },
    parts: ['comment by admin'],
    statistics: { last_admin_reply_at: seconds(), count_conversation_parts: 5 },
  })
  assert.equal(given.conversation_parts.conversation_parts.at(-1).attachments[0].url, drawing)
  await runDue(fetchAttachment, { reach: 'private' })
  const [fetched] = (await find()).conversation_parts.conversation_parts.at(-1).attachments
  assert.deepEqual([fetched.width, fetched.filesize], [1, Buffer.from(PIXEL, 'base64').length])
  assert.equal(await contentOf(fetched.url), PIXEL)
  await runDue(sendMail, { mail: transport })
  assert.ok(
    mails.taken[1]!.raw.replaceAll(/\s/g, '').includes(PIXEL),
    'the second copy brings the file that was fetched',
  )
  assert.deepEqual(headersOf(mails.taken[1]!)['references'], headersOf(mails.taken[0]!)['message-id'])

  const snoozed_until = seconds() + 3600
  await sdk.conversations.manage({ conversation_id, body: { message_type: 'snoozed', admin_id: admin, snoozed_until } })
  await step('it is snoozed', {
    shows: { state: 'snoozed', open: true, snoozed_until },
    parts: ['snoozed by admin'],
    statistics: { count_conversation_parts: 6 },
  })
  await runDue(wakeConversation)
  await step('nothing wakes it before its time', { shows: { state: 'snoozed' }, parts: [], statistics: {} })
  wait(61)
  await runDue(wakeConversation)
  await step('it wakes', {
    shows: { state: 'open', snoozed_until: null },
    parts: ['timer_unsnooze by bot'],
    statistics: { count_conversation_parts: 7 },
  })

  const closedAt = seconds()
  await sdk.conversations.manage({ conversation_id, body: { message_type: 'close', type: 'admin', admin_id: admin } })
  await step('it is closed', {
    shows: { state: 'closed', open: false, waiting_since: null },
    parts: ['close by admin'],
    statistics: {
      first_close_at: closedAt,
      last_close_at: closedAt,
      time_to_first_close: closedAt - began,
      time_to_last_close: closedAt - began,
      last_closed_by_id: workspace.adminId,
      handling_time: closedAt - began,
      count_conversation_parts: 8,
    },
  })

  wait(10)
  await sdk.conversations.reply({
    conversation_id,
    body: { type: 'user', message_type: 'comment', intercom_user_id: lead.id, body: 'It is, and it is still loud' },
  })
  await step('the lead answers and reopens it', {
    shows: { state: 'open', open: true, waiting_since: seconds() },
    parts: ['open by lead'],
    statistics: { last_contact_reply_at: seconds(), count_reopens: 1, count_conversation_parts: 9 },
  })

  const ticket = await sdk.conversations.convertToTicket({ conversation_id, ticket_type_id: type.id })
  assert.deepEqual([ticket.id, ticket.ticket_state.category], [conversation_id, 'submitted'])
  await step('it becomes a ticket', {
    shows: { state: 'open', 'ticket.id': Number(conversation_id), 'ticket.state': 'submitted' },
    parts: ['ticket_state_updated_by_admin by bot'],
    statistics: { count_conversation_parts: 10 },
  })

  const tracker = await sdk.tickets.create({ ticket_type_id: tracking.id, contacts: [] })
  const linked = await settings.post(`/tickets/${tracker.id}/linked_conversations`, { conversation_id })
  assert.equal(linked.status, 200, linked.text)
  await step('it is linked to a tracker', {
    shows: { 'linked_objects.data': [{ type: 'ticket', id: tracker.id, category: 'Tracker' }] },
    parts: [],
    statistics: {},
  })

  const states = new Map(type.ticket_states.data.map(({ category, id }: any) => [category, id]))
  for (const [at, category] of ['in_progress', 'waiting_on_customer'].entries()) {
    wait(1)
    const moved = await sdk.tickets.update({
      ticket_id: ticket.id,
      ticket_state_id: states.get(category),
      admin_id: admin,
    })
    assert.equal(moved.ticket_state.category, category)
    await step(`it moves to ${category}`, {
      shows: { state: 'open', 'ticket.state': category },
      parts: ['ticket_state_updated_by_admin by admin'],
      statistics: { count_conversation_parts: 11 + at },
    })
  }
  wait(1)
  const resolvedAt = seconds()
  await sdk.tickets.update({ ticket_id: ticket.id, ticket_state_id: states.get('resolved'), admin_id: admin })
  await step('it is resolved, and with that closed', {
    shows: { state: 'closed', open: false, waiting_since: null, 'ticket.state': 'resolved' },
    parts: ['close by admin', 'ticket_state_updated_by_admin by admin'],
    statistics: {
      last_close_at: resolvedAt,
      time_to_last_close: resolvedAt - began,
      handling_time: resolvedAt - began,
      count_conversation_parts: 14,
    },
  })

  wait(2)
  const rating = { intercom_user_id: lead.id, rating: 5, remark: 'Quiet again' }
  const rated = await settings.post(`/conversations/${conversation_id}/rating`, rating)
  assert.ok(rated.status < 300, rated.text)
  await step('the lead rates it', {
    shows: {
      state: 'closed',
      'conversation_rating.rating': 5,
      'conversation_rating.remark': 'Quiet again',
      'conversation_rating.contact.id': lead.id,
    },
    parts: ['conversation_rating_changed by bot', 'conversation_rating_remark_added by bot'],
    statistics: { count_conversation_parts: 16 },
  })
})

const contentOf = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer()).toString('base64')

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
