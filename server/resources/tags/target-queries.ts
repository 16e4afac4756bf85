/** The SQL that finds whom a request names, by any of the names that they go by. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { isHexId } from '../../ids.ts'
import type { Target } from './request.ts'

type Found = { asked: string; id: string }[]

/** @returns for each target its contact's id; undefined for one that does not exist */
export async function findContactIds(db: Db, workspaceId: number, targets: Target[]): Promise<(string | undefined)[]> {
  const known = fragment`c.workspace_id = ${workspaceId}
    and c.role <> 'visitor' and c.state in ('active', 'archived', 'blocked')`
  const look = (by: Target['by'], match: Fragment) => {
    const values = valuesOf(targets, by)
    return values.length === 0
      ? []
      : db<Found>`
          select asked, found.id from unnest(${values}::text[]) asked
          cross join lateral (
            select c.id from contacts c where ${known} and ${match}
            order by c.state = 'active' desc, c.role = 'user' desc, c.created_at, c.id limit 1) found`
  }
  return resolve(targets, {
    id: await look('id', fragment`c.id = asked`),
    external_id: await look('external_id', fragment`c.external_id = asked`),
    email: await look('email', fragment`lower(c.email) = lower(asked) and c.email is not null`),
  })
}

/** @returns for each target its company's id; undefined for one that does not exist */
export async function findCompanyIds(db: Db, workspaceId: number, targets: Target[]): Promise<(string | undefined)[]> {
  const look = (by: Target['by'], column: Fragment) => {
    const values = valuesOf(targets, by)
    return values.length === 0
      ? []
      : db<Found>`
          select asked, c.id from unnest(${values}::text[]) asked
          join companies c on c.workspace_id = ${workspaceId} and ${column} = asked and c.deleted_at is null`
  }
  return resolve(targets, {
    id: await look('id', fragment`c.id`),
    company_id: await look('company_id', fragment`c.company_id`),
  })
}

const valuesOf = (targets: Target[], by: Target['by']): string[] => [
  ...new Set(
    targets.flatMap((target) => (target.by === by && (by !== 'id' || isHexId(target.value)) ? [target.value] : [])),
  ),
]

function resolve(targets: Target[], found: Partial<Record<Target['by'], Found>>): (string | undefined)[] {
  const ids = Object.fromEntries(
    Object.entries(found).map(([by, rows]) => [by, new Map(rows.map(({ asked, id }) => [asked, id]))]),
  )
  return targets.map(({ by, value }) => ids[by]?.get(value))
}
