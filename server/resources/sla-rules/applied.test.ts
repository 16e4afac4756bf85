/** Rules applied to conversations and tickets: by their conditions, by hand, and what becomes of their clocks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breachSla } from '../../threads/sla/breach-sla.task.ts'
import { testApp } from '../../test/app.ts'
import { createScene } from '../../test/fixtures/scene.ts'
import type { Made } from '../../test/fixtures/fixture.ts'

const app = await testApp({ own: true })

const words = (value: string) => ({ conditions: { field: 'source.body', operator: '~', value } })
/** Office hours on one day of the week. */
const day = (from: number) => [{ start_minute: from, end_minute: from + 1440 }]

/** A workspace of its own for each test: rules are for the whole of it. */
async function stage() {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace })
  const { send, adminId } = scene
  const by = { type: 'admin', admin_id: adminId }
  const contact = await scene.given('a contact')
  return {
    ...scene,
    by,
    makeRule: (more: object = {}) =>
      send('POST', '/parley/sla_rules', { name: scene.unique('rule'), first_reply_time_in_seconds: 300, ...more }),
    begin: async (body = 'Hello') =>
      (await send('POST', '/conversations', { from: { type: 'user', id: contact['id'] }, body }))['conversation_id'],
    answer: (id: string) => send('POST', `/conversations/${id}/reply`, { ...by, message_type: 'comment', body: 'Hi' }),
    manage: (id: string, body: object) => send('POST', `/conversations/${id}/parts`, { ...by, ...body }),
    apply: (id: string, rule: Made) => send('POST', `/parley/conversations/${id}/sla`, { sla_rule_id: rule['id'] }),
    remove: (id: string) => send('DELETE', `/parley/conversations/${id}/sla`, {}),
    slaOf: async (id: string) => (await send('GET', `/conversations/${id}`))['sla_applied'],
    clocksOf: async (id: string) => (await send('GET', `/parley/sla_clocks?conversation_id=${id}`))['data'] as Made[],
    /** SLA parts, by type, with their details. */
    partsOf: async (id: string) =>
      (await send('GET', `/conversations/${id}`))['conversation_parts'].conversation_parts
        .filter(({ part_type }: Made) => part_type.startsWith('conversation_sla'))
        .map(({ part_type, author, event_details }: Made) => ({
          type: part_type.replace('conversation_sla_', ''),
          author: author.type,
          details: event_details,
        })) as { type: string; author: string; details: Record<string, any> }[],
    breach: (id: string) => breachSla.run(app, { workspace_id: workspace.id, thread_id: Number(id) }),
    jobs: async () => [
      ...(await app.db<{ key: string; run_at: Date }[]>`
        select key, run_at from graphile_worker.jobs where key like ${`sla:${workspace.id}:%`} order by run_at`),
    ],
  }
}

const shown = (name: unknown, status: string | null) => ({
  type: 'conversation_sla_summary',
  sla_name: name,
  sla_status: status,
})

test('a conversation that meets the conditions of a rule has it from its beginning, the first of several', async () => {
  const { makeRule, begin, slaOf, partsOf, clocksOf } = await stage()
  await makeRule({ ...words('urgent'), archived: false })
  const first = await makeRule(words('broken'))
  await makeRule(words('broken'))
  const [plain, broken] = [await begin('All is well'), await begin('It is broken')]
  assert.equal(await slaOf(plain), null)
  assert.deepEqual(await clocksOf(plain), [])
  assert.deepEqual(await slaOf(broken), shown(first['name'], 'active'))
  assert.deepEqual(await partsOf(broken), [
    {
      type: 'applied_by_rule',
      author: 'bot',
      details: {
        sla_name: first['name'],
        sla_definition: { first_reply_time: 300, next_reply_time: null, time_to_close: null, resolution_time: null },
      },
    },
  ])
})

test('a conversation has a rule once it is assigned so that it meets the conditions', async () => {
  const { makeRule, begin, slaOf, manage, given, send } = await stage()
  const team = await given('a team')
  const rule = await makeRule({ conditions: { field: 'team_assignee_id', operator: '=', value: Number(team['id']) } })
  const id = await begin()
  assert.equal(await slaOf(id), null)
  const assigned = await manage(id, { message_type: 'assignment', type: 'team', assignee_id: team['id'] })
  assert.deepEqual(assigned['sla_applied'], shown(rule['name'], 'active'))
  // Another rule that comes later does not take its place.
  await send('PUT', `/parley/sla_rules/${rule['id']}`, { archived: true })
  await makeRule({ conditions: { field: 'open', operator: '=', value: true } })
  await manage(id, { message_type: 'assignment', type: 'team', assignee_id: team['id'] })
  assert.deepEqual(await slaOf(id), shown(rule['name'], 'active'))
})

test('an archived rule applies to nothing, by its conditions or by hand', async () => {
  const { makeRule, begin, slaOf, client, send } = await stage()
  const rule = await makeRule({ conditions: { field: 'open', operator: '=', value: true } })
  await send('PUT', `/parley/sla_rules/${rule['id']}`, { archived: true })
  const id = await begin()
  assert.equal(await slaOf(id), null)
  const refused = await client.post(`/parley/conversations/${id}/sla`, { sla_rule_id: rule['id'] })
  assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'parameter_invalid'])
})

test('a rule that is applied by hand starts its clocks, and each of them has a job', async () => {
  const { makeRule, begin, apply, partsOf, clocksOf, jobs, now } = await stage()
  const id = await begin()
  const rule = await makeRule({ time_to_close_in_seconds: 3600, next_reply_time_in_seconds: 60 })
  const began = Math.floor(now())
  const { sla_applied } = await apply(id, rule)
  assert.deepEqual(sla_applied, shown(rule['name'], 'active'))
  const [first, close, ...others] = await clocksOf(id)
  assert.deepEqual(others, [])
  assert.deepEqual(first, {
    type: 'sla_clock',
    id: first!['id'],
    conversation_id: id,
    sla_rule_id: rule['id'],
    target: 'first_reply_time',
    started_at: began,
    due_at: began + 300,
    paused_at: null,
    seconds_remaining: null,
    breached_at: null,
  })
  assert.deepEqual([close!['target'], close!['due_at']], ['time_to_close', began + 3600])
  assert.equal((await partsOf(id))[0]!.author, 'admin')
  assert.deepEqual(
    (await jobs()).map(({ run_at }) => Math.floor(run_at.getTime() / 1000)),
    [began + 300, began + 3600],
  )
})

test('a clock that runs out is told of, and missed with the next reply', async () => {
  const { makeRule, begin, apply, answer, slaOf, partsOf, clocksOf, breach, jobs } = await stage()
  const id = await begin()
  await apply(id, await makeRule({ next_reply_time_in_seconds: 60 }))
  app.clock.advance(299)
  await breach(id)
  assert.equal((await partsOf(id)).length, 1)
  assert.equal((await jobs()).length, 1, 'it is put off')
  app.clock.advance(2)
  await breach(id)
  await breach(id)
  assert.equal((await slaOf(id)).sla_status, 'active')
  const [, missed, ...others] = await partsOf(id)
  assert.deepEqual([missed!.type, missed!.author, others], ['target_missed', 'bot', []])
  assert.equal(typeof (await clocksOf(id))[0]!['breached_at'], 'number')
  assert.equal((await answer(id))['sla_applied'].sla_status, 'missed')
  assert.deepEqual(await clocksOf(id), [])
  assert.equal((await partsOf(id)).length, 2)
  assert.deepEqual(await jobs(), [])
})

test('a reply in time takes the job back, and every later message starts a clock anew', async () => {
  const { makeRule, begin, apply, answer, send, slaOf, clocksOf, jobs, given } = await stage()
  const id = await begin()
  await apply(id, await makeRule({ next_reply_time_in_seconds: 60 }))
  await answer(id)
  assert.deepEqual([(await slaOf(id)).sla_status, await jobs()], ['hit', []])
  for (const status of ['hit', 'missed', 'missed']) {
    app.clock.advance(10)
    const contact = { type: 'user', intercom_user_id: (await given('a contact'))['id'] }
    await send('POST', `/conversations/${id}/reply`, { ...contact, message_type: 'comment', body: 'And?' })
    assert.deepEqual(
      (await clocksOf(id)).map(({ target }) => target),
      ['next_reply_time'],
    )
    app.clock.advance(status === 'hit' ? 60 : 61)
    assert.equal((await answer(id))['sla_applied'].sla_status, status)
  }
})

test('a snoozed conversation pauses its clocks, with parts that say what was left', async () => {
  const { makeRule, begin, apply, manage, partsOf, clocksOf, jobs, now } = await stage()
  const id = await begin()
  await apply(id, await makeRule())
  app.clock.advance(100)
  await manage(id, { message_type: 'snoozed', snoozed_until: Math.floor(now()) + 5000 })
  assert.deepEqual([(await clocksOf(id))[0]!['seconds_remaining'], await jobs()], [200, []])
  app.clock.advance(1000)
  await manage(id, { message_type: 'open' })
  const [clock] = await clocksOf(id)
  assert.deepEqual([clock!['due_at'], clock!['paused_at']], [Math.floor(now()) + 200, null])
  assert.equal((await jobs()).length, 1)
  const [, paused, unpaused] = await partsOf(id)
  assert.deepEqual(paused!.details['sla_states'], { first_reply_time: { status: 'paused', seconds_remaining: 200 } })
  assert.deepEqual([unpaused!.type, Object.keys(unpaused!.details)], ['unpaused', ['sla_name']])
})

test('a rule that is removed by hand leaves a status of null for good', async () => {
  const { makeRule, begin, apply, remove, answer, partsOf, clocksOf, client, jobs } = await stage()
  const [id, rule] = [await begin(), await makeRule()]
  await apply(id, rule)
  assert.deepEqual((await remove(id))['sla_applied'], shown(rule['name'], null))
  assert.deepEqual([await clocksOf(id), await jobs()], [[], []])
  assert.equal((await partsOf(id)).at(-1)!.type, 'removed')
  const again = await client.delete(`/parley/conversations/${id}/sla`, {})
  assert.deepEqual([again.status, again.body.errors[0].code], [409, 'conflict'])
  const other = await makeRule()
  assert.deepEqual((await apply(id, other))['sla_applied'], shown(other['name'], null))
  assert.deepEqual((await answer(id))['sla_applied'], shown(other['name'], null))
})

test('another rule takes the place of the first, whose misses still count', async () => {
  const { makeRule, begin, apply, answer, slaOf, clocksOf } = await stage()
  const id = await begin()
  await apply(id, await makeRule())
  app.clock.advance(400)
  await answer(id)
  const other = await makeRule({ time_to_close_in_seconds: 600 })
  await apply(id, other)
  assert.deepEqual(await slaOf(id), shown(other['name'], 'missed'))
  assert.deepEqual(
    (await clocksOf(id)).map(({ target, sla_rule_id }) => [target, sla_rule_id]),
    [['time_to_close', other['id']]],
  )
})

test('a rule that is changed, and hours that are changed, move no running clock', async () => {
  const { makeRule, begin, apply, clocksOf, send, unique, manage, now } = await stage()
  const hours = { name: unique('hours'), time_zone_name: 'UTC', time_intervals: day(0) }
  const schedule = await send('POST', '/office_hours_schedules', hours)
  const [id, rule] = [await begin(), await makeRule()]
  await apply(id, rule)
  const [before] = await clocksOf(id)
  // Mondays are the only working days.
  assert.ok(new Date(before!['due_at'] * 1000).getUTCDay() <= 2)
  await send('PUT', `/parley/sla_rules/${rule['id']}`, { name: 'Other', first_reply_time_in_seconds: 1 })
  await send('PUT', `/office_hours_schedules/${schedule['id']}`, { time_intervals: day(2 * 1440) })
  assert.deepEqual(await clocksOf(id), [before])
  await manage(id, { message_type: 'snoozed', snoozed_until: Math.floor(now()) + 5 })
  app.clock.advance(1)
  const { sla_applied } = await manage(id, { message_type: 'open' })
  assert.equal(sla_applied.sla_name, rule['name'])
  const [after] = await clocksOf(id)
  assert.ok([0, 1].includes(after!['due_at'] - before!['due_at']), 'it goes on in the hours that it began with')
})

test('a rule may count every hour', async () => {
  const { makeRule, begin, apply, clocksOf, send, unique, now } = await stage()
  const never = { name: unique('hours'), time_zone_name: 'UTC', time_intervals: [] }
  await send('POST', '/office_hours_schedules', never)
  const [id, other] = [await begin(), await begin()]
  const began = Math.floor(now())
  await apply(id, await makeRule({ in_office_hours: false }))
  await apply(other, await makeRule())
  assert.equal((await clocksOf(id))[0]!['due_at'], began + 300)
  assert.equal((await clocksOf(other))[0]!['due_at'], null)
})

test('a ticket has the rule that its conditions name, and its resolution is measured', async () => {
  const { makeRule, given, send, clocksOf, slaOf, another, by } = await stage()
  const type = await given('a ticket type')
  const contacts = [{ id: (await given('a contact'))['id'] }]
  const rule = await makeRule({
    resolution_time_in_seconds: 1000,
    conditions: { field: 'open', operator: '=', value: true },
  })
  const { id } = await send('POST', '/tickets', { ticket_type_id: type['id'], contacts })
  assert.deepEqual(await slaOf(id), shown(rule['name'], 'active'))
  assert.deepEqual(
    (await clocksOf(id)).map(({ target }) => target),
    ['resolution_time'],
  )
  const states = Object.fromEntries(
    (await send('GET', '/ticket_states'))['data'].map((state: Made) => [state['category'], state['id']]),
  )
  app.clock.advance(400)
  await send('PUT', `/tickets/${id}`, { ticket_state_id: states['waiting_on_customer'], ...by })
  assert.equal((await clocksOf(id))[0]!['seconds_remaining'], 600)
  app.clock.advance(5000)
  await send('PUT', `/tickets/${id}`, { ticket_state_id: states['in_progress'], ...by })
  app.clock.advance(500)
  await send('PUT', `/tickets/${id}`, { ticket_state_id: states['resolved'], ...by })
  assert.equal((await slaOf(id)).sla_status, 'hit')
  const conversation = await another('a conversation')
  const converted = await send('POST', `/conversations/${conversation['id']}/convert`, { ticket_type_id: type['id'] })
  assert.ok((await clocksOf(converted['id'])).some(({ target }) => target === 'resolution_time'))
})

test('a call that comes in is to be answered in time, and one that nobody can answer counts for nothing', async () => {
  const { makeRule, begin, apply, clocksOf, slaOf, send, partsOf, now } = await stage()
  const id = await begin()
  await apply(id, await makeRule({ first_reply_time_in_seconds: null, speed_of_answer_in_seconds: 20 }))
  const rings = async (direction = 'inbound') =>
    (await send('POST', '/parley/calls', { direction, conversation_id: id, phone: '+15550100001' }))['id']
  await send('POST', `/parley/calls/${await rings()}/end`, {})
  await rings('outbound')
  assert.deepEqual([(await slaOf(id)).sla_status, await clocksOf(id)], ['active', []])
  for (const [seconds, status] of [
    [20, 'hit'],
    [21, 'missed'],
  ] as const) {
    const call = await rings()
    const [clock] = await clocksOf(id)
    assert.deepEqual([clock!['target'], clock!['due_at']], ['speed_of_answer', Math.floor(now()) + 20])
    app.clock.advance(seconds)
    await send('POST', `/parley/calls/${call}/answer`, {})
    assert.equal((await slaOf(id)).sla_status, status)
  }
  assert.equal((await partsOf(id)).length, 1)
})

test('a deleted conversation has no clocks', async () => {
  const { makeRule, begin, apply, send, client, breach } = await stage()
  const id = await begin()
  await apply(id, await makeRule())
  await client.delete(`/conversations/${id}`, {})
  assert.deepEqual((await send('GET', '/parley/sla_clocks'))['data'], [])
  assert.equal((await client.get(`/parley/sla_clocks?conversation_id=${id}`)).status, 404)
  app.clock.advance(400)
  await breach(id)
})

test('versions before Preview tell of the parts without their details', async () => {
  const { makeRule, begin, apply, workspace } = await stage()
  const id = await begin()
  await apply(id, await makeRule())
  const older = app.client({ token: workspace.token, version: '2.16' })
  const { body } = await older.get(`/conversations/${id}`)
  assert.equal(body.sla_applied.sla_status, 'active')
  const [part] = body.conversation_parts.conversation_parts
  assert.deepEqual([part.part_type, part.event_details], ['conversation_sla_applied_by_rule', {}])
})

test('a merge ends the clocks of the secondary conversation without an event, and leaves the primary one its own', async () => {
  const { makeRule, begin, answer, slaOf, partsOf, clocksOf, send, client, breach } = await stage()
  const rule = await makeRule({ ...words('urgent'), time_to_close_in_seconds: 3600 })
  const [from, into] = [await begin('urgent'), await begin('urgent as well')]
  const before = await clocksOf(into)
  await send('POST', `/conversations/${from}/merge`, { merge_into_conversation_id: into })
  assert.deepEqual(await clocksOf(from), [])
  assert.deepEqual(await slaOf(from), shown(rule['name'], 'active'))
  assert.deepEqual(await clocksOf(into), before)
  const outcomes = await app.db<{ outcome: string }[]>`
    select outcome from sla_clocks where thread_id = ${Number(from)} order by id`
  assert.deepEqual([...outcomes], [{ outcome: 'ended' }, { outcome: 'ended' }])
  app.clock.advance(7200)
  await breach(from)
  const { source } = (await client.get(`/conversations/${from}`)).body
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: source.author.id, body: 'Once more' }
  assert.equal((await client.post(`/conversations/${from}/reply`, reply)).body.errors[0].code, 'merge_failed')
  assert.deepEqual(await clocksOf(from), [])
  assert.deepEqual(await slaOf(from), shown(rule['name'], 'active'))
  assert.deepEqual(
    (await partsOf(from)).map(({ type }) => type),
    ['applied_by_rule'],
  )
  await answer(into)
  assert.deepEqual(await slaOf(into), shown(rule['name'], 'missed'))
})

test('a merge of a snoozed conversation leaves no clock that goes on when it closes', async () => {
  const { makeRule, begin, manage, partsOf, clocksOf, send, jobs, now } = await stage()
  await makeRule(words('urgent'))
  const [from, into] = [await begin('urgent'), await begin('calm')]
  await manage(from, { message_type: 'snoozed', snoozed_until: now() + 3600 })
  await send('POST', `/conversations/${from}/merge`, { merge_into_conversation_id: into })
  assert.deepEqual([await clocksOf(from), await jobs()], [[], []])
  assert.deepEqual(
    (await partsOf(from)).map(({ type }) => type),
    ['applied_by_rule', 'paused'],
  )
})
