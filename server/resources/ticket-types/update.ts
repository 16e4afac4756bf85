import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { columnsOf, typeDetails } from './details.ts'
import { getTicketType, hasTickets, updateTicketType as updateRow } from './queries.ts'
import { presentTicketType, TicketType } from './ticket-type.ts'

export const updateTicketType = operation({
  method: 'PUT',
  path: '/ticket_types/{ticket_type_id}',
  group: 'Ticket Types',
  summary: 'Update a ticket type',
  description:
    'Missing properties stay as they are. An archived type keeps its tickets. The category of a type that has ' +
    'tickets cannot change.',
  params: Type.Object({ ticket_type_id: Type.String() }),
  body: described(
    Type.Object({
      ...typeDetails,
      archived: described(Type.Optional(Type.Boolean()), 'True if no new tickets of the type are to be created.'),
    }),
    'The details to change.',
  ),
  reply: TicketType,
  answer: 'The type with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { row } = await getTicketType(db, workspaceId, params.ticket_type_id)
    const { archived } = body
    const changes = { ...columnsOf(body), ...(archived !== undefined && { archived }) }
    if (
      changes.category !== undefined &&
      changes.category !== row.category &&
      (await hasTickets(db, workspaceId, row.id))
    )
      throw parameterInvalid('The category of a ticket type with tickets cannot be changed', 'category')
    await updateRow(db, workspaceId, row.id, { ...changes, updated_at: ctx.now })
    return presentTicketType(ctx.workspace, await getTicketType(db, workspaceId, row.id))
  },
})
