/** The conditions of a rule: a query as searches of conversations take it, compiled for one conversation. */
import type { Ctx } from '../../context.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import { ApiError, parameterInvalid } from '../../http/errors.ts'
import { compileQuery } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { conversationSearch } from '../conversations/search-fields.ts'

/** As JSON. Each new conversation is held against all of it. */
const MAX_LENGTH = 65_536

/** In an object, because a fragment that a promise brings would be run. */
interface Condition {
  sql: Fragment
}

/** A rule means the same whatever version the request that runs it has. @throws 400 as a search would */
function compile(ctx: Ctx, conditions: unknown): Condition {
  const context = { ...requestContext(ctx), has: () => true, insideSegment: true }
  return { sql: compileQuery(parseSegmentFilter(conditions), conversationSearch, context) }
}

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export function checkConditions(ctx: Ctx, conditions: unknown): void {
  compile(ctx, conditions)
  if (JSON.stringify(conditions).length > MAX_LENGTH)
    throw parameterInvalid(`conditions must not be longer than ${MAX_LENGTH} characters`, 'conditions')
}

/** Conditions that are refused since a release match nothing. */
export function conditionOf(ctx: Ctx, conditions: unknown): Condition {
  try {
    return compile(ctx, conditions)
  } catch (error) {
    if (error instanceof ApiError) return { sql: fragment`false` }
    throw error
  }
}
