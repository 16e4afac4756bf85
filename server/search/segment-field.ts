/** `segment_id`: whoever the segment's own filter finds is in the segment. */
import { fragment, type Fragment } from '../db/pool.ts'
import { ApiError } from '../http/errors.ts'
import { anyOf } from './combine.ts'
import { compileQuery } from './compile.ts'
import type { FieldDefinition, SearchContext, SearchFields } from './fields.ts'
import { invalidValue } from './search-errors.ts'
import { readString } from './values.ts'

/** @param search the fields of what the segments are of: a function, because `segment_id` is one of them */
export function segmentMembership(search: () => SearchFields): FieldDefinition {
  return {
    kind: 'segment',
    operators: () => ['=', '!=', 'IN', 'NIN'],
    among: (values, context, negated) =>
      anyOf(values.map((value) => inSegment(readString(value), search(), context, negated))),
    compare: (_, value) => {
      throw invalidValue(value, 'string') // out of reach: no comparison is among the operators
    },
    missing: fragment`false`,
  }
}

function inSegment(id: string, search: SearchFields, context: SearchContext, negated: boolean): Fragment {
  const filter = context.segments.get(id)
  if (!filter) return fragment`false`
  try {
    const condition = compileQuery(filter, search, insideOf(id, context))
    // Negated, a comparison with a missing value must not stay unknown; otherwise `is true` would hide it from indexes.
    return negated ? fragment`(${condition}) is true` : condition
  } catch (error) {
    if (error instanceof ApiError) return fragment`false` // a filter over an attribute that is gone finds nobody
    throw error
  }
}

/** A segment means the same to every version, and never asks for itself. */
const insideOf = (id: string, context: SearchContext): SearchContext => ({
  ...context,
  insideSegment: true,
  segments: new Map([...context.segments].filter(([other]) => other !== id)),
  has: (change) => change === 'SearchTimestampsExactly' || context.has(change),
})
