/** SQL of the membership of companies in segments: a segment holds the companies that its filter finds. */
import type { Db, Fragment } from '../../db/pool.ts'
import { fragment } from '../../db/pool.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { separated } from '../../search/combine.ts'
import type { SearchContext } from '../../search/fields.ts'
import { ApiError } from '../../http/errors.ts'
import { parseSegmentFilter, type Query } from '../../search/parse.ts'
import { attributesOf } from '../../search/compile.ts'
import { segmentMembership } from '../../search/segment-field.ts'
import { listAttributeTypes } from '../data-attributes/queries.ts'
import { companySearch } from './search-fields.ts'

export const listCompanySegments = (db: Db, workspaceId: number): Promise<SegmentsRow[]> => db<SegmentsRow[]>`
  select * from segments where workspace_id = ${workspaceId} and person_type = 'company' order by id`

/** @returns by company, the segments that it is in, of those given */
export async function findSegmentsOf(
  db: Db,
  workspaceId: number,
  ids: string[],
  segments: SegmentsRow[],
  now: Date,
): Promise<Map<string, SegmentsRow[]>> {
  if (ids.length === 0 || segments.length === 0) return new Map()
  const context = await contextOf(db, workspaceId, segments, now)
  const tests = segments.map(({ id }) => fragment`case when ${isIn(id, context)} then ${id}::text end`)
  const rows = await db<{ id: string; segment_ids: (string | null)[] }[]>`
    select companies.id, array[${separated(tests, fragment`,`)}] as segment_ids
    from companies where workspace_id = ${workspaceId} and id in ${db(ids)}`
  return new Map(
    rows.map(({ id, segment_ids }) => [id, segments.filter((segment) => segment_ids.includes(segment.id))]),
  )
}

/** A condition on the table `companies`: in an object, because a fragment that a promise brings would be run. */
export interface Condition {
  sql: Fragment
}

/** Condition that a company is in a segment; an unknown segment has no company. */
export async function segmentCondition(db: Db, workspaceId: number, id: string, now: Date): Promise<Condition> {
  const segment = (await listCompanySegments(db, workspaceId)).find((one) => one.id === id)
  if (!segment) return { sql: fragment`false` }
  return { sql: isIn(id, await contextOf(db, workspaceId, [segment], now)) }
}

const membership = segmentMembership(() => companySearch)
const isIn = (id: string, context: SearchContext) => membership.among([id], context, false)

/** The context in which filters of company segments are compiled. */
export async function contextOf(
  db: Db,
  workspaceId: number,
  segments: SegmentsRow[],
  now: Date,
): Promise<SearchContext> {
  const filters = filtersOf(segments)
  const names = [...filters.values()].flatMap(attributesOf)
  const attributes = await listAttributeTypes(db, workspaceId, 'company', names)
  return {
    workspaceId,
    timeZone: 'UTC', // unused, since dates of companies are exact
    now,
    has: () => false, // a segment means the same to every version
    attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
    segments: filters,
  }
}

function filtersOf(segments: SegmentsRow[]): Map<string, Query> {
  const filters = new Map<string, Query>()
  for (const { id, filter } of segments) {
    try {
      filters.set(id, parseSegmentFilter(filter))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error // a filter that is none finds nobody
    }
  }
  return filters
}
