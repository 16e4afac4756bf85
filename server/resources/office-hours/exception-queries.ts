/** The SQL of exceptions of office hours schedules. */
import { fragment, type Db } from '../../db/pool.ts'
import type { OfficeHoursExceptionsRow } from '../../db/types/office_hours_exceptions.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { StoredInterval } from './intervals.ts'

/** `date` is `exception_date` as text: a date has no time zone. */
export type ExceptionRow = Omit<OfficeHoursExceptionsRow, 'exception_date'> & { date: string }

const columns = fragment`*, exception_date::text as date`

export const listExceptions = (db: Db, workspaceId: number, scheduleId: number): Promise<ExceptionRow[]> =>
  db<ExceptionRow[]>`
    select ${columns} from office_hours_exceptions
    where workspace_id = ${workspaceId} and schedule_id = ${scheduleId} order by id`

/** @throws 404 not_found */
export async function getException(db: Db, workspaceId: number, scheduleId: number, id: string): Promise<ExceptionRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ExceptionRow[]>`
          select ${columns} from office_hours_exceptions
          where workspace_id = ${workspaceId} and schedule_id = ${scheduleId} and id = ${number}`
  if (!row) throw notFound('office_hours')
  return row
}

/** The workspace must be locked. @throws 422 where another exception has the date */
export async function refuseTakenDate(
  db: Db,
  workspaceId: number,
  scheduleId: number,
  date: string,
  own?: number,
): Promise<void> {
  const rows = await db`
    select from office_hours_exceptions
    where workspace_id = ${workspaceId} and schedule_id = ${scheduleId} and exception_date = ${date}::date
      and id is distinct from ${own ?? null}::bigint`
  if (rows.length > 0)
    throw apiError(422, 'parameter_invalid', 'exception_date has an exception already', 'exception_date')
}

export interface ExceptionColumns {
  date: string
  name: string | null
  intervals: StoredInterval[] | null
  recurring_annually: boolean
}

export async function insertException(
  db: Db,
  workspaceId: number,
  scheduleId: number,
  { date, name, intervals, recurring_annually }: ExceptionColumns,
  now: Date,
): Promise<ExceptionRow> {
  const [row] = await db<ExceptionRow[]>`
    insert into office_hours_exceptions
      (workspace_id, schedule_id, exception_date, name, intervals, recurring_annually, created_at, updated_at)
    values (${workspaceId}, ${scheduleId}, ${date}::date, ${name}, ${intervals as never}::jsonb, ${recurring_annually},
      ${now}, ${now})
    returning ${columns}`
  return row!
}

export async function updateException(
  db: Db,
  workspaceId: number,
  id: number,
  { date, name, intervals, recurring_annually }: ExceptionColumns,
  now: Date,
): Promise<ExceptionRow> {
  const [row] = await db<ExceptionRow[]>`
    update office_hours_exceptions
    set exception_date = ${date}::date, name = ${name}, intervals = ${intervals as never}::jsonb,
      recurring_annually = ${recurring_annually}, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} returning ${columns}`
  return row!
}

export async function deleteException(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from office_hours_exceptions where workspace_id = ${workspaceId} and id = ${id}`
}
