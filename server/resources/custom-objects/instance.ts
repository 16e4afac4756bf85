/**
 * The custom object on the wire, and as other models show the ones that they refer to. The type's identifier stands in
 * its `type`.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { CustomObjectInstancesRow } from '../../db/types/custom_object_instances.ts'
import {
  CreatedAt,
  CustomAttributes,
  described,
  IdOf,
  model,
  Nullable,
  Timestamp,
  UpdatedAt,
} from '../../schema/types.ts'

export type InstanceRow = CustomObjectInstancesRow & { identifier: string }

export const CustomObject = model('custom_object_instance', {
  id: IdOf('object'),
  type: Type.String({ description: 'The identifier of its type, such as `Order`.' }),
  custom_attributes: described(
    CustomAttributes,
    'The values of its attributes by name, and the objects, contacts and conversations that it is linked to.',
  ),
  external_id: described(
    Nullable(Type.String()),
    'The id that the object has in your own system; null if none was given.',
  ),
  external_created_at: described(
    Nullable(Timestamp),
    'When the object was created in your own system; null if unknown.',
  ),
  external_updated_at: described(
    Nullable(Timestamp),
    'When the object last changed in your own system; null if unknown.',
  ),
  created_at: CreatedAt('object'),
  updated_at: UpdatedAt('object'),
})

/** @param attributes its own values, and what it is linked to */
export const presentInstance = (
  row: InstanceRow,
  attributes: Record<string, unknown>,
): Static<typeof CustomObject> => ({
  id: String(row.id),
  type: row.identifier,
  custom_attributes: attributes,
  external_id: row.external_id,
  external_created_at: unix(row.external_created_at),
  external_updated_at: unix(row.external_updated_at),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

/** An object in the list of a model that refers to it: without its own references. */
export function presentReferred(rows: InstanceRow[]): object {
  return {
    type: `${rows[0]!.identifier}.list`,
    instances: rows.map((row) => ({
      id: String(row.id),
      external_id: row.external_id,
      external_created_at: unix(row.external_created_at),
      external_updated_at: unix(row.external_updated_at),
      custom_attributes: ownValues(row),
      type: row.identifier,
    })),
  }
}

/** Values without references, which are stored as lists of ids. */
export const ownValues = ({ custom_attributes }: Pick<InstanceRow, 'custom_attributes'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(custom_attributes as object).filter(([, value]) => !Array.isArray(value)))
