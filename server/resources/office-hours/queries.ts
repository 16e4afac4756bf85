/** The SQL of office hours schedules. */
import type { Db } from '../../db/pool.ts'
import type { OfficeHoursSchedulesRow } from '../../db/types/office_hours_schedules.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { StoredInterval } from './intervals.ts'

/** The oldest first: it is the default one. */
export const listSchedules = (db: Db, workspaceId: number): Promise<OfficeHoursSchedulesRow[]> =>
  db<OfficeHoursSchedulesRow[]>`select * from office_hours_schedules where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getSchedule(db: Db, workspaceId: number, id: string | number): Promise<OfficeHoursSchedulesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<OfficeHoursSchedulesRow[]>`
          select * from office_hours_schedules where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('office_hours')
  return row
}

/** The workspace must be locked. @throws 422 where another schedule has the name */
export async function refuseTakenName(db: Db, workspaceId: number, name: string, own?: number): Promise<void> {
  const rows = await db`
    select from office_hours_schedules
    where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id is distinct from ${own ?? null}::bigint`
  if (rows.length > 0) throw apiError(422, 'parameter_invalid', 'name has already been taken', 'name')
}

export interface ScheduleColumns {
  name: string
  time_zone: string
  intervals: StoredInterval[]
}

export async function insertSchedule(
  db: Db,
  workspaceId: number,
  { name, time_zone, intervals }: ScheduleColumns,
  now: Date,
): Promise<OfficeHoursSchedulesRow> {
  const [row] = await db<OfficeHoursSchedulesRow[]>`
    insert into office_hours_schedules (workspace_id, name, time_zone, intervals, created_at, updated_at)
    values (${workspaceId}, ${name}, ${time_zone}, ${intervals as never}::jsonb, ${now}, ${now}) returning *`
  return row!
}

export async function updateSchedule(
  db: Db,
  workspaceId: number,
  id: number,
  { name, time_zone, intervals }: ScheduleColumns,
  now: Date,
): Promise<OfficeHoursSchedulesRow> {
  const [row] = await db<OfficeHoursSchedulesRow[]>`
    update office_hours_schedules
    set name = ${name}, time_zone = ${time_zone}, intervals = ${intervals as never}::jsonb, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}

export async function deleteSchedule(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from office_hours_schedules where workspace_id = ${workspaceId} and id = ${id}`
}
