/** The conversation attribute on the wire. Properties of some types are present for these types only. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { Id, model, Timestamp } from '../../schema/types.ts'
import { optionsOf } from '../data-attributes/options.ts'

export const TYPES = ['string', 'integer', 'list', 'decimal', 'boolean', 'datetime', 'relationship', 'files'] as const
export type ConversationAttributeType = (typeof TYPES)[number]

export const Cardinality = Type.Enum(['one', 'many'])

export const ConversationAttribute = model('conversation_attribute', {
  type: Type.Literal('conversation_attribute'),
  id: Type.Integer(),
  name: Type.String(),
  description: Type.String(),
  data_type: Type.Enum([...TYPES]),
  required: Type.Boolean(),
  /** Empty for all teams. */
  visible_to_team_ids: Type.Array(Id),
  archived: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
  admin_id: Type.Optional(Id),
  multiline: Type.Optional(Type.Boolean()),
  options: Type.Optional(
    Type.Array(model('conversation_attribute_option', { id: Id, label: Type.String(), archived: Type.Boolean() })),
  ),
  reference: Type.Optional(Type.Object({ type: Cardinality, object_type_id: Type.Optional(Type.String()) })),
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
