/**
 * Service level agreements of threads. A rule that is applied starts clocks, one for each of its targets; replies,
 * closes and resolutions settle them. The clocks are rows of `sla_clocks`; `threads.sla` keeps the rule as it was applied, and
 * `threads.sla_status` the outcome of all clocks that the thread ever had.
 *
 *   apply.ts     applies a rule, or removes it
 *   course.ts    starting, pausing and settling of clocks, as pure functions
 *   follow.ts    the course of a thread in a write
 */

/** Targets that parts tell of. */
export const TOLD_TARGETS = ['first_reply_time', 'next_reply_time', 'time_to_close', 'resolution_time'] as const
/** `speed_of_answer` is measured in the newest call of the thread. */
export const TARGETS = [...TOLD_TARGETS, 'speed_of_answer'] as const
export type Target = (typeof TARGETS)[number]

/** A rule as it was when it was applied: later changes of the rule or of office hours move no clock. */
export interface Sla {
  rule_id: number
  name: string
  /** Seconds. */
  targets: Partial<Record<Target, number>>
  pause_on_snooze: boolean
  /** The row of `office_hours_in_force` that clocks run in; null where every hour counts. */
  hours_id: number | null
  /** True while the ticket waits on the customer. */
  waiting?: boolean
  /** It was removed by hand: no clock runs. */
  removed?: boolean
}

/** One miss stays for good, and so does a removal by hand. */
const RANKS = ['active', 'hit', 'missed', 'canceled'] as const
export type SlaStatus = (typeof RANKS)[number]

export const worse = (one: SlaStatus, other: SlaStatus): SlaStatus =>
  RANKS.indexOf(one) > RANKS.indexOf(other) ? one : other

export interface Clock {
  /** Null for a clock that is not stored yet. */
  id: number | null
  target: Target
  started_at: Date
  /** Null while it is paused, and where office hours never last until then. */
  due_at: Date | null
  paused_at: Date | null
  /** Seconds that a paused clock has left. */
  remaining_seconds: number | null
  /** When it was found to have run out. It is settled by the next reply or close all the same. */
  breached_at: Date | null
  settled_at: Date | null
  outcome: 'hit' | 'missed' | 'ended' | 'canceled' | null
}

export const isOpen = ({ settled_at }: Clock): boolean => settled_at === null
