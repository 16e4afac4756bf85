/** `custom_attributes.{name}`: keys of a jsonb column, each of the type that its data attribute declares. */
import { fragment, type Fragment } from '../db/pool.ts'
import { timestamp, type DateRule } from './date-field.ts'
import type { FieldDefinition, FieldPattern, SearchContext } from './fields.ts'
import { boolean, float, integer } from './number-field.ts'
import { exact } from './string-field.ts'
import { readFloat, readInteger, readString } from './values.ts'

/** A stored value stands under a type only where it is of that type: a cast of any other would fail the query. */
export type AttributeDateRule = (context: SearchContext, dataType: 'date' | 'datetime') => DateRule

/**
 * @param column the jsonb column; dates stand in it as unix seconds
 * @param dateRule what a date means to attributes of type date and of type datetime
 */
export function customAttributes(column: Fragment, dateRule: AttributeDateRule): FieldPattern {
  return {
    prefix: 'custom_attributes.',
    field: (name, { attributes }) => {
      const attribute = attributes.get(name)
      return attribute && attributeField(column, name, attribute.data_type, dateRule)
    },
  }
}

function attributeField(
  column: Fragment,
  name: string,
  dataType: string,
  dateRule: AttributeDateRule,
): FieldDefinition {
  const text = fragment`(${column} ->> ${name}::text)`
  const typed = (type: string, cast: Fragment) =>
    fragment`(case when jsonb_typeof(${column} -> ${name}::text) = ${type} then ${text}::${cast} end)`
  switch (dataType) {
    case 'integer':
      return withContainment(
        integer(typed('number', fragment`numeric`)),
        (value) => fragment`${readInteger(value)}::numeric`,
      )
    case 'float':
      return withContainment(
        float(typed('number', fragment`numeric`)),
        (value) => fragment`${readFloat(value)}::numeric`,
      )
    case 'boolean':
      return boolean(typed('boolean', fragment`boolean`))
    case 'date':
    case 'datetime':
      return timestamp(typed('number', fragment`numeric`), (context) => dateRule(context, dataType), {
        isSeconds: true,
      })
    default:
      return withContainment(exact(text), (value) => fragment`${readString(value)}::text`)
  }

  /** One value is looked for with `@>`, which an index over the whole column serves. */
  function withContainment(field: FieldDefinition, parameter: (value: unknown) => Fragment): FieldDefinition {
    const { sort: _, ...unsorted } = field
    return {
      ...unsorted,
      among: (values, context, negated) =>
        values.length === 1 && !negated
          ? fragment`${column} @> jsonb_build_object(${name}::text, ${parameter(values[0])})`
          : field.among(values, context, negated),
    }
  }
}
