/** The conversation attribute on the wire. Properties of some types are present for these types only. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { CreatedAt, described, Id, IdOf, model, UpdatedAt } from '../../schema/types.ts'
import { optionsOf } from '../data-attributes/options.ts'

export const TYPES = ['string', 'integer', 'list', 'decimal', 'boolean', 'datetime', 'relationship', 'files'] as const
export type ConversationAttributeType = (typeof TYPES)[number]

export const Cardinality = Type.Enum(['one', 'many'])

export const ConversationAttribute = model('conversation_attribute', {
  type: Type.Literal('conversation_attribute'),
  id: described(Type.Integer(), 'The id of the attribute.'),
  name: described(Type.String(), 'The name of the attribute.'),
  description: described(Type.String(), 'A note on what the attribute is for; empty if there is none.'),
  data_type: described(Type.Enum([...TYPES]), 'The type of its values.'),
  required: described(Type.Boolean(), 'True if admins must set it before they close a conversation.'),
  /** Empty for all teams. */
  visible_to_team_ids: described(Type.Array(Id), 'The ids of the teams that see it; empty if all do.'),
  archived: described(Type.Boolean(), 'True if it takes no new values.'),
  created_at: CreatedAt('attribute'),
  updated_at: UpdatedAt('attribute'),
  admin_id: described(Type.Optional(Id), 'The id of the admin who created it. Absent if unknown.'),
  multiline: described(Type.Optional(Type.Boolean()), 'True if texts may have several lines. Absent for other types.'),
  options: described(
    Type.Optional(
      Type.Array(
        model('conversation_attribute_option', {
          id: IdOf('option'),
          label: described(Type.String(), 'The name that admins see.'),
          archived: described(Type.Boolean(), 'True if the option can no longer be chosen.'),
        }),
      ),
    ),
    'The options to choose from. Absent unless it is a list.',
  ),
  reference: described(
    Type.Optional(
      Type.Object({
        type: described(Cardinality, '`one` if a conversation is related to one object at the most, `many` otherwise.'),
        object_type_id: described(Type.Optional(Type.String()), 'The identifier of the type of these objects.'),
      }),
    ),
    'The objects that it leads to. Absent unless it is a relationship.',
  ),
})

type Wire = Static<typeof ConversationAttribute>

/** Numbers with a fraction are kept under the name that other attributes have for them. */
export const storedType = (type: ConversationAttributeType): string => (type === 'decimal' ? 'float' : type)
export const wireType = (stored: string) => (stored === 'float' ? 'decimal' : stored) as ConversationAttributeType

export const presentConversationAttribute = (row: DataAttributesRow): Wire => ({
  type: 'conversation_attribute',
  id: row.id,
  name: row.name,
  description: row.description ?? '',
  data_type: wireType(row.data_type),
  required: row.required,
  visible_to_team_ids: row.visible_to_team_ids.map(String),
  archived: row.archived,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  ...(row.admin_id !== null && { admin_id: String(row.admin_id) }),
  ...(row.data_type === 'string' && { multiline: row.multiline }),
  ...(row.data_type === 'list' && { options: optionsOf(row) ?? [] }),
  ...(row.data_type === 'relationship' && { reference: referenceOf(row) }),
})

const referenceOf = ({ reference_cardinality, reference_object_type }: DataAttributesRow) => ({
  type: reference_cardinality as 'one' | 'many',
  ...(reference_object_type !== null && { object_type_id: reference_object_type }),
})
