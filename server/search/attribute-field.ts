/** `custom_attributes.{name}`: keys of a jsonb column, each of the type that its data attribute declares. */
import { fragment, type Fragment } from '../db/pool.ts'
import { anyOf } from './combine.ts'
import { timestamp, type DateRule } from './date-field.ts'
import type { FieldDefinition, FieldPattern, SearchContext } from './fields.ts'
import { boolean, float, integer } from './number-field.ts'
import { exact } from './string-field.ts'
import { readBoolean, readString } from './values.ts'

/** Meanings of a date for attributes of type date and of type datetime. */
export type AttributeDateRule = (context: SearchContext, dataType: 'date' | 'datetime') => DateRule

/** @param column the jsonb column; dates stand in it as unix seconds */
export function customAttributes(column: Fragment, dateRule: AttributeDateRule): FieldPattern {
  return {
    prefix: 'custom_attributes.',
    field: (name, { attributes }) => {
      const attribute = attributes.get(name)
      return attribute && attributeField(column, name, attribute.data_type, dateRule)
    },
  }
}

/** A side table repeats the numbers of custom attributes (`contact_numbers`, `company_numbers`): an index has their order. */
const ASIDE = fragment`numbers.value`

function attributeField(
  column: Fragment,
  name: string,
  dataType: string,
  dateRule: AttributeDateRule,
): FieldDefinition {
  const text = fragment`(${column} ->> ${name}::text)`
  // The cast of a value of another type would fail the query.
  const typed = (type: string, cast: Fragment) =>
    fragment`(case when jsonb_typeof(${column} -> ${name}::text) = ${type} then ${text}::${cast} end)`
  const number = typed('number', fragment`numeric`)
  const withNumbers = (build: (value: Fragment) => FieldDefinition): FieldDefinition => ({
    ...unsorted(build(number)),
    aside: { attribute: name, field: build(ASIDE) },
  })
  switch (dataType) {
    case 'integer':
      return withNumbers(integer)
    case 'float':
      return withNumbers(float)
    case 'date':
    case 'datetime':
      return withNumbers((value) => timestamp(value, (context) => dateRule(context, dataType), { isSeconds: true }))
    case 'boolean':
      return withContainment(
        boolean(typed('boolean', fragment`boolean`)),
        (value) => fragment`${readBoolean(value)}::boolean`,
      )
    default:
      return withContainment(exact(text), (value) => fragment`${readString(value)}::text`)
  }

  /** An inverted index over the whole column answers `@>`; of many values it would be asked too often. */
  function withContainment(field: FieldDefinition, parameter: (value: unknown) => Fragment): FieldDefinition {
    return {
      ...unsorted(field),
      among: (values, context, negated) =>
        negated || values.length > MANY
          ? field.among(values, context, negated)
          : anyOf(values.map((value) => fragment`${column} @> jsonb_build_object(${name}::text, ${parameter(value)})`)),
    }
  }
}

const MANY = 50

function unsorted({ sort: _, ...field }: FieldDefinition): FieldDefinition {
  return field
}
