/** Calls that a tour finds: the public API makes none. */
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

/** A call that is over, with recording and transcript, and one that still rings. */
export async function insertCalls(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  const file = {
    name: 'call.mp3',
    content_type: 'audio/mpeg',
    size: 3,
    bytes: Buffer.from('mp3'),
    secret: 'f'.repeat(48),
  }
  const [recording] = await db<{ id: number }[]>`
    insert into files ${db({ workspace_id, ...file, created_at: now }, 'workspace_id', 'name', 'content_type', 'size', 'bytes', 'secret', 'created_at')} returning id`
  const both = {
    workspace_id,
    provider: 'manual',
    direction: 'inbound',
    initiated_at: ago(130),
    created_at: now,
    updated_at: now,
  }
  const over = {
    ...both,
    state: 'completed',
    phone: '+353861234567',
    answered_at: ago(120),
    ended_at: ago(30),
    ended_reason: 'answered',
    queue_time: 10,
    recording_file_id: recording!.id,
    transcript: 'Ada: My grinder is stuck.\nMaya: Which one do you have?',
    summary: 'A grinder is stuck.',
  }
  const [call] = await db<{ id: number }[]>`
    insert into calls ${db(over, 'workspace_id', 'provider', 'direction', 'state', 'phone', 'initiated_at', 'answered_at', 'ended_at', 'ended_reason', 'queue_time', 'recording_file_id', 'transcript', 'summary', 'created_at', 'updated_at')} returning id`
  const rings = { ...both, state: 'initiated', phone: '+353871234567' }
  await db`insert into calls ${db(rings, 'workspace_id', 'provider', 'direction', 'state', 'phone', 'initiated_at', 'created_at', 'updated_at')}`
  await db`insert into count_deltas ${db({ workspace_id, name: 'calls', delta: 2 }, 'workspace_id', 'name', 'delta')}`
  return { call: String(call!.id) }
}
