/** Conditions of workflows: queries as searches of conversations take them, asked of one conversation. */
import type { Ctx } from '../../context.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import { ApiError, parameterInvalid } from '../../http/errors.ts'
import { compileQuery } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { conversationSearch } from '../conversations/search-fields.ts'
import { matchesThread } from './queries.ts'

/** As JSON. */
const MAX_LENGTH = 65_536

/** @throws 400 as a search would */
export function checkCondition(ctx: Ctx, name: string, condition: unknown): void {
  if (condition === null || condition === undefined) return
  if (JSON.stringify(condition).length > MAX_LENGTH)
    throw parameterInvalid(`${name} must not be longer than ${MAX_LENGTH} characters`, name)
  compileQuery(parseSegmentFilter(condition), conversationSearch, requestContext(ctx))
}

/** True of every conversation without a condition; false where the condition names what is gone. */
export async function holds(ctx: Ctx, threadId: number, condition: unknown): Promise<boolean> {
  if (condition === null || condition === undefined) return true
  let sql: Fragment = fragment`false`
  try {
    sql = compileQuery(parseSegmentFilter(condition), conversationSearch, requestContext(ctx))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
  return matchesThread(ctx.db, ctx.workspaceId, threadId, sql)
}
