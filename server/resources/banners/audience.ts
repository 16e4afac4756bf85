/** The audience of a banner: a query as searches of contacts take it, compiled for one contact. */
import type { Ctx } from '../../context.ts'
import { fragment } from '../../db/pool.ts'
import type { BannersRow } from '../../db/types/banners.ts'
import { apiError } from '../../http/errors.ts'
import { compileQuery, segmentIdsOf } from '../../search/compile.ts'
import { parseSegmentFilter } from '../../search/parse.ts'
import { compiledOrNone, refuseLongCondition, testRow, type Condition } from '../../search/row-conditions.ts'
import { searchContextOf } from '../contacts/search-context.ts'
import { contactSearch } from '../contacts/search-fields.ts'

/** @throws 400 as a search would */
async function conditionOf(ctx: Ctx, audience: unknown): Promise<Condition> {
  if (audience === null) return { sql: fragment`true` }
  const query = parseSegmentFilter(audience)
  const context = await searchContextOf(ctx, query)
  const unknown = segmentIdsOf(query).find((id) => !context.segments.has(id))
  if (unknown !== undefined) throw apiError(400, 'invalid_value', `${unknown.slice(0, 100)} is not a valid segment`)
  return { sql: compileQuery(query, contactSearch, { ...context, insideSegment: true }) }
}

/** @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would */
export async function checkAudience(ctx: Ctx, audience: unknown): Promise<void> {
  refuseLongCondition('audience', audience)
  await conditionOf(ctx, audience)
}

/** @returns the banners whose audience the contact is in now; one that names what is gone has none */
export async function matching(ctx: Ctx, banners: BannersRow[], contactId: string): Promise<BannersRow[]> {
  if (banners.length === 0) return []
  const conditions = await Promise.all(banners.map(({ audience }) => compiledOrNone(() => conditionOf(ctx, audience))))
  const matches = await testRow(ctx.db, ctx.workspaceId, 'contacts', contactId, conditions)
  return banners.filter((_, at) => matches[at])
}
