import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { getBot } from '../../threads/actors.ts'
import { lockConversation } from '../conversations/target.ts'
import { mergeValues, readAttributes, refuseMissing } from './attributes.ts'
import { getTypeToUse } from './creation.ts'
import { isTicket, nextTicketNumber } from './queries.ts'
import { recordTicket } from './record.ts'
import { findState, initialState, stateMoves } from './states.ts'
import { Ticket } from './ticket.ts'

export const convertToTicket = operation({
  method: 'POST',
  path: '/conversations/{conversation_id}/convert',
  group: 'Conversations',
  summary: 'Convert a conversation to a ticket',
  description:
    'The conversation becomes a customer ticket: it keeps its id, its parts, its assignment and the time of its ' +
    'creation.',
  params: Type.Object({ conversation_id: Type.String() }),
  body: described(
    Type.Object({
      ticket_type_id: described(IdInput, 'The id of a customer ticket type that is not archived.'),
      ticket_state_id: described(
        Type.Optional(IdInput),
        'The id of a state of the type; by default its oldest `submitted` state, or else its oldest.',
      ),
      attributes: described(
        Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
        'Values by the names of the attributes; a list takes the id or the label of an option, files a list of upload ids.',
      ),
    }),
    'The type of the ticket, its state and its attributes.',
  ),
  reply: Ticket,
  answer: 'The ticket that the conversation is now.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const thread = await lockConversation(ctx, params.conversation_id)
    const type = await getTypeToUse(ctx, body.ticket_type_id)
    if (type.row.category !== 'Customer') throw parameterInvalid('Ticket type is not a customer ticket type')
    if (isTicket(thread)) throw parameterInvalid('Conversation is a ticket already')
    const values = mergeValues({}, readAttributes(type.attributes, body.attributes ?? {}))
    refuseMissing(type.attributes, values)
    const state = body.ticket_state_id === undefined ? initialState(type) : findState(type, body.ticket_state_id)
    const bot = await getBot(db, workspaceId)
    const from = state.category === 'resolved' ? initialState(type).category : state.category
    const { parts } = stateMoves(bot, ctx.now, { from, to: state.category })
    const { ticket } = await recordTicket(ctx, thread, {
      parts: parts.map(({ part, topics }, at) => ({ part, topics: at === 0 ? ['ticket.created', ...topics] : topics })),
      changes: {
        ticket_type_id: type.row.id,
        ticket_number: await nextTicketNumber(db),
        ticket_state_id: state.id,
        ticket_attributes: values,
        is_shared: true,
      },
    })
    return ticket
  },
})
