/**
 * Conditions on conversations that rules and workflows store: queries as searches of conversations take them, which
 * mean the same in every version. A date in one may be `{days_ago: n}`; null is met by every conversation.
 */
import type { Ctx } from '../../context.ts'
import { compileQuery } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { compiledOrNone, refuseLongCondition, testRow, type Condition } from '../../search/row-conditions.ts'
import { conversationSearch } from './search-fields.ts'

function compile(ctx: Ctx, condition: unknown): Condition {
  const context = { ...requestContext(ctx), has: () => true, insideSegment: true }
  return { sql: compileQuery(parseSegmentFilter(condition), conversationSearch, context) }
}

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export function checkCondition(ctx: Ctx, name: string, condition: unknown): void {
  refuseLongCondition(name, condition)
  compile(ctx, condition)
}

/** @returns for each condition, whether the conversation or ticket meets it, as it is in this transaction */
export async function testConversation(ctx: Ctx, id: number, conditions: unknown[]): Promise<boolean[]> {
  const compiled = await Promise.all(conditions.map((one) => compiledOrNone(() => compile(ctx, one))))
  return testRow(ctx.db, ctx.workspaceId, 'threads', id, compiled)
}
