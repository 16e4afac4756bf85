/** The conditions of a rule: a query as searches of conversations take it, asked of one conversation. */
import type { Ctx } from '../../context.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import type { SlaRulesRow } from '../../db/types/sla_rules.ts'
import { ApiError, parameterInvalid } from '../../http/errors.ts'
import { compileQuery } from '../../search/compile.ts'
import { parseQuery } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { conversationSearch } from '../conversations/search-fields.ts'

/** As JSON. */
const MAX_LENGTH = 65_536

/** In an object, because a fragment that a promise brings would be run. */
export interface Condition {
  sql: Fragment
}

const conditionOf = (ctx: Ctx, conditions: unknown): Condition => ({
  // Conditions mean the same to every version.
  sql: compileQuery(parseQuery(conditions), conversationSearch, requestContext({ ...ctx, has: () => true })),
})

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export function checkConditions(ctx: Ctx, conditions: unknown): void {
  if (conditions === null) return
  if (JSON.stringify(conditions).length > MAX_LENGTH)
    throw parameterInvalid(`conditions must not be longer than ${MAX_LENGTH} characters`, 'conditions')
  conditionOf(ctx, conditions)
}

/** A rule whose conditions name what does not exist any more is met by no conversation. */
export const conditionsOf = (ctx: Ctx, rules: SlaRulesRow[]): Condition[] =>
  rules.map(({ conditions }) => {
    try {
      return conditionOf(ctx, conditions)
    } catch (cause) {
      if (cause instanceof ApiError) return { sql: fragment`false` }
      throw cause
    }
  })
