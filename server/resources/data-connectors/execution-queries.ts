/** The SQL of executions of data connectors. */
import { fragment, type Db } from '../../db/pool.ts'
import { eventRow } from '../../events/emit.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { Outcome } from './execute.ts'
import { presentDeliveredExecution, type ExecutionRow, type SourceType } from './execution.ts'

export const EXECUTED = 'data_connector.execution.completed'

/** An execution and where it came from. */
export interface NewExecution extends Outcome {
  connector_id: number
  source_type: SourceType | null
  source_id: string | null
  conversation_id: number | null
  created_at: Date
}

/** Writes an execution and its event in one statement. A data connector that is gone has no executions. */
export async function insertExecution(
  db: Db,
  workspaceId: number,
  execution: NewExecution,
): Promise<ExecutionRow | undefined> {
  const [given] = await db<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('data_connector_executions', 'id')) as id`
  const row: ExecutionRow = { workspace_id: workspaceId, id: given.id, ...execution }
  const [made] = await db<ExecutionRow[]>`
    with connector as (
      select from data_connectors where workspace_id = ${workspaceId} and id = ${row.connector_id} for key share
    ), made as (
      insert into data_connector_executions (
        workspace_id, id, connector_id, success, http_status, http_method, error_type, error_message,
        execution_time_ms, external_time_ms, response_bytes, source_type, source_id, conversation_id, request_url,
        request_body, response_body, raw_response_body, created_at)
      select ${workspaceId}::int, ${row.id}::bigint, ${row.connector_id}::bigint, ${row.success}::boolean,
        ${row.http_status}::int, ${row.http_method}, ${row.error_type}::text, ${row.error_message}::text,
        ${row.execution_time_ms}::int, ${row.external_time_ms}::int, ${row.response_bytes}::int,
        ${row.source_type}::text, ${row.source_id}::text, ${row.conversation_id}::bigint, ${row.request_url}::text,
        ${row.request_body}::text, ${row.response_body}::text, ${row.raw_response_body}::text,
        ${row.created_at}::timestamptz
      from connector returning *
    ), told as (${eventRow(workspaceId, row.created_at, EXECUTED, presentDeliveredExecution(row))} from made)
    select * from made`
  return made
}

export interface ExecutionFilter {
  from: Date
  to: Date
  success?: boolean | undefined
  errorType?: string | undefined
  after?: { at: Date; id: number } | undefined
  limit: number
}

/** Newest first. */
export const listExecutions = (
  db: Db,
  workspaceId: number,
  connectorId: number,
  { from, to, success, errorType, after, limit }: ExecutionFilter,
): Promise<ExecutionRow[]> => db<ExecutionRow[]>`
  select * from data_connector_executions
  where workspace_id = ${workspaceId} and connector_id = ${connectorId}
    and created_at >= ${from} and created_at <= ${to}
    ${success === undefined ? fragment`` : fragment`and success = ${success}`}
    ${errorType === undefined ? fragment`` : fragment`and error_type = ${errorType}`}
    ${after ? fragment`and (created_at, id) < (${after.at}, ${after.id})` : fragment``}
  order by created_at desc, id desc limit ${limit}`

/** @throws 404 execution_result_not_found */
export async function getExecution(
  db: Db,
  workspaceId: number,
  connectorId: number,
  id: string,
): Promise<ExecutionRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ExecutionRow[]>`
          select * from data_connector_executions
          where workspace_id = ${workspaceId} and connector_id = ${connectorId} and id = ${number}`
  if (!row) throw apiError(404, 'execution_result_not_found', 'Execution result not found')
  return row
}

/** @returns the number of executions that it deleted, at most a thousand */
export async function deleteOldExecutions(db: Db, before: Date): Promise<number> {
  const { count } = await db`
    delete from data_connector_executions where (workspace_id, id) in (
      select workspace_id, id from data_connector_executions where created_at < ${before} limit 1000)`
  return count
}

/** @throws 404 not_found */
export async function getConversationId(db: Db, workspaceId: number, id: string | number): Promise<number> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<{ id: number }[]>`
          select id from threads where workspace_id = ${workspaceId} and kind = 'conversation' and id = ${number}
            and deleted_at is null`
  if (!row) throw notFound('conversation')
  return row.id
}
