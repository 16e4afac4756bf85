import type { Static } from 'typebox'
import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput } from '../../schema/types.ts'
import { DataEventList, DataEventSummary } from './data-event.ts'
import { eventPage, LAST_MILLISECOND } from './event-page.ts'
import { eventSummary } from './event-summary.ts'
import { getPerson, SHOWN } from './person.ts'

const Milliseconds = Type.Integer({ minimum: 0, maximum: LAST_MILLISECOND })

const Query = Type.Object({
  type: described(Type.String({ maxLength: 255 }), 'Always `user`.'),
  intercom_user_id: described(Type.Optional(IdInput), 'The `id` of a contact.'),
  user_id: described(Type.Optional(IdInput), 'The `external_id` of a contact.'),
  email: described(Type.Optional(Type.String({ maxLength: 255 })), 'The email address of a contact.'),
  summary: described(Type.Optional(Type.Boolean()), 'True for a count of each event in place of the events.'),
  per_page: Type.Optional(Type.Integer({ minimum: 1 })),
  before: described(Type.Optional(Milliseconds), 'Shows only events before this time, in unix milliseconds.'),
  since: described(Type.Optional(Milliseconds), 'Shows only events after this time, in unix milliseconds.'),
  starting_after: Type.Optional(Type.String()),
})
type Query = Static<typeof Query>

export const listEvents = operation({
  method: 'GET',
  path: '/events',
  group: 'Data Events',
  summary: 'List all data events',
  description:
    'The events of one contact in the last 90 days, the newest first. `type` is `user`; the contact is named by one of ' +
    '`user_id`, `email` and `intercom_user_id`, a lead by the last. `pages.next` is the address of the next page, ' +
    '`pages.since` of what comes later. With `summary=true` it answers the number, the first and the last time of ' +
    'each event, those of more than 90 days ago included.',
  query: Query,
  reply: Type.Union([DataEventList, DataEventSummary]),
  answer: 'A page of events, or with `summary` a count of each.',
  handle: async (ctx, { query }) => {
    if (query.type !== 'user') throw apiError(422, 'unprocessable_entity', `unsupported type [${query.type}]`)
    const person = await getPerson(ctx.db, ctx.workspaceId, oneOf(query), SHOWN)
    return query.summary ? eventSummary(ctx, person, query) : eventPage(ctx, person, query)
  },
})

const IDENTIFIERS = ['intercom_user_id', 'user_id', 'email'] as const

function oneOf(query: Query) {
  const named = IDENTIFIERS.filter((name) => query[name] !== undefined)
  if (named.length === 0)
    throw apiError(400, 'parameter_not_found', 'user_id, email or intercom_user_id is a required parameter')
  if (named.length > 1) throw apiError(400, 'parameter_invalid', `only one of ${named.join(' and ')} can be given`)
  const { intercom_user_id, user_id, email } = query
  return {
    ...(intercom_user_id !== undefined && { id: intercom_user_id }),
    ...(user_id !== undefined && { user_id }),
    ...(email !== undefined && { email }),
  }
}
