/**
 * Conditions on contacts that banners and procedures store: queries as searches of contacts take them. Null is met by
 * every contact.
 */
import type { Ctx } from '../../context.ts'
import { fragment } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import { compileQuery, segmentIdsOf } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { compiledOrNone, refuseLongCondition, testRow, type Condition } from '../../search/row-conditions.ts'
import { searchContextOf } from './search-context.ts'
import { contactSearch } from './search-fields.ts'

async function compile(ctx: Ctx, condition: unknown): Promise<Condition> {
  if (condition === null) return { sql: fragment`true` }
  const query = parseSegmentFilter(condition)
  const context = await searchContextOf(ctx, query)
  const unknown = segmentIdsOf(query).find((id) => !context.segments.has(id))
  if (unknown !== undefined) throw apiError(400, 'invalid_value', `${unknown.slice(0, 100)} is not a valid segment`)
  return { sql: compileQuery(query, contactSearch, { ...context, insideSegment: true }) }
}

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export async function checkContactCondition(ctx: Ctx, name: string, condition: unknown): Promise<void> {
  refuseLongCondition(name, condition)
  await compile(ctx, condition)
}

/** @returns for each condition, whether the contact meets it now; one that names what is gone is met by nobody */
export async function testContact(ctx: Ctx, id: string, conditions: unknown[]): Promise<boolean[]> {
  const compiled = await Promise.all(conditions.map((one) => compiledOrNone(() => compile(ctx, one))))
  return testRow(ctx.db, ctx.workspaceId, 'contacts', id, compiled)
}
