/**
 * The schedule that is in force at a time: a team's own, else the default one of the workspace. Rows of the table
 * office_hours_in_force, of which each holds from its time until the next one of the same team.
 *
 *   secondsWithin(hours, from, to)          in the default hours that are in force at the end
 *   secondsWithin(hours, from, to, teamId)  in the hours of a team
 */
import { businessSeconds } from './business-time.ts'
import type { Schedule, Window } from './windows.ts'

interface StoredInterval {
  start_minute: number
  end_minute: number
}

/** As the column `schedule` keeps it. */
export interface StoredSchedule {
  time_zone: string
  intervals: StoredInterval[]
  exceptions: { date: string; every_year: boolean; intervals: StoredInterval[] }[]
}

export interface HoursInForce {
  id: number
  /** Null for the default schedule. */
  team_id: number | null
  /** Unix milliseconds. */
  since: number
  /** Null where the default one is in force; and for the default one, where every hour counts. */
  schedule: StoredSchedule | null
}

/** @param hours in the order of their times @returns null where every hour counts */
export function scheduleAt(hours: HoursInForce[], at: Date, teamId: number | null = null): Schedule | null {
  const found = hours.findLast(({ team_id, since }) => team_id === teamId && since <= at.getTime())?.schedule
  if (found) return scheduleOf(found)
  return teamId === null ? null : scheduleAt(hours, at)
}

/** Between the times as the wire shows them, without their milliseconds; 0 if `from` is not before `to`. */
export function secondsWithin(hours: HoursInForce[], from: Date, to: Date, teamId: number | null = null): number {
  const schedule = scheduleAt(hours, to, teamId)
  const [start, end] = [wholeSecond(from), wholeSecond(to)]
  if (schedule) return businessSeconds(schedule, new Date(start * 1000), new Date(end * 1000))
  return Math.max(0, end - start)
}

const wholeSecond = (date: Date): number => Math.floor(date.getTime() / 1000)

export const scheduleOf = ({ time_zone, intervals, exceptions }: StoredSchedule): Schedule => ({
  timeZone: time_zone,
  weekly: windowsOf(intervals),
  exceptions: exceptions.map((one) => ({
    date: one.date,
    everyYear: one.every_year,
    windows: windowsOf(one.intervals),
  })),
})

const windowsOf = (intervals: StoredInterval[]): Window[] =>
  intervals.map(({ start_minute: start, end_minute: end }) => ({ start, end }))
