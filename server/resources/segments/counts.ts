/** Counts of segments of people and of companies. */
import type { Ctx } from '../../context.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { segmentCondition } from '../companies/segment-queries.ts'
import { countMembers, loadMembership } from './membership.ts'
import { countMatches } from './settings/queries.ts'

/** @returns by segment, how many of those that lists show are in it */
export async function countSegments(ctx: Ctx, rows: SegmentsRow[]): Promise<Map<string, number>> {
  const ofPeople = rows.filter(({ person_type }) => person_type !== 'company')
  const counts = await countMembers(ctx.db, ctx.workspaceId, await loadMembership(ctx, ofPeople))
  for (const { id } of rows.filter(({ person_type }) => person_type === 'company')) {
    const condition = await segmentCondition(ctx.db, ctx.workspaceId, id, ctx.now)
    counts.set(id, await countMatches(ctx.db, ctx.workspaceId, 'company', condition))
  }
  return counts
}
