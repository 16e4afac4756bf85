import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { attributeDetails, columnsOf, MOST_ATTRIBUTES } from './attribute-details.ts'
import { insertAttributes } from './attribute-queries.ts'
import { refuseTakenName } from './names.ts'
import { getTicketType } from './queries.ts'
import { DATA_TYPES, presentTicketTypeAttribute, TicketTypeAttribute } from './ticket-type-attribute.ts'

export const createTicketTypeAttribute = operation({
  method: 'POST',
  path: '/ticket_types/{ticket_type_id}/attributes',
  group: 'Ticket Type Attributes',
  summary: 'Create a new attribute for a ticket type',
  description: 'It comes last. Tickets that exist already have no value of it.',
  params: Type.Object({ ticket_type_id: Type.String() }),
  body: described(
    Type.Object({
      ...attributeDetails,
      name: described(Text(), 'The name, unique among the attributes of the type that are in use.'),
      description: described(Text(5000), 'A hint for the people who fill it in.'),
      data_type: described(Type.Enum([...DATA_TYPES]), 'The type of its values, which never changes.'),
    }),
    'The new attribute.',
  ),
  reply: TicketTypeAttribute,
  answer: 'The new attribute.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const columns = columnsOf(body.data_type, body)
    await lockWorkspace(db, workspaceId)
    const { row: type, attributes } = await getTicketType(db, workspaceId, params.ticket_type_id)
    refuseTakenName(attributes, columns.name!)
    if (attributes.filter(({ archived }) => !archived).length >= MOST_ATTRIBUTES)
      throw parameterInvalid(`A ticket type can have at most ${MOST_ATTRIBUTES} attributes`)
    const [made] = await insertAttributes(db, workspaceId, [
      {
        ticket_type_id: type.id,
        name: columns.name!,
        description: columns.description!,
        data_type: body.data_type,
        multiline: columns.multiline ?? false,
        allow_multiple_values: columns.allow_multiple_values ?? false,
        options: columns.options ?? null,
        position: Math.max(...attributes.map(({ position }) => position)) + 1,
        required_to_create: columns.required_to_create ?? false,
        required_to_create_for_contacts: columns.required_to_create_for_contacts ?? false,
        visible_on_create: columns.visible_on_create ?? true,
        visible_to_contacts: columns.visible_to_contacts ?? true,
        built_in: false,
        created_at: now,
        updated_at: now,
      },
    ])
    return presentTicketTypeAttribute(ctx.workspace, made!)
  },
})
