import type { Static } from 'typebox'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, TimeInput } from '../../schema/types.ts'
import { EventName, keptName } from './event-name.ts'
import { getPerson } from './person.ts'
import { holdPerson, replaceSummaries, type Summary } from './queries.ts'

const SummaryInput = Type.Object({
  event_name: described(EventName, 'The name of the event.'),
  count: described(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), 'The number of times that it happened.'),
  first: described(TimeInput, 'When it first happened.'),
  last: described(TimeInput, 'When it last happened.'),
})

export const createDataEventSummaries = operation({
  method: 'POST',
  path: '/events/summaries',
  group: 'Data Events',
  summary: 'Create event summaries',
  description:
    'Tells of a user how often something happened, and when first and last: that is what its summary says from then on. ' +
    'Events that are submitted afterwards are counted on top. One summary, or a list of them.',
  body: described(
    Type.Object({
      user_id: described(IdInput, 'The `external_id` of the user.'),
      event_summaries: described(
        Type.Union([SummaryInput, Type.Array(SummaryInput, { minItems: 1, maxItems: 1000 })]),
        'One event, or a list of up to 1,000.',
      ),
    }),
    'The user, and the number of times that each event happened.',
  ),
  reply: Type.Null(),
  answer: 'The summaries are kept. The answer has no body.',
  handle: async (ctx, { body: { user_id, event_summaries } }) => {
    const person = await getPerson(ctx.db, ctx.workspaceId, { user_id })
    const summaries = [event_summaries].flat().map(checked)
    if (!(await holdPerson(ctx.db, ctx.workspaceId, person.id))) throw notFound('contact')
    // The last of several summaries with one name wins.
    const byName = new Map(summaries.map((summary) => [summary.event_name, summary]))
    await replaceSummaries(ctx.db, ctx.workspaceId, person.id, [...byName.values()])
    return null
  },
})

function checked({ event_name, count, first, last }: Static<typeof SummaryInput>): Summary {
  if (first > last) throw parameterInvalid('first must not be after last', 'event_summaries')
  return { event_name: keptName(event_name), count, first_at: fromUnix(first), last_at: fromUnix(last) }
}
