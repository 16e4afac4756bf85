import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { insertAttributes } from './attribute-queries.ts'
import { columnsOf, DEFAULT_ICON, typeDetails } from './details.ts'
import { getTicketType, insertTicketType } from './queries.ts'
import { presentTicketType, TicketType } from './ticket-type.ts'

export const createTicketType = operation({
  method: 'POST',
  path: '/ticket_types',
  group: 'Ticket Types',
  summary: 'Create a ticket type',
  description:
    'Every type has a title and a description, the attributes `_default_title_` and `_default_description_`, and all ' +
    'ticket states that are in use. Without a category it is for customers.',
  body: described(Type.Object({ ...typeDetails, name: described(Text(), 'The name of the type.') }), 'The new type.'),
  reply: TicketType,
  answer: 'The new type, with its attributes and states.',
  handle: async (ctx, { body }) => {
    const columns = { category: 'Customer', description: '', icon: DEFAULT_ICON, ...columnsOf(body) }
    const { category, description, icon, is_internal = category === 'Tracker' } = columns
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const id = await insertTicketType(ctx.db, ctx.workspaceId, {
      name: columns.name!,
      description,
      category,
      icon,
      is_internal,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    await insertAttributes(ctx.db, ctx.workspaceId, builtIn(ctx, id, category))
    return presentTicketType(ctx.workspace, await getTicketType(ctx.db, ctx.workspaceId, id))
  },
})

/** Contacts do not see those of a tracker. */
const builtIn = ({ now }: Ctx, ticket_type_id: number, category: string) =>
  ['_default_title_', '_default_description_'].map((name, position) => ({
    ticket_type_id,
    name,
    description: '',
    data_type: 'string',
    multiline: position === 1,
    allow_multiple_values: false,
    options: null,
    position,
    required_to_create: false,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: category !== 'Tracker',
    built_in: true,
    created_at: now,
    updated_at: now,
  }))
