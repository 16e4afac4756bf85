/**
 * The type of custom objects in the settings: its attributes and relationships. Objects themselves are the API's own
 * matter, which knows the type by its identifier.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { CustomObjectAttributesRow } from '../../../db/types/custom_object_attributes.ts'
import type { CustomObjectRelationshipsRow } from '../../../db/types/custom_object_relationships.ts'
import type { CustomObjectTypesRow } from '../../../db/types/custom_object_types.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../../schema/types.ts'

export type AttributeRow = Omit<CustomObjectAttributesRow, 'created_at' | 'updated_at'>

/** A relationship, and the identifier of the type that it leads to. */
export type RelationshipRow = Omit<CustomObjectRelationshipsRow, 'created_at'> & { related_type: string | null }

export type TypeRow = CustomObjectTypesRow & {
  attributes: AttributeRow[]
  relationships: RelationshipRow[]
}

export const DataType = Type.Enum(['string', 'integer', 'float', 'boolean', 'date', 'datetime'])
export const RelatedTo = Type.Enum(['contact', 'conversation', 'custom_object'])
export const Cardinality = Type.Enum(['one_to_one', 'one_to_many', 'many_to_one', 'many_to_many'], {
  description: '`one_to_many`: an object is linked to many of the other side, and each of those to one object.',
})

/** The limits of each cardinality. */
export const SINGLE = {
  one_to_one: { objectHasOne: true, thingHasOne: true },
  one_to_many: { objectHasOne: false, thingHasOne: true },
  many_to_one: { objectHasOne: true, thingHasOne: false },
  many_to_many: { objectHasOne: false, thingHasOne: false },
} as const

const Attribute = model('custom_object_attribute', {
  type: Type.Literal('custom_object_attribute'),
  id: IdOf('attribute'),
  name: Type.String({ description: 'Its key in `custom_attributes`.' }),
  label: described(Type.String(), 'The name that admins see.'),
  description: described(Nullable(Type.String()), 'A note on what the attribute is for; null if there is none.'),
  data_type: described(DataType, 'The type of its values.'),
  options: described(
    Nullable(Type.Array(Type.String({ description: 'An allowed value.' }))),
    'The allowed values of a string; null if any will do.',
  ),
})

const Relationship = model('custom_object_relationship', {
  type: Type.Literal('custom_object_relationship'),
  id: IdOf('relationship'),
  name: Type.String({ description: 'The attribute of the objects that holds the links.' }),
  related_to: described(RelatedTo, 'The kind of objects on the other side.'),
  related_type: Nullable(Type.String({ description: 'For custom objects, the identifier of their type.' })),
  related_name: Type.String({ description: 'The attribute of the other side that holds them.' }),
  cardinality: Cardinality,
})

export const CustomObjectType = model('custom_object_type', {
  type: Type.Literal('custom_object_type'),
  id: IdOf('type'),
  identifier: Type.String({ description: 'Its identifier in the API, such as `Order`. It never changes.' }),
  name: described(Type.String(), 'The name that admins see.'),
  description: described(Nullable(Type.String()), 'A note on what its objects are; null if there is none.'),
  attributes: described(Type.Array(Attribute), 'The attributes of its objects.'),
  relationships: described(Type.Array(Relationship), 'The relationships of its objects.'),
  created_at: CreatedAt('type'),
  updated_at: UpdatedAt('type'),
})

export const presentCustomObjectType = (row: TypeRow): Static<typeof CustomObjectType> => ({
  type: 'custom_object_type',
  id: String(row.id),
  identifier: row.identifier,
  name: row.name,
  description: row.description,
  attributes: row.attributes.map(presentAttribute),
  relationships: row.relationships.map(presentRelationship),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

const presentAttribute = (row: AttributeRow): Static<typeof Attribute> => ({
  type: 'custom_object_attribute',
  id: String(row.id),
  name: row.name,
  label: row.label,
  description: row.description,
  data_type: row.data_type as Static<typeof DataType>,
  options: row.options,
})

const presentRelationship = (row: RelationshipRow): Static<typeof Relationship> => ({
  type: 'custom_object_relationship',
  id: String(row.id),
  name: row.name,
  related_to: row.related_to as Static<typeof RelatedTo>,
  related_type: row.related_type,
  related_name: row.related_name,
  cardinality: row.cardinality as Static<typeof Cardinality>,
})
