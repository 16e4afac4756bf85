/**
 * The outcome of an answer, as in the real API: an error is retried once after a minute; 410 turns the webhook off;
 * 429 puts everything off, for longer each time. Too many errors in a row pause it, a week of them turns it off.
 */
import type { Answer } from '../outgoing/post.ts'
import type { Due, Health, NotificationChanges } from './queries.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const RETRY_AFTER = MINUTE
const TRIES = 2
const THROTTLE = { first: MINUTE, most: 2 * HOUR }
/** So old may a notification get that is put off again and again. */
const THROTTLED_MOST = 2 * HOUR
const FLOOD = { failures: 1000, within: 15 * MINUTE, pause: 15 * MINUTE }
const FAILING_MOST = 7 * 24 * HOUR

const plus = (time: Date, ms: number) => new Date(time.getTime() + ms)

/** The health of a webhook with successful answers. */
export const WELL: Health = {
  active: true,
  off_reason: null,
  paused_until: null,
  throttles: 0,
  failures: 0,
  failures_since: null,
  failing_since: null,
}

export const isDelivered = ({ status }: Answer): boolean => status !== null && status >= 200 && status < 300

export interface Outcome {
  notification: NotificationChanges
  /** When it is tried again. */
  again?: Date
}

type Past = Pick<Due, 'attempts' | 'failures' | 'first_sent_at' | 'created_at' | 'event_id'>

/**
 * The outcome of the notification.
 * @param health the health of the webhook after the answer
 */
export function outcomeOf(past: Past, answer: Answer, health: Health, now: Date): Outcome {
  const sent = { attempts: past.attempts + 1, first_sent_at: past.first_sent_at ?? now }
  if (isDelivered(answer)) return { notification: { ...sent, state: 'delivered' } }
  const failures = past.failures + (answer.status === 429 ? 0 : 1)
  const again = answer.status === 429 ? (health.paused_until ?? now) : plus(now, RETRY_AFTER)
  const tooOld = answer.status === 429 && isPutOffTooLong(past.created_at, again)
  const isPing = past.event_id === null
  if (isPing || tooOld || failures >= TRIES || !health.active)
    return { notification: { ...sent, failures, state: 'dropped' } }
  return { notification: { ...sent, failures }, again }
}

/** True if a notification that waits for the end of a throttled webhook's pause is over two hours old by then. */
export const isPutOffTooLong = (createdAt: Date, until: Date): boolean => until > plus(createdAt, THROTTLED_MOST)

/** The health of a webhook after a failed answer. */
export function healthAfter(health: Health, { status }: Answer, now: Date): Health {
  if (!health.active) return health
  if (status === 410) return { ...health, active: false, off_reason: 'gone' }
  if (status === 429) return throttled(health, now)
  const counting = health.failures_since !== null && now <= plus(health.failures_since, FLOOD.within)
  const failing: Health = {
    ...health,
    failures: counting ? health.failures + 1 : 1,
    failures_since: counting ? health.failures_since : now,
    failing_since: health.failing_since ?? now,
  }
  if (now > plus(failing.failing_since!, FAILING_MOST)) return { ...failing, active: false, off_reason: 'failing' }
  if (failing.failures <= FLOOD.failures) return failing
  return { ...failing, failures: 0, failures_since: null, paused_until: plus(now, FLOOD.pause) }
}

/** Deliveries in flight when the pause began do not extend it. */
function throttled(health: Health, now: Date): Health {
  if (health.paused_until && health.paused_until > now) return health
  const pause = Math.min(THROTTLE.first * 2 ** health.throttles, THROTTLE.most)
  return { ...health, throttles: health.throttles + 1, paused_until: plus(now, pause) }
}
