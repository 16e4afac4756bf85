/**
 * Writes events, those together that come in together. A commit takes as long as the disk does,
 * and a connection with it: where each event had its own, a thousand a second would leave none to
 * who reads. So a process writes one batch at a time, and what comes in meanwhile is the next. One
 * that comes alone waits for nothing.
 */
import type { Pool } from '../../db/pool.ts'
import { ensureMonths, isMissingMonth } from './months.ts'
import { insertDataEvents, type Submission } from './queries.ts'

const BATCH = 200

interface Waiting {
  submission: Submission
  resolve(found: boolean): void
  reject(error: unknown): void
}

const queues = new WeakMap<Pool, { waiting: Waiting[]; writing: boolean }>()

/**
 * The event is durable when this resolves.
 * @returns false where the contact is gone
 */
export function submitDataEvent(db: Pool, submission: Submission): Promise<boolean> {
  let queue = queues.get(db)
  if (!queue) queues.set(db, (queue = { waiting: [], writing: false }))
  const { waiting } = queue
  const submitted = new Promise<boolean>((resolve, reject) => waiting.push({ submission, resolve, reject }))
  if (!queue.writing) void write(db, queue)
  return submitted
}

async function write(db: Pool, queue: { waiting: Waiting[]; writing: boolean }): Promise<void> {
  queue.writing = true
  while (queue.waiting.length > 0) await writeBatch(db, queue.waiting.splice(0, BATCH))
  queue.writing = false
}

/**
 * Never rejects. Events that cannot be written in a batch, because the contact is locked or a statement fails, are
 * written alone.
 */
async function writeBatch(db: Pool, batch: Waiting[]): Promise<void> {
  const found = await insert(
    db,
    batch.map(({ submission }) => submission),
    'leave out',
  ).catch(() => new Set<string>())
  for (const { submission, resolve, reject } of batch)
    if (found.has(submission.id)) resolve(true)
    else void insert(db, [submission], 'wait').then((alone) => resolve(alone.has(submission.id)), reject)
}

/** Makes the months that are missing. */
async function insert(db: Pool, submissions: Submission[], held: 'wait' | 'leave out'): Promise<Set<string>> {
  try {
    return await insertDataEvents(db, submissions, held)
  } catch (error) {
    if (!isMissingMonth(error)) throw error
    await ensureMonths(
      db,
      submissions.map(({ created_at }) => created_at),
    )
    return insertDataEvents(db, submissions, held)
  }
}
