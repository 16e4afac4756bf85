import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const message = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]
const MONDAY = { start_minute: 540, end_minute: 1020 }
const TUESDAY = { start_minute: 1980, end_minute: 2460 }
let made = 0
const newSchedule = async (more: object = {}) =>
  (await client.post('/office_hours_schedules', { name: `Hours ${++made}`, time_intervals: [MONDAY], ...more })).body

for (const version of ['2.16', '2.18', 'Preview'])
  test(`a schedule is created, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const created = await speaker.post('/office_hours_schedules', {
      name: ` Support ${version} `,
      time_zone_name: 'America/New_York',
      time_intervals: [MONDAY, TUESDAY],
    })
    assert.equal(created.status, 201)
    const { id, created_at, ...schedule } = created.body
    assert.deepEqual(schedule, {
      type: 'office_hours_schedule',
      name: `Support ${version}`,
      time_zone_name: 'America/New_York',
      time_intervals: [
        { ...MONDAY, day_of_week: 0 },
        { ...TUESDAY, day_of_week: 1 },
      ],
      twenty_four_seven: false,
      updated_at: created_at,
    })
    const path = `/office_hours_schedules/${id}`
    app.clock.advance(10)
    const { body: changed } = await speaker.put(path, { time_intervals: [{ start_minute: 0, end_minute: 10_080 }] })
    assert.deepEqual([changed.twenty_four_seven, changed.updated_at], [true, created_at + 10])
    assert.deepEqual((await speaker.get(path)).body, changed)
    const { body: list } = await speaker.get('/office_hours_schedules')
    assert.equal(list.type, 'office_hours_schedule.list')
    assert.deepEqual(list.data.at(-1), changed)
    assert.deepEqual((await speaker.delete(path)).body, { id, object: 'office_hours_schedule', deleted: true })
    assert.deepEqual(message(await speaker.get(path)), [404, 'Object not found'])
  })

test('a schedule is in the time zone of the workspace by default, and the whole week may end a minute early', async () => {
  const schedule = await newSchedule({ time_intervals: [{ start_minute: 0, end_minute: 10_079 }] })
  assert.deepEqual([schedule.time_zone_name, schedule.twenty_four_seven], ['UTC', true])
})

test('intervals that cannot be are refused', async () => {
  const refused = async (...time_intervals: object[]) =>
    message(await client.post('/office_hours_schedules', { name: `Hours ${++made}`, time_intervals }))
  assert.deepEqual(await refused({ start_minute: 541, end_minute: 1020 }), [
    422,
    'time_intervals must be on a 15-minute boundary',
  ])
  const within = [422, 'time_intervals must end after they start, within 0 and 10080']
  assert.deepEqual(await refused({ start_minute: 540, end_minute: 540 }), within)
  assert.deepEqual(await refused({ start_minute: 540, end_minute: 10_095 }), within)
  assert.deepEqual(await refused({ start_minute: -15, end_minute: 15 }), within)
  assert.deepEqual(await refused({ ...MONDAY, day_of_week: 0 }), [400, 'day_of_week cannot be set'])
  const { id } = await newSchedule()
  const path = `/office_hours_schedules/${id}`
  const time_intervals = [{ ...MONDAY, day_of_week: 0 }]
  assert.equal((await client.put(path, { time_intervals })).status, 400)
  const open = { exception_date: '2026-12-24', exception_type: 'custom_hours' }
  const { body: eve } = await client.post(`${path}/office_hours_exceptions`, { ...open, time_intervals: [MONDAY] })
  assert.equal((await client.put(`${path}/office_hours_exceptions/${eve.id}`, { time_intervals })).status, 400)
})

const between = (start_minute: number, end_minute: number) => ({ start_minute, end_minute })

test('intervals that overlap become one, and those that touch stay apart', async () => {
  const bare = (intervals: any[]) => intervals.map(({ start_minute, end_minute }) => between(start_minute, end_minute))
  const lateNight = [between(1380, 1500), between(1440, 1620)]
  const time_intervals = [between(540, 780), ...lateNight, between(720, 1020), between(9960, 10_080), between(0, 60)]
  const schedule = await newSchedule({ time_intervals: [...time_intervals, between(600, 660), between(1020, 1080)] })
  const apart = [between(0, 60), between(540, 1020), between(1020, 1080), between(1380, 1620), between(9960, 10_080)]
  assert.deepEqual(bare(schedule.time_intervals), apart)
  const path = `/office_hours_schedules/${schedule.id}`
  const { body: changed } = await client.put(path, { time_intervals: [between(0, 10_079), between(0, 60)] })
  assert.deepEqual([bare(changed.time_intervals), changed.twenty_four_seven], [[between(0, 10_080)], true])
  const { body: exception } = await client.post(`${path}/office_hours_exceptions`, {
    exception_date: '2026-12-24',
    exception_type: 'custom_hours',
    time_intervals: [between(600, 720), between(540, 660), between(540, 660)],
  })
  assert.deepEqual(bare(exception.time_intervals), [between(540, 720)])
})

test('a name is unique, and a time zone exists', async () => {
  const first = await newSchedule({ name: 'Unique' })
  const again = await client.post('/office_hours_schedules', { name: 'unique', time_intervals: [MONDAY] })
  assert.deepEqual(message(again), [422, 'name has already been taken'])
  assert.equal((await client.put(`/office_hours_schedules/${first.id}`, { name: 'Unique' })).status, 200)
  const nowhere = { name: 'Elsewhere', time_zone_name: 'Mars/Olympus', time_intervals: [MONDAY] }
  assert.equal((await client.post('/office_hours_schedules', nowhere)).status, 400)
})

test('an exception replaces the hours of its date', async () => {
  const schedule = await newSchedule()
  const path = `/office_hours_schedules/${schedule.id}/office_hours_exceptions`
  const christmas = {
    exception_date: '2026-12-25',
    exception_type: 'closed',
    name: 'Christmas',
    recurring_annually: true,
  }
  const created = await client.post(path, christmas)
  assert.equal(created.status, 201)
  const { id, created_at, updated_at, ...exception } = created.body
  assert.deepEqual(exception, {
    ...christmas,
    type: 'office_hours_exception',
    office_hours_schedule_id: schedule.id,
    time_intervals: null,
  })
  assert.equal(created_at, updated_at)
  const morning = { start_minute: 540, end_minute: 780 }
  const { body: eve } = await client.post(path, {
    exception_date: '2026-12-24',
    exception_type: 'custom_hours',
    time_intervals: [morning],
  })
  assert.deepEqual(eve.time_intervals, [{ ...morning, day_of_week: 3 }])
  const { body: opened } = await client.put(`${path}/${id}`, {
    exception_type: 'custom_hours',
    time_intervals: [morning],
  })
  assert.deepEqual([opened.exception_type, opened.name], ['custom_hours', 'Christmas'])
  const { body: closed } = await client.put(`${path}/${id}`, { exception_type: 'closed' })
  assert.equal(closed.time_intervals, null)
  assert.deepEqual((await client.get(path)).body, { type: 'office_hours_exception.list', data: [closed, eve] })
  assert.deepEqual((await client.get(`${path}/${eve.id}`)).body, eve)
  assert.deepEqual((await client.delete(`${path}/${id}`)).body, { id, object: 'office_hours_exception', deleted: true })
  assert.equal((await client.get(`${path}/${id}`)).status, 404)
})

test('exceptions that cannot be are refused', async () => {
  const schedule = await newSchedule()
  const path = `/office_hours_schedules/${schedule.id}/office_hours_exceptions`
  const refused = async (body: object) => message(await client.post(path, { exception_type: 'closed', ...body }))
  const noDate = [422, 'exception_date must be a date as YYYY-MM-DD']
  assert.deepEqual(await refused({ exception_date: '2026-02-30' }), noDate)
  assert.deepEqual(await refused({ exception_date: '25.12.2026' }), noDate)
  assert.deepEqual(await refused({ exception_date: '0000-01-01' }), noDate)
  assert.deepEqual(await refused({ exception_date: '2026-12-25', time_intervals: [MONDAY] }), [
    422,
    'time_intervals must be left out when it is closed',
  ])
  assert.deepEqual(await refused({ exception_date: '2026-12-25', exception_type: 'custom_hours' }), [
    422,
    'time_intervals are required for custom_hours',
  ])
  assert.equal((await client.post(path, { exception_date: '2026-12-25', exception_type: 'closed' })).status, 201)
  assert.deepEqual(await refused({ exception_date: '2026-12-25' }), [422, 'exception_date has an exception already'])
})

test("another workspace's schedules and exceptions are not found", async () => {
  const twin = app.client({ token: (await app.createWorkspace()).token })
  const { body: theirs } = await twin.post('/office_hours_schedules', { name: 'Theirs', time_intervals: [MONDAY] })
  const path = `/office_hours_schedules/${theirs.id}`
  for (const reply of [await client.get(path), await client.put(path, { name: 'Mine' }), await client.delete(path)])
    assert.equal(reply.status, 404)
  assert.equal((await client.get(`${path}/office_hours_exceptions`)).status, 404)
})
