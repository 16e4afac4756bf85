/** The attribute of a ticket type on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'
import { optionsOf } from '../data-attributes/options.ts'

export const DATA_TYPES = ['string', 'list', 'integer', 'decimal', 'boolean', 'datetime', 'files'] as const

export const TicketTypeAttribute = model('ticket_type_attribute', {
  type: Type.Literal('ticket_type_attribute'),
  id: IdOf('attribute'),
  workspace_id: described(Type.String(), 'The id of the workspace.'),
  name: Type.String({ description: 'The name, which tickets use as the key of its value.' }),
  description: Type.String({ description: 'A hint for the people who fill it in.' }),
  data_type: Type.String({ description: `The type of its values: ${DATA_TYPES.join(', ')}.` }),
  input_options: Nullable(
    Type.Record(Type.String(), Type.Unknown(), {
      description:
        'For text `multiline`, for a list `list_options` (each with `id` and `label`), for files ' +
        '`allow_multiple_values`; null for other types.',
    }),
  ),
  order: Type.Integer({ description: 'Its place among the attributes of the type, from 0.' }),
  required_to_create: Type.Boolean({ description: 'True if teammates must fill it in.' }),
  required_to_create_for_contacts: Type.Boolean({ description: 'True if contacts must fill it in.' }),
  visible_on_create: Type.Boolean({ description: 'True if teammates see it when they create a ticket.' }),
  visible_to_contacts: Type.Boolean({ description: 'True if contacts see it.' }),
  default: Type.Boolean({ description: 'True for the title and the description, which every type has.' }),
  ticket_type_id: Type.Integer({ description: 'The id of its ticket type.' }),
  archived: Type.Boolean({ description: 'True if new tickets do not have it.' }),
  created_at: CreatedAt('attribute'),
  updated_at: UpdatedAt('attribute'),
})
type Wire = Static<typeof TicketTypeAttribute>

export const presentTicketTypeAttribute = ({ app_id }: Workspace, row: TicketTypeAttributesRow): Wire => ({
  type: 'ticket_type_attribute',
  id: String(row.id),
  workspace_id: app_id,
  name: row.name,
  description: row.description,
  data_type: row.data_type,
  input_options: inputOptions(row),
  order: row.position,
  required_to_create: row.required_to_create,
  required_to_create_for_contacts: row.required_to_create_for_contacts,
  visible_on_create: row.visible_on_create,
  visible_to_contacts: row.visible_to_contacts,
  default: row.built_in,
  ticket_type_id: row.ticket_type_id,
  archived: row.archived,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

function inputOptions(row: TicketTypeAttributesRow): Wire['input_options'] {
  if (row.data_type === 'string') return { multiline: row.multiline }
  if (row.data_type === 'files') return row.allow_multiple_values ? { allow_multiple_values: true } : null
  const options = optionsOf({ options: row.options })
  if (!options) return null
  return { list_options: options.filter(({ archived }) => !archived).map(({ id, label }) => ({ id, label })) }
}
