/** The data attribute on the wire: something that people, companies or conversations have a value for. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { described, model, Timestamp } from '../../schema/types.ts'
import type { AttributeModel } from './check.ts'
import { labelsOf } from './options.ts'

export const DataAttribute = model('data_attribute', {
  /** Custom attributes have one. */
  id: described(
    Type.Optional(Type.Integer()),
    'The id of the attribute. Absent for attributes that every workspace has.',
  ),
  type: Type.Literal('data_attribute'),
  name: described(Type.String(), 'The name of the attribute.'),
  full_name: described(Type.String(), 'Where the attribute stands in its object: names joined by dots.'),
  label: described(Type.String(), 'The name that admins see.'),
  description: described(Type.Optional(Type.String()), 'A note on what the attribute is for. Absent if there is none.'),
  data_type: described(
    Type.Enum(['string', 'integer', 'float', 'boolean', 'date', 'datetime']),
    'The type of its values. Inferred: that `datetime` stands here.',
  ),
  options: described(
    Type.Optional(Type.Array(Type.String())),
    'The values to choose from. Absent unless it is a list.',
  ),
  api_writable: described(Type.Boolean(), 'True if its values can be set through the API.'),
  ui_writable: described(Type.Boolean(), 'True if admins can set its values.'),
  messenger_writable: described(Type.Boolean(), 'True if the messenger can set its values.'),
  custom: described(Type.Boolean(), 'True for attributes of your own.'),
  archived: described(Type.Boolean(), 'True if it takes no new values.'),
  admin_id: described(Type.Optional(Type.String()), 'The id of the admin who created it. Absent if unknown.'),
  created_at: described(
    Type.Optional(Timestamp),
    'When it was created. Absent for attributes that every workspace has.',
  ),
  updated_at: described(
    Type.Optional(Timestamp),
    'When it last changed. Absent for attributes that every workspace has.',
  ),
  model: described(Type.Enum(['contact', 'company', 'conversation']), 'The objects that have it.'),
})

/** This form cannot express two types of conversation attributes. */
export const isTold = ({ data_type }: Pick<DataAttributesRow, 'data_type'>): boolean =>
  data_type !== 'relationship' && data_type !== 'files'

export type DataAttributeWire = Static<typeof DataAttribute>

/** One of the workspace's own. A list is a string that must be one of its options. */
export const presentDataAttribute = (row: DataAttributesRow): DataAttributeWire => ({
  id: row.id,
  type: 'data_attribute',
  name: row.name,
  full_name: `custom_attributes.${row.name}`,
  label: row.label,
  ...(row.description !== null && { description: row.description }),
  data_type: row.data_type === 'list' ? 'string' : (row.data_type as DataAttributeWire['data_type']),
  ...(row.options !== null && { options: labelsOf(row)! }),
  api_writable: true,
  ui_writable: row.ui_writable,
  messenger_writable: row.messenger_writable,
  custom: true,
  archived: row.archived,
  ...(row.admin_id !== null && { admin_id: String(row.admin_id) }),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  model: row.model as AttributeModel,
})
