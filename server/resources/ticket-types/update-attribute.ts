import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { numberId } from '../../ids.ts'
import { described } from '../../schema/types.ts'
import { attributeDetails, columnsOf } from './attribute-details.ts'
import { updateAttribute } from './attribute-queries.ts'
import { refuseTakenName } from './names.ts'
import { getTicketType } from './queries.ts'
import { presentTicketTypeAttribute, TicketTypeAttribute } from './ticket-type-attribute.ts'

export const updateTicketTypeAttribute = operation({
  method: 'PUT',
  path: '/ticket_types/{ticket_type_id}/attributes/{attribute_id}',
  group: 'Ticket Type Attributes',
  summary: 'Update an existing attribute for a ticket type',
  description:
    'Missing properties stay as they are, and the type of its values never changes. Items of `list_items` keep their ' +
    'ids by their labels. Tickets keep the values of an archived attribute.',
  params: Type.Object({ ticket_type_id: Type.String(), attribute_id: Type.String() }),
  body: described(
    Type.Object({
      ...attributeDetails,
      archived: described(Type.Optional(Type.Boolean()), 'True if tickets are to take no more values of it.'),
    }),
    'The details to change.',
  ),
  reply: TicketTypeAttribute,
  answer: 'The attribute with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { attributes } = await getTicketType(db, workspaceId, params.ticket_type_id)
    const before = attributes.find(({ id }) => id === numberId(params.attribute_id))
    if (!before) throw notFound('resource')
    const { archived = before.archived } = body
    const changes = columnsOf(before.data_type, body, before)
    if (before.built_in && (archived || (changes.name !== undefined && changes.name !== before.name)))
      throw parameterInvalid('The title and the description of a ticket type keep their names and cannot be archived')
    if (!archived) refuseTakenName(attributes, changes.name ?? before.name, before.id)
    const row = await updateAttribute(db, workspaceId, before.id, { ...changes, archived, updated_at: ctx.now })
    return presentTicketTypeAttribute(ctx.workspace, row)
  },
})
