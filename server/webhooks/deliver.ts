/**
 * Delivers a notification to a webhook: at least once. A process that ends between the answer and its record
 * delivers it again, with the same id.
 */
import type { Clock } from '../clock.ts'
import type { Reach } from '../config.ts'
import type { Db, Pool } from '../db/pool.ts'
import type { Secrets } from '../secrets.ts'
import { history } from '../versions/index.ts'
import { presentNotification, signatureHeader } from './notification.ts'
import { isToldIn } from '../resources/fin/told.ts'
import { healthAfter, isDelivered, isPutOffTooLong, outcomeOf, WELL } from './outcome.ts'
import { post, type Answer } from '../outgoing/post.ts'
import * as queries from './queries.ts'
import { PUT_OFF_MS, type Shares } from '../queue/shares.ts'
import { flagsOfDelivery, queueNotifications, type Delivery } from './queue.ts'
import { sealFor } from './secret-of.ts'

export interface DeliverDeps {
  db: Pool
  clock: Clock
  secrets: Secrets
  reach: Reach
  timeoutMs?: number
  /** Without them there is no bound. */
  shares?: Shares
}

const TIMEOUT_MS = 5000

export async function deliver(deps: DeliverDeps, delivery: Delivery): Promise<void> {
  const { db, clock } = deps
  const due = await queries.findDue(db, delivery)
  if (due?.state !== 'pending') return
  const isPing = due.event_id === null
  const now = clock.now()
  if (!isPing && (!due.active || due.item === null || !isToldIn(versionOf(due), due.topic, due.item))) {
    await queries.updatePending(db, delivery, { state: 'dropped' })
    return
  }
  if (!isPing && due.paused_until && due.paused_until > now) {
    if (due.throttles > 0 && isPutOffTooLong(due.created_at, due.paused_until))
      await queries.updatePending(db, delivery, { state: 'dropped' })
    else await queueNotifications(db, [delivery], due.url, due.paused_until)
    return
  }
  const giveBack = deps.shares ? await deps.shares.take(flagsOfDelivery(delivery, due.url)) : () => {}
  if (!giveBack) return queueNotifications(db, [delivery], due.url, new Date(clock.now().getTime() + PUT_OFF_MS))
  try {
    const began = performance.now()
    const answer = await tell(deps, delivery, due, now)
    await note(deps, delivery, due, answer, Math.round(performance.now() - began))
  } finally {
    giveBack()
  }
}

const versionOf = ({ version }: queries.Due) => (version ? history.find(version) : undefined) ?? history.newestStable

async function tell(deps: DeliverDeps, delivery: Delivery, due: queries.Due, now: Date): Promise<Answer> {
  const version = versionOf(due)
  let secret: string
  try {
    secret = deps.secrets.open(due.secret, sealFor(delivery.workspace_id, delivery.webhook_id))
  } catch {
    return { status: null, error: 'its secret cannot be read with the key that this server has' }
  }
  const body = Buffer.from(JSON.stringify(presentNotification(due, version, due.attempts + 1, now)))
  return post(due.url, body, {
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'User-Agent': 'Parley-Webhooks/1.0',
      ...signatureHeader(due.topic, body, secret),
    },
    timeoutMs: deps.timeoutMs ?? TIMEOUT_MS,
    reach: deps.reach,
  })
}

/** Writes down how it went, and what follows from it. */
async function note({ db, clock }: DeliverDeps, delivery: Delivery, due: queries.Due, answer: Answer, ms: number) {
  const { notification_id, ...of } = delivery
  const now = clock.now()
  await db.begin(async (tx) => {
    const health = await fare(tx, delivery, answer, now)
    if (!health) return
    const { notification, again } = outcomeOf(due, answer, health, now)
    if (!(await queries.updatePending(tx, delivery, notification))) return
    await queries.insertAttempt(tx, {
      ...of,
      notification_id: due.event_id === null ? null : notification_id,
      topic: due.topic,
      attempt: due.attempts + 1,
      delivered: isDelivered(answer),
      status: answer.status,
      error: answer.error,
      duration_ms: ms,
      attempted_at: now,
    })
    if (again) await queueNotifications(tx, [delivery], due.url, again)
  })
}

/** @returns the health of the webhook afterwards; undefined if it was deleted */
async function fare(tx: Db, delivery: Delivery, answer: Answer, now: Date) {
  if (isDelivered(answer)) {
    await queries.updateRecovered(tx, delivery)
    return WELL
  }
  const before = await queries.lockHealth(tx, delivery)
  if (!before) return undefined
  const health = healthAfter(before, answer, now)
  if (health !== before) await queries.updateHealth(tx, delivery, health)
  return health
}
