/** The SQL of lists of companies, which show only those that somebody belongs to. */
import { countOf, readCount } from '../../db/counts.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { numberId } from '../../ids.ts'
import { allOf } from '../../search/combine.ts'
import type { CompanyRow } from './company.ts'
import { selectCompanies } from './queries.ts'
import { segmentCondition, type Condition } from './segment-queries.ts'

export interface CompanyFilter {
  tag_id?: string
  segment_id?: string
}

export interface CompanyWindow {
  /** By their last request: the newest first, or the other way round. */
  order: 'asc' | 'desc'
  limit: number
  offset: number
}

/** @returns a page of the companies that the filter finds, and how many it finds in all */
export async function listCompanies(
  db: Db,
  workspaceId: number,
  filter: CompanyFilter,
  { order, limit, offset }: CompanyWindow,
  now: Date,
): Promise<{ rows: CompanyRow[]; total: number }> {
  const condition = await conditionOf(db, workspaceId, filter, now)
  const where = fragment`where ${listed(workspaceId)} and ${condition?.sql ?? fragment`true`}`
  const readTotal = () => (condition ? countCompanies(db, where) : readCount(db, workspaceId, 'companies'))
  // Finds the ids of the page first, so that skipped rows are not presented.
  const readRows = (window: Fragment) =>
    selectCompanies(
      db,
      workspaceId,
      now,
      fragment`
        where companies.workspace_id = ${workspaceId} and companies.id = any(array(
          select companies.id from companies ${where} ${window})) ${orderBy(order)}`,
    )
  const fromStart = fragment`${orderBy(order)} limit ${limit} offset ${offset}`
  if (condition || offset < FAR) {
    const [rows, total] = await Promise.all([readRows(fromStart), readTotal()])
    return { rows, total }
  }
  const total = await readTotal()
  if (offset < total / 2) return { rows: await readRows(fromStart), total }
  // Counts the offset from the end, which is nearer. The statement reads the total again, in its own snapshot.
  const left = fragment`(${countOf(workspaceId, 'companies')} - ${offset})::bigint`
  const fromEnd = fragment`${orderBy(REVERSE[order])} limit greatest(least(${limit}, ${left}), 0)
    offset greatest(${left} - ${limit}, 0)`
  return { rows: await readRows(fromEnd), total }
}

/** More rows than these are not skipped where there is a shorter way. */
const FAR = 1000

const REVERSE = { asc: 'desc', desc: 'asc' } as const

/** One order is the other's exact reverse, so that one index serves both. */
const orderBy = (order: CompanyWindow['order']) =>
  order === 'desc'
    ? fragment`order by companies.last_request_at desc nulls last, companies.id`
    : fragment`order by companies.last_request_at asc nulls first, companies.id desc`

const listed = (workspaceId: number) => fragment`
  companies.workspace_id = ${workspaceId} and companies.deleted_at is null and companies.user_count > 0`

async function conditionOf(
  db: Db,
  workspaceId: number,
  { tag_id, segment_id }: CompanyFilter,
  now: Date,
): Promise<Condition | undefined> {
  const segment = segment_id === undefined ? undefined : await segmentCondition(db, workspaceId, segment_id, now)
  const tag =
    tag_id === undefined
      ? undefined
      : fragment`companies.id in (
          select company_id from company_tags
          where workspace_id = ${workspaceId} and tag_id = ${numberId(tag_id) ?? null}::bigint)`
  const conditions = [segment?.sql, tag].filter((sql) => sql !== undefined)
  return conditions.length > 0 ? { sql: allOf(conditions) } : undefined
}

async function countCompanies(db: Db, where: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`select count(*) as total from companies ${where}`
  return row!.total
}
