/**
 * Plays a conversation through: what each step leaves behind, as a part and in the conversation's
 * own columns. The fold over the parts counts the rest.
 */
import { recount, type Moment } from '../threads/fold.ts'
import type { ThreadRow } from '../threads/thread.ts'
import type { AdminKey, TeamKey } from './company.ts'
import type { Script, Step } from './conversations.ts'

/** The ids of those who take part. */
export interface Cast {
  contact: { id: string; role: 'user' | 'lead' }
  others: { id: string }[]
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
  event_details: null,
}
type State = 'open' | 'closed' | 'snoozed'

export interface Played {
  thread: Row & { contact_ids: string[]; created_at: Date; updated_at: Date; snoozed_until: Date | null }
  parts: (Row & { created_at: Date })[]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function play(script: Script, cast: Cast): Played {
  const { contact, others, admins } = cast
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
    contact_ids: [contact, ...others].map(({ id }) => id),
    teammate_ids: sender ? [sender] : ([] as number[]),
  }
  const played: Played = { thread, parts: [] }
  let time = started
  for (const step of script.steps) {
    time = new Date(time.getTime() + step.after * MINUTE)
    playStep(thread, played, step, time, cast)
    thread.updated_at = time
  }
  played.thread['count_conversation_parts'] = played.parts.length + 1 // its source too
  Object.assign(thread, recount(thread as unknown as ThreadRow, played.parts as unknown as Moment[]))
  return played
}

type Running = { state: State; teammate_ids: number[] } & Row & { created_at: Date }

function playStep(thread: Running, { parts }: Played, step: Step, time: Date, { contact, admins, teams }: Cast): void {
  const part = (columns: Row) =>
    parts.push({ state: thread.state, created_at: time, updated_at: time, notified_at: time, ...NO_PART, ...columns })

  if ('rating' in step) {
    thread['rating'] = step.rating
    thread['rating_remark'] = step.remark
    thread['rating_contact_id'] = contact.id
    const close = parts.findLast(({ part_type }) => part_type === 'close')
    thread['rating_admin_id'] = close?.['author_admin_id'] ?? null
    thread['rating_requested_at'] = close?.created_at ?? null
    thread['rating_replied_at'] = thread['rating_updated_at'] = time
    return
  }
  if ('contact' in step) {
    thread.state = 'open'
    thread['read'] = false
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
    part({ part_type: 'comment', body: paragraph(step.says), ...byAdmin })
  } else if ('notes' in step) {
    part({ part_type: 'note', body: paragraph(step.notes), ...byAdmin })
  } else if ('assignsTo' in step) {
    const [type, id] =
      step.assignsTo in teams
        ? ['team', teams[step.assignsTo as TeamKey]]
        : ['admin', admins[step.assignsTo as AdminKey]]
    thread[`${type}_assignee_id`] = id
    if (type === 'team') thread['admin_assignee_id'] = null
    part({ part_type: 'assignment', assigned_to_type: type, assigned_to_id: id, ...byAdmin })
  } else if ('closes' in step) {
    thread.state = 'closed'
    part({ part_type: 'close', ...byAdmin })
  } else if ('reopens' in step) {
    thread.state = 'open'
    part({ part_type: 'open', ...byAdmin })
  } else {
    thread.state = 'snoozed'
    const until = new Date(time.getTime() + step.snoozesForDays * DAY)
    const event_details = { until: `until ${until.toUTCString()}`, custom_until_time: until.toISOString() }
    part({ part_type: 'snoozed', event_details, ...byAdmin })
  }
}

const paragraph = (text: string) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
