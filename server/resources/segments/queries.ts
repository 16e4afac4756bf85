/** The SQL of segments of people. Segments of companies are in companies/segment-queries.ts. */
import type { Db } from '../../db/pool.ts'
import type { SegmentsRow } from '../../db/types/segments.ts'
import { notFound } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'

/** By name. */
export const listSegments = (db: Db, workspaceId: number, of: 'people' | 'companies'): Promise<SegmentsRow[]> =>
  db<SegmentsRow[]>`
    select * from segments
    where workspace_id = ${workspaceId} and (person_type = 'company') = ${of === 'companies'}::boolean
    order by name, id`

/** A segment of people or of companies. @throws 404 not_found */
export async function getSegment(db: Db, workspaceId: number, id: string): Promise<SegmentsRow> {
  const [row] = isHexId(id)
    ? await db<SegmentsRow[]>`
        select * from segments where workspace_id = ${workspaceId} and id = ${id}`
    : []
  if (!row) throw notFound('resource')
  return row
}
