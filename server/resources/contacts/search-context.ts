/** Facts for a search of contacts besides its query: the attributes and segments that it names. */
import type { Ctx } from '../../context.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { ApiError } from '../../http/errors.ts'
import { segmentIdsOf, attributesOf } from '../../search/compile.ts'
import type { SearchContext } from '../../search/fields.ts'
import { parseSegmentFilter, type Query } from '../../search/parse.ts'
import { requestContext } from '../../search/request-context.ts'
import { listAttributeTypes } from '../data-attributes/queries.ts'
import { listSegments } from './list-queries.ts'

export async function searchContextOf(ctx: Ctx, query: Query): Promise<SearchContext> {
  const segments = await loadSegments(ctx, segmentIdsOf(query))
  const names = [query, ...segments.values()].flatMap(attributesOf)
  return requestContext(ctx, await listAttributeTypes(ctx.db, ctx.workspaceId, 'contact', names), segments)
}

/** The segments of those ids, and the segments that their filters name in turn. */
async function loadSegments(ctx: Ctx, ids: string[]): Promise<Map<string, Query>> {
  const loaded = new Map<string, Query>()
  const asked = new Set<string>()
  for (let wanted = ids; wanted.length > 0;) {
    for (const id of wanted) asked.add(id)
    const filters = (await listSegments(ctx.db, ctx.workspaceId, wanted)).flatMap((row) => {
      const filter = filterOf(row)
      return filter ? [[row.id as string, filter] as const] : []
    })
    for (const [id, filter] of filters) loaded.set(id, filter)
    wanted = filters.flatMap(([, filter]) => segmentIdsOf(filter)).filter((id) => !asked.has(id))
  }
  return loaded
}

/** A segment is of users or of leads, whatever else its filter asks. */
export function filterOf({ filter, person_type }: SegmentsRow): Query | undefined {
  if (filter === null) return undefined // nobody was asked for
  const role = person_type === 'user' ? 'user' : 'lead'
  try {
    return {
      kind: 'all',
      items: [{ kind: 'field', field: 'role', operator: '=', value: role }, parseSegmentFilter(filter)],
    }
  } catch (error) {
    if (error instanceof ApiError) return undefined // a filter that cannot be read finds nobody
    throw error
  }
}
