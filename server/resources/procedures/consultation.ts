/** The question of a procedure to a teammate as a consultation, as conversations list them. */
import { unix } from '../../clock.ts'
import { bodyToText } from '../../html.ts'
import { readDetails, type EventType } from '../hitl-events/event-data.ts'
import type { NewHitlEvent } from '../hitl-events/queries.ts'
import type { InputRequest } from './request-queries.ts'

/** @param question the words of the user that the procedure began with */
export function consultationOf(request: InputRequest, question: string | null): NewHitlEvent[] {
  const { created_at: begun, fulfilled_at, fulfilled_by, input } = request
  const ended = fulfilled_at!
  const reviewer_admin_id = String(fulfilled_by)
  return [
    begins(request, question),
    step('fin_teammate_input_received', ended, {
      round_index: 1,
      teammate_input: JSON.stringify(input),
      reviewer_admin_id,
    }),
    step('fin_consultation_finished', ended, {
      outcome: 'input_received',
      reviewer_admin_id,
      duration_seconds: unix(ended) - unix(begun),
      rounds_count: 1,
      payload_truncated: false,
    }),
  ]
}

/** The consultation that nobody took part in before it ended. */
export function endedConsultation(
  request: InputRequest,
  question: string | null,
  { outcome, ended }: { outcome: string; ended: Date },
): NewHitlEvent[] {
  return [
    begins(request, question),
    step('fin_consultation_finished', ended, {
      outcome,
      duration_seconds: unix(ended) - unix(request.created_at),
      rounds_count: 0,
      payload_truncated: false,
    }),
  ]
}

const begins = (request: InputRequest, question: string | null): NewHitlEvent =>
  step('fin_consultation_started', request.created_at, {
    channel: 'api',
    sharp_ask: bodyToText(request.question),
    customer_question: question === null ? null : bodyToText(question),
  })

const step = (event_type: EventType, happened_at: Date, data: Record<string, unknown>): NewHitlEvent => ({
  event_type,
  happened_at,
  data: readDetails(event_type, data),
})
