/** Events beside conversations: side conversations, pauses, a consultation, a merge and a deletion. */
import { unix } from '../clock.ts'
import { setPartSecret } from '../resources/conversation-parts/settings/set-secret.ts'
import { createConversation } from '../resources/conversations/create.ts'
import { deleteConversation } from '../resources/conversations/delete.ts'
import { mergeConversation } from '../resources/conversations/merge.ts'
import { recordHandlingEvent } from '../resources/handling-events/settings/record.ts'
import { recordConsultation } from '../resources/hitl-events/settings/record.ts'
import { replyToSideConversation } from '../resources/side-conversations/reply.ts'
import { createSideConversation } from '../resources/side-conversations/settings/create.ts'
import type { Act } from './act.ts'
import type { Customers } from './customers.ts'
import type { PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

/** The secret with which the demo's parts are updated. */
export const PART_SECRET = 'demo-part-secret'

interface Scene {
  act: Act
  staff: Staff
  customers: Customers
  /** Ids of conversations, by the person who began them; present once they have begun. */
  begun: Map<PersonKey, string>
}

export function planBeside(timeline: Timeline, { act, staff, customers, begun }: Scene): void {
  const { maya, tomas } = staff.admins
  const conversation = (person: PersonKey) => ({ conversation_id: begun.get(person)! })
  const begin = async (person: PersonKey, at: Date, body: string) => {
    const from = { type: 'user', id: customers.people.get(person) }
    const { conversation_id } = await act(createConversation, at, { body: { from, body } })
    return { conversation_id: String(conversation_id) }
  }
  const minutesAgo = (minutes: number, deed: (at: Date) => Promise<unknown>) => timeline.add({ minutes }, deed)

  minutesAgo(60, (at) => act(setPartSecret, at, { body: { secret: PART_SECRET } }))
  minutesAgo(58, async (at) => {
    const params = conversation('lucia')
    const words = { admin_id: String(tomas), body: 'Has anybody got a lower burr in the van?' }
    const { side_conversation_id } = await act(createSideConversation, at, { params, body: words })
    const reply = {
      message_type: 'comment',
      type: 'admin',
      admin_id: String(maya),
      body: 'Two. I put one aside for you.',
    }
    await act(replyToSideConversation, at, { params: { ...params, side_conversation_id }, body: reply })
  })
  for (const [minutes, type, reason] of [
    [50, 'paused', 'Away'],
    [40, 'resumed', undefined],
  ] as const)
    minutesAgo(minutes, (at) => {
      const body = { admin_id: String(tomas), type, ...(reason && { reason }) }
      return act(recordHandlingEvent, at, { params: conversation('lucia'), body })
    })
  minutesAgo(30, (at) => act(recordConsultation, at, { params: conversation('lucia'), body: consultation(at, maya) }))
  minutesAgo(20, async (at) => {
    const params = await begin('dev', at, 'Error E4 again, and still water on the floor.')
    await act(mergeConversation, at, { params, body: { merge_into_conversation_id: Number(begun.get('dev')) } })
  })
  minutesAgo(10, async (at) => act(deleteConversation, at, { params: await begin('dev', at, 'Just testing') }))
}

/** An agent asks about a return, and its second draft is approved. */
function consultation(at: Date, reviewer: number) {
  const step = (event_type: string, ago: number, data: object) => ({ event_type, happened_at: unix(at) - ago, data })
  const reviewer_admin_id = String(reviewer)
  const final_draft = 'You may swap the grinder for a new one on Thursday.'
  return {
    events: [
      step('fin_consultation_started', 240, {
        channel: 'messenger',
        rule_threshold_percent: 60,
        confidence_percent: 35,
        sharp_ask: 'Does a rattling grinder count as a fault that we replace?',
        customer_question: 'Can I get a new grinder?',
      }),
      step('fin_draft_proposed', 235, { draft: 'Please wait for the technician.' }),
      step('fin_teammate_input_received', 60, {
        round_index: 1,
        teammate_input: 'Yes, on Thursday.',
        reviewer_admin_id,
        regeneration_outcome: 'revised',
      }),
      step('fin_draft_revised', 55, { round_index: 1, revised_draft: final_draft, regeneration_outcome: 'revised' }),
      step('fin_consultation_finished', 20, {
        outcome: 'approved',
        approved_draft_type: 'revised',
        final_draft,
        sent_text: final_draft,
        reviewer_admin_id,
      }),
    ],
  }
}
