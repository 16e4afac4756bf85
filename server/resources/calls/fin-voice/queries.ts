/** The SQL of registered calls, each with the call that it was matched with. */
import { fragment, type Db } from '../../../db/pool.ts'
import type { CallsRow } from '../../../db/types/calls.ts'
import type { FinVoiceCallsRow } from '../../../db/types/fin_voice_calls.ts'
import { notFound } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'

/** A registration, and what its call tells; null where it has none. */
export interface FinVoiceRow extends FinVoiceCallsRow {
  state: string | null
  conversation_id: number | null
  transcript: string | null
  summary: string | null
  resolution_state: string | null
  attributes: Record<string, unknown> | null
}

const rows = (join: 'left' | 'inner') => fragment`
  select v.*, c.state, c.conversation_id, c.transcript, c.summary, c.resolution_state, c.attributes
  from fin_voice_calls v
  ${join === 'left' ? fragment`left join` : fragment`join`} calls c on c.workspace_id = v.workspace_id and c.id = v.call_id`

/** The newest match. @throws 404 not_found */
export async function getMatched(
  db: Db,
  workspaceId: number,
  {
    id = null,
    externalId = null,
    phone = null,
  }: { id?: number | null; externalId?: string | null; phone?: string | null },
): Promise<FinVoiceRow> {
  const condition =
    id !== null
      ? fragment`v.id = ${id}`
      : externalId !== null
        ? fragment`v.external_id = ${externalId}`
        : fragment`v.phone = ${phone}`
  const [row] = await db<FinVoiceRow[]>`
    ${rows('inner')} where v.workspace_id = ${workspaceId} and ${condition}
    order by v.created_at desc, v.id desc limit 1`
  if (!row) throw notFound('resource')
  return row
}

/**
 * The registrations that were matched with calls of a conversation, oldest first.
 * @throws 404 not_found
 */
export async function listMatchedOf(db: Db, workspaceId: number, conversationId: string): Promise<FinVoiceRow[]> {
  const id = numberId(conversationId)
  if (id === undefined) throw notFound('conversation')
  const [found] = await db`
    select from threads where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null`
  if (!found) throw notFound('conversation')
  return db<FinVoiceRow[]>`
    ${rows('inner')} where v.workspace_id = ${workspaceId} and c.conversation_id = ${id} order by v.id`
}

/** Matched or not. */
export async function getRegistration(db: Db, workspaceId: number, id: number): Promise<FinVoiceRow> {
  const [row] = await db<FinVoiceRow[]>`${rows('left')} where v.workspace_id = ${workspaceId} and v.id = ${id}`
  return row!
}

/** @returns undefined where the external id is registered */
export async function insertRegistration(
  db: Db,
  workspaceId: number,
  registration: Omit<FinVoiceCallsRow, 'workspace_id' | 'id' | 'call_id'>,
): Promise<FinVoiceCallsRow | undefined> {
  const row = { ...registration, workspace_id: workspaceId }
  const [made] = await db<FinVoiceCallsRow[]>`
    insert into fin_voice_calls ${db(row, 'workspace_id', 'phone', 'external_id', 'source', 'vendor_internal_id', 'data', 'created_at')}
    on conflict (workspace_id, external_id) do nothing returning *`
  return made
}

/** The id of the registration that a call answers: the one with its external id, else the newest with its number. */
export async function findRegistrationFor(db: Db, workspaceId: number, call: CallsRow): Promise<number | undefined> {
  const { external_id, phone } = call
  const [row] = await db<{ id: number }[]>`
    select id from fin_voice_calls
    where workspace_id = ${workspaceId} and call_id is null
      and (external_id = ${external_id} or (${external_id}::text is null and phone = ${phone}))
    order by id desc limit 1`
  return row?.id
}

/** The id of the call that a registration means: the one with its external id, else the newest with its number that is not over. */
export async function findOpenCallFor(
  db: Db,
  workspaceId: number,
  { external_id, phone }: FinVoiceCallsRow,
): Promise<number | undefined> {
  const [row] = await db<{ id: number }[]>`
    select id from calls c
    where workspace_id = ${workspaceId}
      and (external_id = ${external_id} or (external_id is null and phone = ${phone} and ended_at is null))
      and not exists (select from fin_voice_calls v where v.workspace_id = c.workspace_id and v.call_id = c.id)
    order by external_id nulls last, id desc limit 1`
  return row?.id
}

export const setMatch = async (db: Db, workspaceId: number, id: number, callId: number): Promise<void> =>
  void (await db`
    update fin_voice_calls set call_id = ${callId} where workspace_id = ${workspaceId} and id = ${id}`)
