/** Every case of business-time.json: open seconds between two instants, and due times. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { businessSeconds, dueTime } from './business-time.ts'
import { union, type Schedule, type Window } from './windows.ts'

interface Interval {
  start_minute: number
  end_minute: number
}
interface Case {
  id: string
  note: string
  time_zone: string
  schedule: { time_intervals: Interval[] }
  exceptions: { exception_date: string; recurring_annually: boolean; time_intervals: Interval[] | null }[]
  from: string
  to?: string
  seconds?: number
  add_seconds?: number
  due?: string | null
  also_accepted?: unknown[]
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'business-time.json'), 'utf8')) as Case[]
const windowsOf = (intervals: Interval[]): Window[] =>
  intervals.map(({ start_minute: start, end_minute: end }) => ({ start, end }))
const scheduleOf = ({ time_zone, schedule, exceptions }: Case): Schedule => ({
  timeZone: time_zone,
  weekly: windowsOf(schedule.time_intervals),
  exceptions: exceptions.map((one) => ({
    date: one.exception_date,
    everyYear: one.recurring_annually,
    windows: windowsOf(one.time_intervals ?? []),
  })),
})

for (const one of cases)
  test(`${one.id}: ${one.note}`, () => {
    const from = new Date(one.from)
    const answer =
      one.add_seconds === undefined
        ? businessSeconds(scheduleOf(one), from, new Date(one.to!))
        : (dueTime(scheduleOf(one), from, one.add_seconds)?.toISOString().replace('.000Z', 'Z') ?? null)
    const right = one.add_seconds === undefined ? one.seconds : one.due
    assert.ok([right, ...(one.also_accepted ?? [])].includes(answer as never), `${answer} in place of ${right}`)
  })

test('joined windows neither overlap nor touch', () => {
  const windows = [
    { start: 60, end: 120 },
    { start: 0, end: 60 },
    { start: 300, end: 300 },
    { start: 100, end: 110 },
    { start: 200, end: 300 },
  ]
  assert.deepEqual(union(windows), [
    { start: 0, end: 120 },
    { start: 200, end: 300 },
  ])
})
