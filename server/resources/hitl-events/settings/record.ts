import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { fromUnix, unix } from '../../../clock.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { readPastTime } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { described, TimeInput } from '../../../schema/types.ts'
import { getActor } from '../../../threads/actors.ts'
import { lockConversation } from '../../conversations/target.ts'
import { EVENT_TYPES, readDetails } from '../event-data.ts'
import { presentHitlEvent } from '../hitl-event.ts'
import { HitlEvents } from '../list.ts'
import { insertHitlEvents, type NewHitlEvent } from '../queries.ts'

const Step = Type.Object({
  event_type: described(Type.Enum(EVENT_TYPES), 'The kind of step.'),
  happened_at: described(TimeInput, 'When it happened, not in the future.'),
  data: described(Type.Optional(Type.Record(Type.String(), Type.Unknown())), 'Details of the step, by its kind.'),
})

export const recordConsultation = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/conversations/{conversation_id}/hitl_events',
  group: 'Conversations',
  summary: 'Record a consultation of teammates',
  description:
    'A consultation that has ended, whole: it begins with `fin_consultation_started` and ends with ' +
    '`fin_consultation_finished`. The duration and the number of rounds are counted where they are missing.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      events: described(Type.Array(Step, { minItems: 2, maxItems: 100 }), 'The steps, in the order of their times.'),
    }),
    'The steps of the consultation.',
  ),
  reply: HitlEvents,
  answer: 'The recorded steps.',
  handle: async (ctx, { params, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const events = body.events.map(({ event_type, happened_at, data = {} }) => ({
      event_type,
      happened_at: fromUnix(happened_at),
      data: readDetails(event_type, data),
    }))
    refuseDisorder(events)
    for (const event of events) event.happened_at = readPastTime('happened_at', event.happened_at, ctx.now)
    await refuseUnknownReviewers(ctx, events)
    complete(events)
    await insertHitlEvents(ctx.db, ctx.workspaceId, thread.id, events)
    return { hitl_events: events.map(presentHitlEvent) }
  },
})

type Step = NewHitlEvent & { data: Record<string, unknown> }

const FIRST = 'fin_consultation_started'
const LAST = 'fin_consultation_finished'

/** @throws 400 parameter_invalid */
function refuseDisorder(events: Step[]): void {
  for (const [at, { event_type, happened_at }] of events.entries()) {
    if ((event_type === FIRST) !== (at === 0) || (event_type === LAST) !== (at === events.length - 1))
      throw parameterInvalid(`events must begin with ${FIRST} and end with ${LAST}, each once`, 'events')
    if (at > 0 && happened_at < events[at - 1]!.happened_at)
      throw parameterInvalid('events must be in the order of their times', 'events')
  }
}

/** @throws 404 admin_not_found */
async function refuseUnknownReviewers(ctx: Ctx, events: Step[]): Promise<void> {
  const ids = events.map(({ data }) => data['reviewer_admin_id'] as string | null | undefined)
  for (const id of new Set(ids)) if (id) await getActor(ctx.db, ctx.workspaceId, id)
}

/** Counts the duration and the rounds, unless the last step tells them. */
function complete(events: Step[]): void {
  const { data, happened_at } = events.at(-1)!
  data['duration_seconds'] ??= unix(happened_at) - unix(events[0]!.happened_at)
  data['rounds_count'] ??= events.filter(({ event_type }) => event_type === 'fin_teammate_input_received').length
  data['payload_truncated'] ??= false
}
