/**
 * Membership in segments is not stored: their filters are compiled and evaluated.
 *
 *   const members = await loadMembership(ctx, segments)
 *   await countMembers(ctx.db, ctx.workspaceId, members)            → how many are in each
 *   await findSegmentsOf(ctx.db, ctx.workspaceId, id, members)      → which of them a contact is in
 */
import type { Ctx } from '../../context.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { separated } from '../../search/combine.ts'
import { compileQuery } from '../../search/compile.ts'
import type { SearchContext } from '../../search/fields.ts'
import { countMatches } from '../../search/find-page.ts'
import { searchedContacts } from '../contacts/searched.ts'
import type { Query } from '../../search/parse.ts'
import { searchContextOf } from '../contacts/search-context.ts'
import { contactSearch } from '../contacts/search-fields.ts'

export interface Membership {
  segment: SegmentsRow
  query: Query
  context: SearchContext
  /** Condition that a contact is in the segment. */
  condition: Fragment
}

/** Condition of a search by `segment_id`. Nobody is in one without a filter. */
export async function loadMembership(ctx: Ctx, segments: SegmentsRow[]): Promise<Membership[]> {
  const context = await searchContextOf(ctx, { kind: 'any', items: segments.map(isIn) })
  return segments.map((segment) => ({
    segment,
    query: isIn(segment),
    context,
    condition: segment.filter === null ? fragment`false` : compileQuery(isIn(segment), contactSearch, context),
  }))
}

const isIn = ({ id }: SegmentsRow): Query => ({ kind: 'field', field: 'segment_id', operator: '=', value: id })

/** @returns by segment, the number of listed contacts in it */
export async function countMembers(
  db: Db,
  workspaceId: number,
  memberships: Membership[],
): Promise<Map<string, number>> {
  const counts = await Promise.all(
    memberships.map(async ({ segment, query, context }) => {
      const total = await countMatches(db, workspaceId, { model: searchedContacts, query, context })
      return [segment.id, total] as const
    }),
  )
  return new Map(counts)
}

/** @returns the segments of a contact; a contact that lists do not show is in none */
export async function findSegmentsOf(
  db: Db,
  workspaceId: number,
  contactId: string,
  memberships: Membership[],
): Promise<SegmentsRow[]> {
  if (memberships.length === 0) return []
  const tests = memberships.map(({ condition }) => condition)
  const [row] = await db<{ is_member: boolean[] }[]>`
    select array[${separated(tests, fragment`,`)}] as is_member
    from contacts where workspace_id = ${workspaceId} and id = ${contactId} and listed`
  return memberships.filter((_, at) => row?.is_member[at]).map(({ segment }) => segment)
}
