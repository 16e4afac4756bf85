import Type from 'typebox'
import type { Static } from 'typebox'
import { notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { getBot } from '../../threads/actors.ts'
import { optionsOf } from '../data-attributes/options.ts'
import { findTicketType, getTicketType } from '../ticket-types/queries.ts'
import type { WholeType } from '../ticket-types/ticket-type.ts'
import { keyOf, mergeValues, readAttributes, refuseMissing, type AttributeValues } from './attributes.ts'
import { lockTicket } from './queries.ts'
import { recordTicket } from './record.ts'
import { categoryOf, stateMoves } from './states.ts'
import { Ticket } from './ticket.ts'

const Body = Type.Object({
  ticket_type_id: described(Type.Optional(IdInput), 'The id of the new type; it must be given.'),
  ticket_state_id: described(Type.Optional(IdInput), 'The id of a state of the new type; it must be given.'),
  ticket_attributes: described(
    Type.Optional(Nullable(Type.Record(Type.String(), Type.Unknown()))),
    'Values by the names of the attributes of the new type; null takes one away.',
  ),
})

export const changeTicketType = operation({
  method: 'POST',
  path: '/tickets/{ticket_id}/change_type',
  group: 'Tickets',
  summary: 'Change ticket type',
  description:
    'To another type of the same category. Values of attributes with the same name and type go over, and ' +
    '`ticket_attributes` replace them.',
  params: Type.Object({ ticket_id: Type.String() }),
  body: described(Body, 'The new type, a state of it, and values of its attributes.'),
  reply: Ticket,
  answer: 'The ticket with its new type.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const thread = await lockTicket(db, workspaceId, params.ticket_id, 'resource')
    const { typeId, stateId } = required(body)
    const before = await getTicketType(db, workspaceId, thread.ticket_type_id)
    const type = await findTicketType(db, workspaceId, typeId)
    if (!type) throw notFound('resource')
    if (type.row.id === before.row.id) throw parameterInvalid('Cannot change to the same ticket type')
    if (type.row.archived) throw parameterInvalid('Ticket type is archived', 'ticket_type_id')
    if (type.row.category !== before.row.category)
      throw parameterInvalid('Ticket type must be in the same category as the current type')
    const state = type.states.find(({ id }) => String(id) === String(stateId))
    if (!state) throw parameterInvalid("Ticket custom state doesn't belong to the new ticket type")
    const carried = carryOver(before, type, thread.ticket_attributes)
    const values = mergeValues(carried, readAttributes(type.attributes, body.ticket_attributes ?? {}))
    refuseMissing(type.attributes, values)
    const from = categoryOf(before, thread.ticket_state_id)
    const { parts } = stateMoves(await getBot(db, workspaceId), ctx.now, { from, to: state.category })
    const { ticket } = await recordTicket(ctx, thread, {
      parts,
      changes: {
        ticket_type_id: type.row.id,
        ticket_state_id: state.id,
        previous_ticket_state_id: thread.ticket_state_id,
        ticket_attributes: values,
      },
    })
    return ticket
  },
})

/** @throws 400 parameter_not_found */
function required({ ticket_type_id, ticket_state_id }: Static<typeof Body>) {
  if (ticket_type_id === undefined) throw parameterMissing('ticket_type_id')
  if (ticket_state_id === undefined) throw parameterMissing('ticket_state_id')
  return { typeId: ticket_type_id, stateId: ticket_state_id }
}

/** Values of attributes that both types have, by name and type; an option by its label. */
function carryOver(before: WholeType, after: WholeType, stored: AttributeValues): AttributeValues {
  const carried: AttributeValues = {}
  for (const attribute of after.attributes) {
    const same = before.attributes.find(
      ({ name, data_type }) => name === attribute.name && data_type === attribute.data_type,
    )
    const value = same && stored[keyOf(same)]
    if (attribute.archived || value === undefined || value === null) continue
    const label = optionsOf(same!)?.find(({ id }) => id === value)?.label
    const option = optionsOf(attribute)?.find((one) => one.label === label && !one.archived)
    if (attribute.data_type !== 'list') carried[keyOf(attribute)] = value
    else if (option) carried[keyOf(attribute)] = option.id
  }
  return carried
}
