import Type from 'typebox'
import { listOfRuleset } from '../../channels/queries.ts'
import { decodeCursor, encodeCursor } from '../../http/cursor.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import { plainError } from './plain-error.ts'
import { presentStatus, status } from './status.ts'

const PER_PAGE = 50
const MAX = 100

const Event = model('message_status_event', {
  id: Type.String({ description: 'The id of the event.' }),
  ...status,
  user_id: Type.String({ description: 'The contact whom the message was sent to.' }),
  whatsapp_message_id: Type.String({ description: 'The id that WhatsApp gave the message.' }),
})

export const listMessageStatuses = operation({
  method: 'GET',
  path: '/messages/status',
  group: 'Messages',
  summary: 'List the statuses of messages that were sent together',
  description: 'The WhatsApp messages of one ruleset, oldest first.',
  query: Type.Object({
    ruleset_id: Type.Optional(Type.String({ maxLength: 255, description: 'The ruleset; it must be given.' })),
    per_page: Type.Optional(Type.Integer({ minimum: 1, description: `The number of rows of a page, ${MAX} at most.` })),
    starting_after: Type.Optional(Type.String({ description: 'The cursor of the page.' })),
  }),
  reply: Type.Object({
    type: Type.Literal('list'),
    ruleset_id: Type.String({ description: 'The ruleset of the request.' }),
    pages: described(
      Type.Object({
        type: Type.Literal('pages'),
        per_page: Type.Integer({ description: 'The number of rows of a page.' }),
        total_pages: Type.Integer({ description: 'The number of pages.' }),
        next: described(
          Nullable(Type.Object({ starting_after: Type.String({ description: 'The cursor of the next page.' }) })),
          'The way to the next page; null on the last one.',
        ),
      }),
      'The place of the page in the list.',
    ),
    total_count: Type.Integer({ description: 'The number of messages.' }),
    events: described(Type.Array(Event), 'The messages.'),
  }),
  answer: 'The statuses, a page at a time.',
  handle: async (ctx, { query }) => {
    const { ruleset_id, per_page = PER_PAGE, starting_after } = query
    if (!ruleset_id) throw plainError(400, 'ruleset_id is required')
    if (per_page > MAX) throw parameterInvalid('Per Page is too big')
    const [after] = starting_after === undefined ? [0] : decodeCursor(starting_after, 1)
    const { rows, total } = await listOfRuleset(ctx.db, ctx.workspaceId, {
      rulesetId: ruleset_id,
      after: Number(after) || 0,
      limit: per_page + 1,
    })
    const page = rows.slice(0, per_page)
    return {
      type: 'list' as const,
      ruleset_id,
      pages: {
        type: 'pages' as const,
        per_page,
        total_pages: Math.ceil(total / per_page),
        // The row too many tells that there is a next page.
        next: rows.length > per_page ? { starting_after: encodeCursor([page.at(-1)!.id]) } : null,
      },
      total_count: total,
      events: page.map((row) => ({
        id: String(row.id),
        ...presentStatus(row),
        user_id: row.contact_id,
        whatsapp_message_id: row.provider_message_id ?? '',
      })),
    }
  },
})
