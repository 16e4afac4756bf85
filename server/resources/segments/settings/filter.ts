/**
 * The filter of a segment, held against what it will be asked: it is parsed and compiled before it is
 * stored, so that what a search refuses is refused here with the same words.
 *
 *   const condition = await checkFilter(ctx, { id: null, person_type: 'user', filter })
 *   await countMatches(ctx.db, ctx.workspaceId, 'user', condition)
 */
import type { Ctx } from '../../../context.ts'
import type { SegmentsRow } from '../../../db/types/segments.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { companySearch } from '../../companies/search-fields.ts'
import { contextOf } from '../../companies/segment-queries.ts'
import { filterOf, searchContextOf } from '../../contacts/search-context.ts'
import { contactSearch } from '../../contacts/search-fields.ts'
import { compileQuery, segmentIdsOf } from '../../../search/compile.ts'
import { refuseLongCondition, type Condition } from '../../../search/row-conditions.ts'
import { parseQuery, type Query } from '../../../search/parse.ts'
import { listIds } from './queries.ts'

export interface Definition {
  /** Null for a segment that is not there yet. */
  id: string | null
  person_type: string
  filter: unknown
}

/**
 * @returns current membership as a condition on `contacts` or `companies`
 * @throws 400 invalid_query, invalid_field, invalid_operator, invalid_value, … as a search would
 */
export async function checkFilter(ctx: Ctx, definition: Definition): Promise<Condition> {
  const query = parseQuery(definition.filter)
  refuseLongCondition('filter', definition.filter)
  return definition.person_type === 'company'
    ? conditionOnCompanies(ctx, definition, query)
    : conditionOnPeople(ctx, definition, query)
}

async function conditionOnCompanies(ctx: Ctx, { filter }: Definition, query: Query): Promise<Condition> {
  const context = await contextOf(ctx.db, ctx.workspaceId, [{ id: '', filter } as SegmentsRow], ctx.now)
  return { sql: compileQuery(query, companySearch, { ...context, insideSegment: true }) }
}

async function conditionOnPeople(ctx: Ctx, definition: Definition, query: Query): Promise<Condition> {
  const context = await searchContextOf(ctx, query)
  const { id } = definition
  if (id !== null && (segmentIdsOf(query).includes(id) || context.segments.has(id)))
    throw parameterInvalid('A segment cannot be defined by itself', 'filter')
  await refuseUnknownSegments(ctx, segmentIdsOf(query))
  const ofPeople = filterOf(definition as SegmentsRow)!
  return { sql: compileQuery(ofPeople, contactSearch, { ...context, insideSegment: true }) }
}

async function refuseUnknownSegments(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const known = new Set(await listIds(ctx.db, ctx.workspaceId, ids))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw apiError(400, 'invalid_value', `${unknown.slice(0, 100)} is not a valid segment`)
}
