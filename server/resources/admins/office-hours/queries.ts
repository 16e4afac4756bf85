/** The SQL of the office hours of admins. Bots have none. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { AdminsRow } from '../../../db/types/admins.ts'
import { notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

export type AdminHoursRow = Pick<AdminsRow, 'id' | 'office_hours_schedule_id'>

const present = (workspaceId: number) => fragment`
  workspace_id = ${workspaceId} and kind = 'admin' and removed_at is null`

/** Admins with a schedule of their own, by id. */
export const listAdminHours = (db: Db, workspaceId: number, after: number, limit: number): Promise<AdminHoursRow[]> =>
  db<AdminHoursRow[]>`
    select id, office_hours_schedule_id from admins
    where ${present(workspaceId)} and office_hours_schedule_id is not null and id > ${after} order by id limit ${limit}`

export async function countAdminHours(db: Db, workspaceId: number): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*)::int as count from admins
    where ${present(workspaceId)} and office_hours_schedule_id is not null`
  return row.count
}

/** @throws 404 admin_not_found */
export async function getAdminHours(db: Db, workspaceId: number, id: string): Promise<AdminHoursRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<AdminHoursRow[]>`
          select id, office_hours_schedule_id from admins where ${present(workspaceId)} and id = ${number}`
  if (!row) throw notFound('admin')
  return row
}

export async function updateAdminHours(
  db: Db,
  workspaceId: number,
  id: number,
  scheduleId: number | null,
): Promise<AdminHoursRow> {
  const [row] = await db<[AdminHoursRow]>`
    update admins set office_hours_schedule_id = ${scheduleId}
    where ${present(workspaceId)} and id = ${id} returning id, office_hours_schedule_id`
  return row
}
