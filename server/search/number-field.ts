/** Columns of numbers and of yes and no. */
import { fragment, type Fragment } from '../db/pool.ts'
import { anyOf } from './combine.ts'
import type { Comparison, FieldDefinition, Operator } from './fields.ts'
import { invalidValue } from './search-errors.ts'
import { readBoolean, readFloat, readInteger } from './values.ts'

const NUMBER_OPERATORS: readonly Operator[] = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=']
const BOOLEAN_OPERATORS: readonly Operator[] = ['=', '!=', 'IN', 'NIN']

export interface NumberOptions {
  /** `>` and `<` include the value, as the reference of conversations says: "Greater (or equal) than". */
  orEqual?: boolean
  /** 0 stands for no value: the id of nobody. */
  zeroIsMissing?: boolean
}

export function integer(column: Fragment, options: NumberOptions = {}): FieldDefinition {
  return number(column, readInteger, fragment`bigint`, options)
}

export function float(column: Fragment, options: NumberOptions = {}): FieldDefinition {
  return number(column, readFloat, fragment`numeric`, options)
}

function number(
  column: Fragment,
  read: (value: unknown) => number,
  type: Fragment,
  { orEqual = false, zeroIsMissing = false }: NumberOptions,
): FieldDefinition {
  const missing = fragment`${column} is null`
  return {
    kind: orEqual ? 'numberOrEqual' : 'number',
    operators: () => NUMBER_OPERATORS,
    among: (values) => {
      const numbers = values.map(read)
      const match =
        numbers.length === 1
          ? fragment`${column} = ${numbers[0]!}::${type}`
          : fragment`${column} = any(${numbers}::${type}[])`
      return zeroIsMissing && numbers.includes(0) ? anyOf([match, missing]) : match
    },
    compare: (operator, value) => fragment`${column} ${comparison(operator, orEqual)} ${read(value)}::${type}`,
    missing,
    sort: { column, type: 'number', nullable: true },
  }
}

export function boolean(column: Fragment): FieldDefinition {
  return {
    kind: 'switch',
    operators: () => BOOLEAN_OPERATORS,
    among: (values) => {
      const [first, ...others] = values.map(readBoolean)
      if (first === undefined) return fragment`false`
      // Yes or no: unknown where it is neither.
      return others.some((other) => other !== first) ? fragment`${column} = ${column}` : fragment`${column} = ${first}`
    },
    compare: (_, value) => {
      throw invalidValue(value, 'boolean') // out of reach: no comparison is among the operators
    },
    missing: fragment`${column} is null`,
    sort: { column: fragment`${column}::int`, type: 'number', nullable: true },
  }
}

const withEqual = (operator: Comparison, orEqual: boolean): Comparison =>
  orEqual && operator === '>' ? '>=' : orEqual && operator === '<' ? '<=' : operator

/** The SQL of `>`, `<`, `>=` and `<=`. */
function comparison(operator: Comparison, orEqual: boolean): Fragment {
  switch (withEqual(operator, orEqual)) {
    case '>=':
      return fragment`>=`
    case '<=':
      return fragment`<=`
    case '>':
      return fragment`>`
    default:
      return fragment`<`
  }
}
