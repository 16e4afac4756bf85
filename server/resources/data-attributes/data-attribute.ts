/** The data attribute on the wire: something that people, companies or conversations have a value for. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { model, Timestamp } from '../../schema/types.ts'
import type { AttributeModel } from './check.ts'
import { labelsOf } from './options.ts'

export const DataAttribute = model('data_attribute', {
  /** Custom attributes have one. */
  id: Type.Optional(Type.Integer()),
  type: Type.Literal('data_attribute'),
  name: Type.String(),
  full_name: Type.String(),
  label: Type.String(),
  description: Type.Optional(Type.String()),
  data_type: Type.Enum(['string', 'integer', 'float', 'boolean', 'date', 'datetime']),
  options: Type.Optional(Type.Array(Type.String())),
  api_writable: Type.Boolean(),
  ui_writable: Type.Boolean(),
  messenger_writable: Type.Boolean(),
  custom: Type.Boolean(),
  archived: Type.Boolean(),
  admin_id: Type.Optional(Type.String()),
  created_at: Type.Optional(Timestamp),
  updated_at: Type.Optional(Timestamp),
  model: Type.Enum(['contact', 'company', 'conversation']),
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
