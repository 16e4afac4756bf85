/**
 * The course of a service level agreement: its clocks, its status and the parts that tell of it, as pure functions from
 * one course to the next. The same clock object stands in both where it did not change.
 */
import { businessSeconds, dueTime } from '../../hours/business-time.ts'
import type { Schedule } from '../../hours/windows.ts'
import { isOpen, TARGETS, TOLD_TARGETS, worse, type Clock, type Sla, type SlaStatus, type Target } from './sla.ts'

export interface SlaPart {
  part_type:
    | 'conversation_sla_applied_by_rule'
    | 'conversation_sla_target_missed'
    | 'conversation_sla_paused'
    | 'conversation_sla_unpaused'
    | 'conversation_sla_removed'
  event_details: object
  created_at: Date
}

export interface Course {
  sla: Sla
  /** Null where every hour counts. */
  schedule: Schedule | null
  status: SlaStatus
  /** The newest clock of each target, and those that it followed in this write. */
  clocks: Clock[]
  parts: SlaPart[]
}

const newestOf = ({ clocks }: Course, target: Target) => clocks.findLast((clock) => clock.target === target)

/** Starts the clock of a target, unless the rule has no such target or its clock runs. */
export function start(course: Course, target: Target, at: Date): Course {
  const seconds = course.sla.targets[target]
  const newest = newestOf(course, target)
  if (seconds === undefined || (newest && isOpen(newest))) return course
  const clock: Clock = {
    id: null,
    target,
    started_at: at,
    due_at: dueAfter(course, at, seconds),
    paused_at: null,
    remaining_seconds: null,
    breached_at: null,
    settled_at: null,
    outcome: null,
  }
  return { ...course, clocks: [...course.clocks, clock] }
}

/** Settles the open clock of a target: hit where it is not over, otherwise missed. */
export function settle(course: Course, target: Target, at: Date): Course {
  const clock = newestOf(course, target)
  if (!clock || !isOpen(clock)) return course
  const late = clock.breached_at !== null || (clock.due_at !== null && clock.due_at < at)
  const outcome = late ? ('missed' as const) : ('hit' as const)
  const settled = replace(course, clock, { settled_at: at, outcome, ...SETTLED })
  const next = { ...settled, status: worse(course.status, outcome) }
  return late && !clock.breached_at ? tellMissed(next, target, at) : next
}

/** A clock that is settled is paused no more. */
const SETTLED = { paused_at: null, remaining_seconds: null }

/** Ends open clocks without an event, or by removal. */
export function end(course: Course, targets: readonly Target[], at: Date, outcome: 'ended' | 'canceled'): Course {
  return targets.reduce((next, target) => {
    const clock = newestOf(next, target)
    return clock && isOpen(clock) ? replace(next, clock, { settled_at: at, outcome, ...SETTLED }) : next
  }, course)
}

/** A clock that has run out unanswered is breached; the status changes with the next reply only. */
export function breach(course: Course, at: Date): Course {
  return TARGETS.reduce((next, target) => {
    const clock = newestOf(next, target)
    if (!clock || !isOpen(clock) || clock.breached_at || !clock.due_at || clock.due_at > at) return next
    return tellMissed(replace(next, clock, { breached_at: at }), target, at)
  }, course)
}

/** Stops the clocks that are not over; a phone rings on. */
export function pause(course: Course, at: Date): Course {
  const running = TOLD_TARGETS.flatMap((target) => newestOf(course, target) ?? []).filter(
    (clock) => isOpen(clock) && clock.due_at !== null && clock.due_at > at,
  )
  if (running.length === 0) return course
  const paused = running.reduce(
    (next, clock) =>
      replace(next, clock, { due_at: null, paused_at: at, remaining_seconds: secondsLeft(course, at, clock.due_at!) }),
    course,
  )
  return tell(paused, 'conversation_sla_paused', at, {
    current_sla_status: course.status,
    sla_states: statesOf(paused, at, ({ paused_at }) => paused_at !== null),
  })
}

/** Lets paused clocks go on with the time that they had left. */
export function resume(course: Course, at: Date): Course {
  const paused = course.clocks.filter(({ paused_at }) => paused_at !== null)
  if (paused.length === 0) return course
  const running = paused.reduce(
    (next, clock) => replace(next, clock, { ...SETTLED, due_at: dueAfter(course, at, clock.remaining_seconds ?? 0) }),
    course,
  )
  return tell(running, 'conversation_sla_unpaused', at, {})
}

const replace = (course: Course, clock: Clock, changes: Partial<Clock>): Course => ({
  ...course,
  clocks: course.clocks.map((one) => (one === clock ? { ...one, ...changes } : one)),
})

const dueAfter = ({ schedule }: Course, at: Date, seconds: number): Date | null =>
  schedule ? dueTime(schedule, at, seconds) : new Date(at.getTime() + seconds * 1000)

const secondsLeft = ({ schedule }: Course, at: Date, due: Date): number =>
  schedule ? businessSeconds(schedule, at, due) : Math.max(0, Math.round((due.getTime() - at.getTime()) / 1000))

function tellMissed(course: Course, target: Target, at: Date): Course {
  if (target === 'speed_of_answer') return course
  return tell(course, 'conversation_sla_target_missed', at, {
    sla_target_type: target,
    current_sla_status: worse(course.status, 'missed'),
    sla_states: statesOf(course, at),
  })
}

export function tell(course: Course, part_type: SlaPart['part_type'], at: Date, details: object): Course {
  const event_details = { sla_name: course.sla.name, ...details }
  return { ...course, parts: [...course.parts, { part_type, event_details, created_at: at }] }
}

/** The state of each target, as parts tell it; targets that ended without an event are left out. */
function statesOf(course: Course, at: Date, isTold: (clock: Clock) => boolean = () => true) {
  const states: Record<string, { status: string; seconds_remaining: number | null }> = {}
  for (const target of TOLD_TARGETS) {
    const clock = newestOf(course, target)
    const state = clock && isTold(clock) && stateOf(course, clock, at)
    if (state) states[target] = state
  }
  return states
}

function stateOf(course: Course, clock: Clock, at: Date) {
  if (clock.outcome === 'ended' || clock.outcome === 'canceled') return undefined
  if (clock.outcome !== null) return { status: clock.outcome, seconds_remaining: null }
  if (clock.breached_at) return { status: 'missed', seconds_remaining: null }
  if (clock.paused_at) return { status: 'paused', seconds_remaining: clock.remaining_seconds }
  return { status: 'active', seconds_remaining: clock.due_at && secondsLeft(course, at, clock.due_at) }
}
