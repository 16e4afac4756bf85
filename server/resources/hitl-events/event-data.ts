/** The kinds of steps of a consultation, and the details of each. */
import { parameterInvalid } from '../../http/errors.ts'

type Kind = 'text' | 'number' | 'flag' | 'admin'

const DETAILS = {
  fin_consultation_started: {
    channel: 'text',
    rule_threshold_percent: 'number',
    confidence_percent: 'number',
    sharp_ask: 'text',
    ask_rationale: 'text',
    issue_summary: 'text',
    customer_question: 'text',
  },
  fin_draft_proposed: { draft: 'text' },
  fin_teammate_input_received: {
    round_index: 'number',
    teammate_input: 'text',
    reviewer_admin_id: 'admin',
    regeneration_outcome: 'text',
  },
  fin_draft_revised: { round_index: 'number', revised_draft: 'text', regeneration_outcome: 'text' },
  fin_consultation_finished: {
    outcome: 'text',
    approved_draft_type: 'text',
    final_draft: 'text',
    sent_text: 'text',
    reviewer_admin_id: 'admin',
    duration_seconds: 'number',
    rounds_count: 'number',
    payload_truncated: 'flag',
  },
} satisfies Record<string, Record<string, Kind>>

export type EventType = keyof typeof DETAILS
export const EVENT_TYPES = Object.keys(DETAILS) as EventType[]

/** Stored details in the order of their kind. */
export const inOrder = (type: EventType, data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(DETAILS[type]).map((name) => [name, data[name] ?? null]))

const LONGEST = 100_000
const FITS: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value.length <= LONGEST && !value.includes('\0'),
  number: (value) => typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER,
  flag: (value) => typeof value === 'boolean',
  admin: (value) => /^\d{1,15}$/.test(String(value)) && (typeof value === 'string' || typeof value === 'number'),
}

/**
 * The details of a step, all of its kind; the missing ones are null.
 * @throws 400 parameter_invalid for a detail of another kind, or a value of another type
 */
export function readDetails(type: EventType, given: Record<string, unknown>): Record<string, unknown> {
  const kinds: Record<string, Kind> = DETAILS[type]
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(kinds, name))
  if (unknown !== undefined) throw parameterInvalid(`${type} has no ${unknown}`, 'data')
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      const value = given[name] ?? null
      if (value !== null && !FITS[kind](value)) throw parameterInvalid(`${name} of ${type} is invalid`, 'data')
      return [name, kind === 'admin' && value !== null ? String(value) : value]
    }),
  )
}
