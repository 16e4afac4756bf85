/**
 * The one fold over the parts of a thread, in the order of their times. A write takes one step of
 * it; a part that is older than others makes it begin anew.
 *
 *   after(thread, ...happeningsOf(part))   the columns that a new part changes
 *   recount(thread, parts)                 what they are by all parts
 */
import {
  adminReplies,
  after,
  assigns,
  botReplies,
  closes,
  contactReplies,
  handsOver,
  joins,
  opens,
  snoozes,
  wakes,
  type Happening,
} from './happenings.ts'
import type { ThreadPartsRow } from '../db/types/thread_parts.ts'
import type { ThreadChanges, ThreadRow } from './thread.ts'

/**
 * The columns of a part that decide. `state`: a message that left the thread snoozed, or an
 * assignment that left it snoozed or closed, opens nothing.
 */
export type Moment = Pick<ThreadPartsRow, 'created_at' | 'author_type'> & { part_type: string } & Partial<
    Pick<
      ThreadPartsRow,
      | 'author_contact_id'
      | 'author_admin_id'
      | 'body'
      | 'assigned_to_type'
      | 'assigned_to_id'
      | 'event_details'
      | 'state'
    >
  >

type Told = (part: Moment) => Happening[]

/** A teammate, who wakes, answers and takes part; the bot does none of these. */
const teammate = ({ author_type, author_admin_id }: Moment) =>
  author_type === 'admin' ? (author_admin_id ?? null) : null

const wakesUp: Told = (part) => (teammate(part) === null || part.state === 'snoozed' ? [] : [wakes(part.created_at)])

const says: Told = (part) => {
  const admin = teammate(part)
  return [admin === null ? botReplies : adminReplies(part.created_at, admin)]
}

/** Words beside what else the part does, if there are any, are a reply. */
const adds: Told = (part) => (part.body ? says(part) : [])

const message: Told = (part) =>
  part.author_contact_id ? [contactReplies(part.created_at)] : [...wakesUp(part), ...says(part)]

const assignment: Told = (part) => {
  const { created_at, assigned_to_type: to, assigned_to_id: id = null } = part
  const type = to === 'team' || to === 'nobody_team' ? 'team' : 'admin'
  const goes = part.state === 'snoozed' || part.state === 'closed' ? handsOver : assigns
  return [goes(created_at, type, id), ...adds(part)]
}

const NOTHING: Told = () => []

/** Every type of part, and what it is to the thread. */
const TOLD = {
  comment: message,
  quick_reply: message,
  open: (part) => (part.author_contact_id ? message(part) : [opens(part.created_at)]),
  note: (part) => {
    const admin = teammate(part)
    return [...wakesUp(part), ...(admin === null ? [] : [joins(admin)])]
  },
  close: (part) => [...adds(part), closes(part.created_at, teammate(part))],
  snoozed: ({ event_details }) => [snoozes(new Date((event_details as SnoozeDetails).custom_until_time))],
  timer_unsnooze: (part) => [opens(part.created_at)],
  assignment,
  assign_and_reopen: assignment,
  assign_and_unsnooze: assignment,
  default_assignment: NOTHING,
  // The team that it goes back to had it all the time.
  away_mode_assignment: ({ created_at }) => [handsOver(created_at, 'admin', null)],
  participant_added: NOTHING,
  participant_removed: NOTHING,
  conversation_attribute_updated_by_admin: NOTHING,
  conversation_tags_updated: NOTHING,
  company_updated: NOTHING,
  priority_changed: NOTHING,
  conversation_rating_changed: NOTHING,
  conversation_rating_remark_added: NOTHING,
  merged_primary_conversation: NOTHING,
  ticket_state_updated_by_admin: NOTHING,
  ticket_attribute_updated_by_admin: NOTHING,
  conversation_sla_applied_by_rule: NOTHING,
  conversation_sla_target_missed: NOTHING,
  conversation_sla_paused: NOTHING,
  conversation_sla_unpaused: NOTHING,
  conversation_sla_removed: NOTHING,
} satisfies Record<string, Told>

interface SnoozeDetails {
  custom_until_time: string
}

export type PartType = keyof typeof TOLD
export const partTypes = Object.keys(TOLD) as PartType[]

export function happeningsOf(part: Moment): Happening[] {
  const told: Told | undefined = TOLD[part.part_type as PartType]
  if (!told) throw new Error(`the fold knows no part ${part.part_type}`)
  return told(part)
}

/**
 * The columns that follow from the parts alone, as they are before the first. Assignment, read state and participants
 * also change without a part.
 */
const BEGINNING = {
  state: 'open',
  snoozed_until: null,
  waiting_since: null,
  unanswered_since: null,
  first_contact_reply_at: null,
  first_contact_reply_type: null,
  first_assignment_at: null,
  first_admin_reply_at: null,
  first_close_at: null,
  last_assignment_at: null,
  last_assignment_admin_reply_at: null,
  last_contact_reply_at: null,
  last_admin_reply_at: null,
  last_close_at: null,
  last_closed_by_id: null,
  time_to_assignment: null,
  time_to_admin_reply: null,
  time_to_first_close: null,
  time_to_last_close: null,
  median_time_to_reply: null,
  reply_times: [],
  team_response_times: [],
  handling_time: null,
  count_reopens: 0,
  count_assignments: 0,
} satisfies ThreadChanges

type Folded = keyof typeof BEGINNING
export const folded = Object.keys(BEGINNING) as Folded[]

/**
 * @param thread with all hours that were ever in force
 * @param parts in the order of their times
 * @returns the folded columns after all of them
 */
export function recount(thread: ThreadRow, parts: Moment[]): Pick<ThreadRow, Folded> {
  let row: ThreadRow = { ...thread, ...BEGINNING }
  for (const happenings of momentsOf(thread, parts)) row = { ...row, ...after(row, ...happenings) }
  return Object.fromEntries(folded.map((column) => [column, row[column]])) as Pick<ThreadRow, Folded>
}

/** The first message stands among the parts, by its time. */
function momentsOf(thread: ThreadRow, parts: Moment[]): Happening[][] {
  const moments = parts.map(happeningsOf)
  if (thread.source_contact_id === null) return moments
  const at = parts.findIndex(({ created_at }) => created_at >= thread.created_at)
  return moments.toSpliced(at === -1 ? moments.length : at, 0, [contactReplies(thread.created_at)])
}
