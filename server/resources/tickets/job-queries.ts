/** The SQL of jobs that create tickets. */
import type { Db } from '../../db/pool.ts'
import type { TicketJobsRow } from '../../db/types/ticket_jobs.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** @throws 404 job_not_found */
export async function getTicketJob(db: Db, workspaceId: number, id: string): Promise<TicketJobsRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<TicketJobsRow[]>`
          select * from ticket_jobs where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('job')
  return row
}

/** A job that has not run, locked. */
export async function lockPendingJob(db: Db, workspaceId: number, id: number): Promise<TicketJobsRow | undefined> {
  const [row] = await db<TicketJobsRow[]>`
    select * from ticket_jobs where workspace_id = ${workspaceId} and id = ${id} and status = 'pending' for update`
  return row
}

export async function insertTicketJob(db: Db, workspaceId: number, request: object, now: Date): Promise<TicketJobsRow> {
  const [row] = await db<TicketJobsRow[]>`
    insert into ticket_jobs (workspace_id, request, created_at)
    values (${workspaceId}, ${request as never}::jsonb, ${now}) returning *`
  return row!
}

/** The request is not kept. */
export async function completeTicketJob(
  db: Db,
  workspaceId: number,
  id: number,
  outcome: { status: 'success' | 'failed'; ticketId: number | null; now: Date },
): Promise<TicketJobsRow> {
  const [row] = await db<TicketJobsRow[]>`
    update ticket_jobs set status = ${outcome.status}, ticket_id = ${outcome.ticketId}, request = null,
      completed_at = ${outcome.now}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}
