import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scheduleAt, secondsWithin, type HoursInForce, type StoredSchedule } from './in-force.ts'

const at = (text: string) => new Date(`2025-06-${text}Z`)
const nine = { start_minute: 540, end_minute: 1020 }
const stored = (time_zone: string, intervals = [nine]): StoredSchedule => ({ time_zone, intervals, exceptions: [] })
const from = (text: string, schedule: StoredSchedule | null, team_id: number | null = null): HoursInForce => ({
  id: 1,
  team_id,
  since: at(text).getTime(),
  schedule,
})
const zoneAt = (hours: HoursInForce[], time: string, teamId?: number) => scheduleAt(hours, at(time), teamId)?.timeZone

// 9 June 2025 is a Monday.
const hours = [
  from('09T00:00', stored('UTC')),
  from('10T00:00', stored('Asia/Tokyo'), 7),
  from('11T00:00', stored('Europe/Dublin')),
  from('12T00:00', null, 7),
  from('13T00:00', null),
]

test('a schedule is in force from its time on, until the next one is', () => {
  assert.equal(zoneAt(hours, '08T23:59:59'), undefined)
  assert.equal(zoneAt(hours, '09T00:00'), 'UTC')
  assert.equal(zoneAt(hours, '10T23:59'), 'UTC')
  assert.equal(zoneAt(hours, '11T00:00'), 'Europe/Dublin')
  assert.equal(zoneAt(hours, '13T00:00'), undefined)
})

test('a team has its own schedule while it has one, else the default one', () => {
  assert.equal(zoneAt(hours, '09T12:00', 7), 'UTC')
  assert.equal(zoneAt(hours, '11T12:00', 7), 'Asia/Tokyo')
  assert.equal(zoneAt(hours, '12T12:00', 7), 'Europe/Dublin')
  assert.equal(zoneAt(hours, '11T12:00', 8), 'Europe/Dublin')
})

test('a duration counts the hours that are in force at its end', () => {
  assert.equal(secondsWithin(hours, at('09T08:30'), at('09T09:10')), 600)
  assert.equal(secondsWithin(hours, at('09T08:30'), at('09T09:10'), 8), 600)
  assert.equal(secondsWithin([], at('09T08:30'), at('09T09:10')), 2400)
  assert.equal(secondsWithin(hours, at('09T09:10'), at('09T09:00')), 0)
  assert.equal(secondsWithin([], at('09T09:10'), at('09T09:00')), 0)
})

test('a duration lies between whole seconds, within hours and without', () => {
  for (const one of [hours, []]) assert.equal(secondsWithin(one, at('09T10:00:00.900'), at('09T10:00:02.100')), 2)
})

test('exceptions of a schedule count on their dates', () => {
  const closed = { date: '2025-06-09', every_year: false, intervals: [] }
  const short = { date: '2020-06-16', every_year: true, intervals: [{ start_minute: 600, end_minute: 660 }] }
  const schedule = { ...stored('UTC', [nine]), exceptions: [closed, short] }
  const holidays = [from('01T00:00', schedule)]
  assert.equal(secondsWithin(holidays, at('09T00:00'), at('10T00:00')), 0)
  assert.equal(secondsWithin(holidays, at('16T00:00'), at('17T00:00')), 3600)
})
