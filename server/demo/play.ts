/**
 * Plays a conversation through: what each step leaves behind, as a part and in the conversation's
 * own columns.
 */
import type { AdminKey, TeamKey } from './company.ts'
import type { Script, Step } from './conversations.ts'

/** The ids of those who take part. */
export interface Cast {
  contact: { id: string; role: 'user' | 'lead' }
  admins: Record<AdminKey, number>
  teams: Record<TeamKey, number>
  now: Date
}

type Row = Record<string, unknown>

/** What a part that says nothing of these has. */
const NO_PART = {
  body: null,
  author_contact_id: null,
  author_admin_id: null,
  assigned_to_type: null,
  assigned_to_id: null,
}
type State = 'open' | 'closed' | 'snoozed'

export interface Played {
  thread: Row & { created_at: Date; updated_at: Date; snoozed_until: Date | null }
  parts: (Row & { created_at: Date })[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function play(script: Script, cast: Cast): Played {
  const { contact, admins } = cast
  const started = new Date(cast.now.getTime() - script.hours_ago * 60 * MINUTE)
  const sender = script.from && admins[script.from]
  const thread = {
    state: 'open' as State,
    read: false,
    snoozed_until: null as Date | null,
    title: script.title ?? null,
    priority: script.priority ?? 'none',
    created_at: started,
    updated_at: started,
    custom_attributes: script.custom_attributes ?? {},
    source_type: script.subject === undefined ? 'conversation' : 'email',
    source_delivered_as: sender ? 'admin_initiated' : 'customer_initiated',
    source_subject: script.subject ?? '',
    source_body: paragraph(script.body),
    source_author_type: sender ? 'admin' : contact.role,
    source_contact_id: sender ? null : contact.id,
    source_admin_id: sender ?? null,
    contact_ids: [contact.id],
    teammate_ids: sender ? [sender] : ([] as number[]),
    waiting_since: sender ? null : started,
    first_contact_reply_at: sender ? null : started,
    last_contact_reply_at: sender ? null : started,
    first_contact_reply_type: sender ? null : 'conversation',
    reply_times: [] as number[],
    count_assignments: 0,
    count_reopens: 0,
  }
  const played: Played = { thread, parts: [] }
  let time = started
  for (const step of script.steps) {
    time = new Date(time.getTime() + step.after * MINUTE)
    playStep(thread, played, step, time, cast)
    thread.updated_at = time
  }
  played.thread['count_conversation_parts'] = played.parts.length + 1 // its source too
  if (thread.reply_times.length > 0) played.thread['median_time_to_reply'] = median(thread.reply_times)
  return played
}

type Running = { state: State; waiting_since: Date | null; reply_times: number[]; teammate_ids: number[] } & Row & {
    created_at: Date
  }

function playStep(thread: Running, { parts }: Played, step: Step, time: Date, { contact, admins, teams }: Cast): void {
  const part = (columns: Row) =>
    parts.push({ state: thread.state, created_at: time, updated_at: time, notified_at: time, ...NO_PART, ...columns })
  const sinceStart = seconds(thread.created_at, time)

  if ('rating' in step) {
    thread['rating'] = step.rating
    thread['rating_remark'] = step.remark
    thread['rating_contact_id'] = contact.id
    thread['rating_admin_id'] = thread['last_closed_by_id']
    thread['rating_requested_at'] = thread['last_close_at']
    thread['rating_replied_at'] = thread['rating_updated_at'] = time
    return
  }
  if ('contact' in step) {
    if (thread.state === 'closed') thread['count_reopens'] = Number(thread['count_reopens']) + 1
    thread.state = 'open'
    thread['read'] = false
    thread.waiting_since ??= time
    thread['last_contact_reply_at'] = time
    part({
      part_type: 'comment',
      body: paragraph(step.contact),
      author_type: contact.role,
      author_contact_id: contact.id,
    })
    return
  }

  const admin = admins[step.admin]
  const byAdmin = { author_type: 'admin', author_admin_id: admin }
  if (!thread.teammate_ids.includes(admin)) thread.teammate_ids.push(admin)
  thread['read'] = true
  if ('says' in step) {
    if (thread.waiting_since) thread.reply_times.push(seconds(thread.waiting_since, time))
    thread.waiting_since = null
    thread['first_admin_reply_at'] ??= time
    thread['time_to_admin_reply'] ??= sinceStart
    thread['last_admin_reply_at'] = time
    if (thread['last_assignment_at']) thread['last_assignment_admin_reply_at'] ??= time
    part({ part_type: 'comment', body: paragraph(step.says), ...byAdmin })
  } else if ('notes' in step) {
    part({ part_type: 'note', body: paragraph(step.notes), ...byAdmin })
  } else if ('assignsTo' in step) {
    const [type, id] =
      step.assignsTo in teams
        ? ['team', teams[step.assignsTo as TeamKey]]
        : ['admin', admins[step.assignsTo as AdminKey]]
    thread[`${type}_assignee_id`] = id
    thread['first_assignment_at'] ??= time
    thread['time_to_assignment'] ??= sinceStart
    thread['last_assignment_at'] = time
    thread['last_assignment_admin_reply_at'] = null
    thread['count_assignments'] = Number(thread['count_assignments']) + 1
    part({ part_type: 'assignment', assigned_to_type: type, assigned_to_id: id, ...byAdmin })
  } else if ('closes' in step) {
    thread.state = 'closed'
    thread.waiting_since = null
    thread['first_close_at'] ??= time
    thread['time_to_first_close'] ??= sinceStart
    thread['last_close_at'] = time
    thread['time_to_last_close'] = sinceStart
    thread['last_closed_by_id'] = admin
    part({ part_type: 'close', ...byAdmin })
  } else if ('reopens' in step) {
    thread.state = 'open'
    thread['count_reopens'] = Number(thread['count_reopens']) + 1
    part({ part_type: 'open', ...byAdmin })
  } else {
    thread.state = 'snoozed'
    thread['snoozed_until'] = new Date(time.getTime() + step.snoozesForDays * DAY)
    part({ part_type: 'snoozed', ...byAdmin })
  }
}

const seconds = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 1000)
const paragraph = (text: string) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}
