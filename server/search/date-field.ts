/**
 * Columns of time. A search date means the exact second or its whole calendar day, depending on the resource and
 * version. A stored time has milliseconds and the wire does not show them, so a second is a range, too.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { anyOf } from './combine.ts'
import type { Comparison, FieldDefinition, Kind, Operator, SearchContext } from './fields.ts'
import { readSeconds } from './values.ts'

export interface DateRule {
  operators: readonly Operator[]
  /** `>` and `<` include the value itself. */
  orEqual?: boolean
  /** A value means its whole calendar day in this time zone; without it, its second. */
  dayIn?: string
}

export interface DateOptions {
  nullable?: boolean
  /** The column holds unix seconds. */
  isSeconds?: boolean
}

/** @param ruleFor the meaning of a date in this request */
export function timestamp(
  column: Fragment,
  ruleFor: (context: SearchContext) => DateRule,
  { nullable = true, isSeconds = false }: DateOptions = {},
): FieldDefinition {
  const shaped = (time: Fragment) => (isSeconds ? fragment`extract(epoch from ${time})` : time)
  /** The first moment of the value's day or second, and the first one after it. */
  const bounds = (value: unknown, context: SearchContext) => {
    const { start, end } = rangeOf(readSeconds(value, context), ruleFor(context).dayIn)
    return { start: shaped(start), end: shaped(end) }
  }
  return {
    kind: (context) => kindOf(ruleFor(context), context),
    operators: (context) => ruleFor(context).operators,
    among: (values, context) =>
      anyOf(
        values
          .map((value) => bounds(value, context))
          .map(({ start, end }) => fragment`(${column} >= ${start} and ${column} < ${end})`),
      ),
    compare: (operator, value, context) => {
      const { start, end } = bounds(value, context)
      switch (inclusive(operator, ruleFor(context))) {
        case '>':
          return fragment`${column} >= ${end}`
        case '<':
          return fragment`${column} < ${start}`
        case '>=':
          return fragment`${column} >= ${start}`
        default:
          return fragment`${column} < ${end}`
      }
    },
    missing: fragment`${column} is null`,
    ...(!isSeconds && { sort: { column, type: 'date', nullable } }),
  }
}

function kindOf({ dayIn, orEqual }: DateRule, { timeZone }: SearchContext): Kind {
  if (dayIn !== undefined) return dayIn === timeZone ? 'day' : 'dayInUtc'
  return orEqual ? 'timeOrEqual' : 'time'
}

function inclusive(operator: Comparison, { orEqual }: DateRule): Comparison {
  if (!orEqual) return operator
  return operator === '>' ? '>=' : operator === '<' ? '<=' : operator
}

function rangeOf(seconds: number, dayIn: string | undefined): { start: Fragment; end: Fragment } {
  if (dayIn === undefined) return { start: instant(seconds), end: instant(seconds + 1) }
  const midnight = fragment`date_trunc('day', ${instant(seconds)} at time zone ${dayIn}::text)`
  return {
    start: fragment`${midnight} at time zone ${dayIn}::text`,
    // A day is added before the time zone is: a day may have 23 or 25 hours.
    end: fragment`(${midnight} + interval '1 day') at time zone ${dayIn}::text`,
  }
}

const instant = (seconds: number) => fragment`to_timestamp(${seconds}::float8)`
