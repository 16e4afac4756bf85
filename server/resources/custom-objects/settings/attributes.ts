/**
 * Properties of an attribute of custom objects in requests, and their stored form. Relationships are named by the
 * same rules.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { apiError, notFound, parameterInvalid } from '../../../http/errors.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { numberId } from '../../../ids.ts'
import { readName, readOptions, refuseMisnamedOptions, refuseOptions } from '../../data-attributes/definition.ts'
import { readOptionalText } from '../../../http/given.ts'
import { DataType, type TypeRow } from './custom-object-type.ts'

export const MAX_ATTRIBUTES = 100

export const changeable = {
  label: described(Type.Optional(Text(190)), 'The name that admins see.'),
  description: described(Type.Optional(Nullable(Text(2000))), 'A note on what the attribute is for; null clears it.'),
  options: described(
    Type.Optional(Nullable(Type.Unknown())),
    'Allowed values of a string: at least two. Null allows any text.',
  ),
}

export const NewAttribute = Type.Object({
  name: Type.String({ maxLength: 190, description: 'Its key in `custom_attributes`. It never changes.' }),
  data_type: described(DataType, 'The type of its values.'),
  ...changeable,
})

/** Properties that every object has. */
const BUILT_IN = ['id', 'type', 'external_id', 'external_created_at', 'external_updated_at', 'created_at', 'updated_at']

/** A name that objects may have, of an attribute or of a relationship. @throws 400 parameter_invalid */
export function readOwnName(text: string): string {
  const name = readName(text)
  if (BUILT_IN.includes(name)) throw parameterInvalid(`Every custom object has '${name}' already`, 'name')
  return name
}

export const nameTaken = (name: string) => apiError(409, 'conflict', `There is something named '${name}' already`)

/** @throws 400 parameter_invalid */
export function attributeOf(given: Static<typeof NewAttribute>) {
  const { data_type, options } = given
  refuseMisnamedOptions(given)
  const name = readOwnName(given.name)
  return {
    name,
    label: given.label?.trim() || name,
    description: readOptionalText(given.description ?? null),
    data_type,
    options: readChoices(data_type, options) ?? null,
  }
}

/** Undefined where nothing is said of them. @throws 400 parameter_invalid */
export function readChoices(dataType: string, options: unknown): string[] | null | undefined {
  if (options === undefined || options === null) return options
  refuseOptions(dataType)
  return readOptions(options)
}

/** An attribute or a relationship of a type. @throws 404 not_found */
export function getPart<Part extends { id: number }>(parts: Part[], id: string): Part {
  const number = numberId(id)
  const part = parts.find((one) => one.id === number)
  if (!part) throw notFound('resource')
  return part
}

export function refuseTooMany({ attributes, relationships }: Pick<TypeRow, 'attributes' | 'relationships'>): void {
  if (attributes.length + relationships.length >= MAX_ATTRIBUTES)
    throw parameterInvalid(`A type of custom objects cannot have more than ${MAX_ATTRIBUTES} attributes`)
}
