import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportScene, untar } from '../../exports/test-scene.ts'
import { testApp } from '../../test/app.ts'
import { breachSla } from '../../threads/sla/breach-sla.task.ts'
import { plain, reportScene as scene, text } from './test-scene.ts'

const app = await testApp()
const reportScene = (version?: string) => scene(app, version)
const unix = () => app.clock.now().getTime() / 1000

/** Attributes by the statistics of a conversation on the wire. */
const STATISTICS: Record<string, [attribute: string, show: (value: any) => string]> = {
  time_to_assignment: ['conversation_time_to_assignment', text],
  time_to_admin_reply: ['conversation_first_response_time', text],
  time_to_first_close: ['time_to_first_close', text],
  time_to_last_close: ['conversation_time_to_close', text],
  median_time_to_reply: ['conversation_median_time_to_reply', text],
  first_contact_reply_at: ['conversation_first_user_reply_at', plain],
  first_assignment_at: ['conversation_first_assigned_at', plain],
  first_admin_reply_at: ['conversation_first_teammate_reply_at', plain],
  first_close_at: ['conversation_first_closed_at', plain],
  last_assignment_at: ['conversation_last_assigned_at', plain],
  last_assignment_admin_reply_at: ['conversation_last_assignment_teammate_reply_at', plain],
  last_contact_reply_at: ['conversation_last_user_reply_at', plain],
  last_admin_reply_at: ['conversation_last_teammate_reply_at', plain],
  last_close_at: ['conversation_last_closed_at', plain],
  last_closed_by_id: ['last_closing_teammate_raw_id', text],
  count_reopens: ['conversation_reopens_count', text],
  count_assignments: ['conversation_assignments_count', text],
  count_conversation_parts: ['conversation_parts_count', text],
  handling_time: ['conversation_handling_time', (value = null) => text(value)],
}
/** Statistics that leave out what is outside of office hours. */
const IN_HOURS = {
  time_to_admin_reply: 'first_response_time_in_office_hours',
  time_to_first_close: 'time_to_first_close_in_office_hours',
  time_to_last_close: 'time_to_close_in_office_hours',
}
/** Statistics that a row of a report has no cell for. */
const ELSEWHERE = [
  'type',
  'assigned_team_first_response_time',
  'assigned_team_first_response_time_in_office_hours',
  'adjusted_handling_time',
]

test('a report on conversations has the statistics that conversations show', async () => {
  const { client, workspace, rows, converse, part, answer, write } = await reportScene()
  const all = [await converse('One'), await converse('Two'), await converse('Three')]
  const [busy, short] = all as [string, string]
  const assign = { message_type: 'assignment', assignee_id: workspace.adminId }
  for (const step of [
    () => part(busy, assign),
    () => answer(busy),
    () => write(busy),
    () => answer(busy),
    () => part(busy, { message_type: 'close' }),
    () => write(busy),
    () => part(busy, { message_type: 'close' }),
    () => part(short, { message_type: 'close' }),
  ]) {
    app.clock.advance(61)
    assert.equal((await step()).status, 200)
  }
  const asked = Object.values(STATISTICS).map(([attribute]) => attribute)
  const found = await rows('conversation', ['conversation_id', ...asked, ...Object.values(IN_HOURS)])
  assert.deepEqual(
    found.map((row) => row['conversation_id']),
    all,
  )
  const shown = new Set<string>()
  for (const row of found) {
    const { statistics } = (await client.get(`/conversations/${row['conversation_id']}`)).body
    for (const name of Object.keys(statistics)) if (!ELSEWHERE.includes(name)) shown.add(name)
    for (const [name, [attribute, show]] of Object.entries(STATISTICS))
      assert.equal(row[attribute], show(statistics[name]), `${name} of ${row['conversation_id']}`)
    for (const [name, attribute] of Object.entries(IN_HOURS)) assert.equal(row[attribute], text(statistics[name]), name)
  }
  assert.deepEqual([...shown].toSorted(), Object.keys(STATISTICS).toSorted())
  assert.notEqual(found[0]!['conversation_handling_time'], '')
})

test('words beside a close or an assignment are replies of teammates, as the statistics have them', async () => {
  const { workspace, rows, converse, part, write } = await reportScene()
  const id = await converse()
  const assign = { message_type: 'assignment', assignee_id: workspace.adminId }
  const asked = ['teammate_replies_count', 'conversation_last_teammate_reply_at', 'first_replying_teammate_id']
  const found = async () => Object.values((await rows('conversation', asked))[0]!)
  await part(id, assign)
  await part(id, { message_type: 'close' })
  assert.deepEqual(await found(), ['0', '', ''])
  await write(id)
  app.clock.advance(61)
  await part(id, { ...assign, body: 'I look at it' })
  const [count, , first] = await found()
  assert.equal(count, '1')
  assert.notEqual(first, '')
  app.clock.advance(61)
  await part(id, { message_type: 'close', body: 'Bye' })
  assert.deepEqual(await found(), ['2', plain(unix()), first])
})

test('a report on actions has every part, with its conversation', async () => {
  const { client, workspace, rows, converse, part, answer, contact } = await reportScene()
  const id = await converse()
  await answer(id)
  await part(id, { message_type: 'close' })
  const found = await rows('consolidated_conversation_part', [
    'action_id',
    'action_type',
    'action_performed_by',
    'teammate.action_teammate_id',
    'action_time',
    'conversation_id',
    'people.user_id',
    'user_name',
  ])
  const { conversation_parts } = (await client.get(`/conversations/${id}`)).body.conversation_parts
  assert.deepEqual(
    found.map((row) => [row['action_id'], row['action_type'], row['action_time']]),
    conversation_parts.map((one: any) => [
      one.id,
      one.part_type === 'close' ? 'Close' : 'Comment',
      plain(one.created_at),
    ]),
  )
  const { name } = (await client.get(`/admins/${workspace.adminId}`)).body
  for (const row of found)
    assert.deepEqual(
      [row['action_performed_by'], row['action_teammate_id'], row['conversation_id'], row['user_id'], row['user_name']],
      ['Teammate', name, id, contact, "'@Rita"],
    )
})

test('a report on ratings has those that were asked for, with their answers', async () => {
  const { client, rows, converse, part, contact } = await reportScene()
  const [rated] = [await converse(), await converse()]
  await part(rated, { message_type: 'close' })
  const rating = { intercom_user_id: contact, rating: 2, remark: '=SUM(A1)' }
  assert.equal((await client.post(`/conversations/${rated}/rating`, rating)).status, 200)
  const found = await rows('conversation_rating_sent', [
    'conversation_id',
    'conversation_rating',
    'conversation_rating_remark',
    'conversation_rating_updated_at',
  ])
  const shown = (await client.get(`/conversations/${rated}`)).body.conversation_rating
  assert.deepEqual(found, [
    {
      conversation_id: rated,
      conversation_rating: '2',
      conversation_rating_remark: "'=SUM(A1)",
      conversation_rating_updated_at: plain(shown.updated_at),
    },
  ])
})

test('a report on tickets has their states, and when they were resolved', async () => {
  const { client, rows, contact } = await reportScene()
  const type = (await client.post('/ticket_types', { name: 'Repair' })).body
  const ticket = (
    await client.post('/tickets', {
      ticket_type_id: type.id,
      contacts: [{ id: contact }],
      ticket_attributes: { _default_title_: 'Broken, "again"', _default_description_: 'It drips' },
    })
  ).body
  const states = (await client.get('/ticket_states')).body.data
  const resolved = states.find((state: any) => state.category === 'resolved')
  app.clock.advance(90)
  assert.equal((await client.put(`/tickets/${ticket.id}`, { ticket_state_id: resolved.id })).status, 200)
  const [row] = await rows('tickets', [
    'ticket_id',
    'conversation_id',
    'ticket_title',
    'ticket_type_id',
    'current_ticket_state_category',
    'current_ticket_custom_state_id',
    'ticket_last_resolved_at',
    'ticket_time_to_resolve',
  ])
  assert.deepEqual(row, {
    ticket_id: ticket.ticket_id,
    conversation_id: ticket.id,
    ticket_title: 'Broken, "again"',
    ticket_type_id: 'Repair',
    current_ticket_state_category: 'Resolved',
    current_ticket_custom_state_id: resolved.internal_label,
    ticket_last_resolved_at: plain(unix()),
    ticket_time_to_resolve: '90',
  })
})

test('a report on calls has the durations that calls show', async () => {
  const { client, rows, contact } = await reportScene()
  const { id } = (await client.post('/parley/calls', { direction: 'inbound', contact_id: contact })).body
  app.clock.advance(20)
  await client.post(`/parley/calls/${id}/answer`, {})
  app.clock.advance(100)
  await client.post(`/parley/calls/${id}/end`, { queue_time: 15, hold_time: 30 })
  const missed = (await client.post('/parley/calls', { direction: 'inbound' })).body.id
  await client.post(`/parley/calls/${missed}/end`, {})
  const found = await rows('call', [
    'call_id',
    'call_state',
    'call_talk_time',
    'call_duration',
    'call_queue_time',
    'call_hold_time',
    'call_answered_at',
    'customer_name',
  ])
  assert.deepEqual(
    found.map((row) => row['call_state']),
    ['Answered', 'Abandoned in queue'],
  )
  for (const row of found) {
    const call = (await client.get(`/calls/${row['call_id']}`)).body
    assert.deepEqual(
      ['call_talk_time', 'call_duration', 'call_queue_time', 'call_hold_time', 'call_answered_at'].map(
        (name) => row[name],
      ),
      [call.talk_time, call.duration, call.queue_time, call.hold_time].map(text).concat(plain(call.answered_at)),
    )
  }
})

test('a report on SLAs has the targets that conversations show, met and missed', async () => {
  const { client, workspace, rows, converse, part, answer, write } = await reportScene()
  const targets = { first_reply_time_in_seconds: 60, next_reply_time_in_seconds: 60, time_to_close_in_seconds: 900 }
  const { id: sla_rule_id } = (await client.post('/parley/sla_rules', { name: 'Gold', ...targets })).body
  const begin = async (body: string) => {
    const id = await converse(body)
    assert.equal((await client.post(`/parley/conversations/${id}/sla`, { sla_rule_id })).status, 200)
    return id
  }
  const started = plain(unix())
  const [quick, slow, open, removed] = [
    await begin('One'),
    await begin('Two'),
    await begin('Three'),
    await begin('Four'),
  ]
  app.clock.advance(60)
  await answer(quick!)
  await client.delete(`/parley/conversations/${removed}/sla`, {})
  await breachSla.run(app, { workspace_id: workspace.id, thread_id: Number(slow) })
  app.clock.advance(30)
  await answer(slow!)
  await write(quick!)
  await part(quick!, { message_type: 'close' })
  const times = ['sla_started_at', 'sla_hit_at', 'sla_missed_at', 'sla_time_to_response_after_miss']
  const facts = ['conversation_id', 'sla_id', 'sla_metric_type', 'sla_state', 'sla_attributed_to_teammate_id']
  const found = await rows('conversation_sla_status_log', [...facts, ...times])
  const now = plain(unix())
  const due = plain(unix() - 30)
  const of = (id: string, target: string) => {
    const row = found.find((one) => one['conversation_id'] === id && one['sla_metric_type'] === target)
    return row && [row['sla_state'], row['sla_hit_at'], row['sla_missed_at'], row['sla_time_to_response_after_miss']]
  }
  assert.deepEqual(of(quick!, 'First response time'), ['Hit', due, '', ''])
  assert.deepEqual(of(quick!, 'Next response time'), undefined)
  assert.deepEqual(of(quick!, 'Time to close'), ['Hit', now, '', ''])
  assert.deepEqual(of(slow!, 'First response time'), ['Missed', '', due, '30'])
  assert.deepEqual(of(slow!, 'Time to close'), ['Active', '', '', ''])
  assert.deepEqual(of(open!, 'First response time'), ['Active', '', '', ''])
  assert.deepEqual(of(removed!, 'Time to close'), ['Canceled', '', '', ''])
  const { name } = (await client.get(`/admins/${workspace.adminId}`)).body
  const { sla_id, sla_started_at, sla_attributed_to_teammate_id } = found[0]!
  assert.deepEqual([sla_id, sla_started_at, sla_attributed_to_teammate_id], ['Gold', started, name])
  // Each conversation shows the worst of its rows.
  for (const [id, states] of Object.entries(Object.groupBy(found, (row) => row['conversation_id']!))) {
    const all = states!.map((row) => row['sla_state'])
    const expected = all.includes('Canceled')
      ? null
      : (['Missed', 'Hit', 'Active'].find((one) => all.includes(one)) ?? '')
    const { sla_applied } = (await client.get(`/conversations/${id}`)).body
    assert.equal(sla_applied.sla_status, expected?.toLowerCase() ?? null, id)
  }
})

test('every attribute that is listed can be asked for, by each of its ids', async () => {
  const { client, converse, csv } = await reportScene()
  await client.post('/data_attributes', { model: 'contact', name: 'roast', data_type: 'string' })
  await converse()
  const { data } = (await client.get('/export/reporting_data/get_datasets')).body
  assert.deepEqual(
    data.map((dataset: any) => dataset.id),
    [
      'conversation',
      'consolidated_conversation_part',
      'conversation_state',
      'conversation_rating_sent',
      'conversation_sla_status_log',
      'teammate_handling_conversation',
      'tickets',
      'call',
      'call_team_stats',
      'call_teammate_stats',
      'admin_status_change',
    ],
  )
  for (const { id, attributes, default_time_attribute_id } of data) {
    const ids: string[] = attributes.map((one: any) => one.id)
    const qualified: string[] = attributes.map((one: any) => one.qualified_id)
    assert.ok(ids.includes(default_time_attribute_id), id)
    assert.equal(new Set(qualified).size, qualified.length, id)
    for (const asked of [ids, qualified]) {
      const header = (await csv(id, asked)).split('\r\n', 1)[0]!
      assert.deepEqual(header.split(','), ids)
    }
  }
})

test('a data attribute is asked for by its label, and tells its value', async () => {
  const { client, rows, converse, contact } = await reportScene()
  const named = (
    await client.post('/data_attributes', { model: 'contact', name: 'Roast of choice', data_type: 'string' })
  ).body
  await client.put(`/contacts/${contact}`, { custom_attributes: { [named.name]: '-1+2' } })
  await converse()
  const [row] = await rows('conversation', [named.label, `people.${named.label}`])
  assert.deepEqual(row, { [named.label]: "'-1+2" })
})

test('conversations that no contact has written in are told from one version on', async () => {
  const { client, workspace, rows, contact, run, download } = await reportScene('2.16')
  const words = { message_type: 'inapp', body: 'Hello', from: { type: 'admin', id: workspace.adminId } }
  const sent = { ...words, to: { type: 'user', id: contact }, create_conversation_without_contact_reply: true }
  const { conversation_id } = (await client.post('/messages', sent)).body
  assert.deepEqual(await rows('conversation', ['conversation_id']), [{ conversation_id }])
  const before = app.client({ version: '2.15', token: workspace.token })
  const body = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 0, end_time: unix() }
  const { job_identifier } = (await before.post('/export/reporting_data/enqueue', body)).body
  await run(job_identifier)
  const files = await untar((await download(`/download/reporting_data/${job_identifier}`)).bytes)
  assert.deepEqual(files, { 'conversation.csv': 'conversation_id\r\n' })
})

test('a request that names no dataset, no attributes or no period is refused', async () => {
  const { client } = await reportScene()
  const valid = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 1, end_time: 2 }
  const { dataset_id: _, ...noDataset } = valid
  const { start_time: __, ...noStart } = valid
  const { end_time: ___, ...noEnd } = valid
  for (const [body, message] of [
    [noDataset, "'dataset_id' is a required parameter"],
    [{ ...valid, dataset_id: 'imaginary' }, 'imaginary is not a valid dataset_id'],
    [{ ...valid, attribute_ids: undefined }, "'attribute_ids' is a required parameter"],
    [{ ...valid, attribute_ids: 'conversation_id' }, "'attribute_ids' not an array must be of type Array"],
    [{ ...valid, attribute_ids: [] }, 'attribute_ids must contain at least one attribute_id'],
    [
      { ...valid, attribute_ids: ['conversation_id', 'non_existent'] },
      'attribute_ids invalid for conversation dataset: non_existent',
    ],
    [{ ...valid, attribute_ids: [7, null] }, 'attribute_ids invalid for conversation dataset: 7, null'],
    [noStart, "'start_time' is a required parameter"],
    [noEnd, "'end_time' is a required parameter"],
    [{ ...valid, start_time: 3 }, 'start_time is greater than end_time'],
  ] as const) {
    const reply = await client.post('/export/reporting_data/enqueue', body)
    assert.deepEqual([reply.status, reply.body.errors[0]], [400, { code: 'bad_request', message }])
  }
})

test('another workspace sees no row and no job of this one', async () => {
  const mine = await reportScene()
  await mine.converse()
  const { job_identifier } = (await mine.enqueue('conversation', ['conversation_id'])).body
  const other = await reportScene()
  assert.deepEqual(await other.rows('conversation', ['conversation_id']), [])
  const { status, body } = await other.client.get(
    `/export/reporting_data/${job_identifier}?app_id=${mine.workspace.app_id}`,
  )
  const message = `Export job not found for identifier: ${job_identifier}`
  assert.deepEqual([status, body.errors[0]], [404, { code: 'not_found', message }])
  await mine.run(job_identifier)
  assert.equal((await other.download(`/download/reporting_data/${job_identifier}`)).status, 404)
})

test('with limits a workspace has five jobs at a time', async () => {
  const limited = await testApp({ limits: 'intercom' })
  const { client } = await exportScene(limited)
  const body = { dataset_id: 'call', attribute_ids: ['call_id'], start_time: 1, end_time: 2 }
  for (let job = 0; job < 5; job++)
    assert.equal((await client.post('/export/reporting_data/enqueue', body)).status, 200)
  const { status, body: refused } = await client.post('/export/reporting_data/enqueue', body)
  const message = 'Exceeded rate limit of 5 pending reporting dataset export jobs'
  assert.deepEqual([status, refused.errors[0]], [429, { code: 'rate_limit_exceeded', message }])
})
