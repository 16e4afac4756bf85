/** The SQL of messages by SMS and WhatsApp. */
import { fragment, type Db } from '../db/pool.ts'
import type { ChannelMessagesRow } from '../db/types/channel_messages.ts'
import { numberId } from '../ids.ts'
import type { ChannelMessage } from './provider.ts'

export type NewChannelMessage = Pick<
  ChannelMessagesRow,
  'channel' | 'ruleset_id' | 'source_id' | 'thread_id' | 'contact_id' | 'phone' | 'template_name'
>

export async function insertChannelMessage(
  db: Db,
  workspaceId: number,
  message: NewChannelMessage,
  now: Date,
): Promise<number> {
  const row = { ...message, workspace_id: workspaceId, created_at: now, updated_at: now }
  const [made] = await db<[{ id: number }]>`
    insert into channel_messages ${db(row, 'workspace_id', 'channel', 'ruleset_id', 'source_id', 'thread_id', 'contact_id', 'phone', 'template_name', 'created_at', 'updated_at')}
    returning id`
  return made.id
}

/** A message that no provider has taken yet. */
export async function findQueued(db: Db, workspaceId: number, id: number): Promise<ChannelMessage | undefined> {
  const [row] = await db<ChannelMessage[]>`
    select c.channel, c.phone, m.body, m.template, m.locale from channel_messages c
    join messages m on m.workspace_id = c.workspace_id and m.id = c.source_id
    where c.workspace_id = ${workspaceId} and c.id = ${id} and c.status = 'queued'`
  return row
}

export const updateTaken = async (
  db: Db,
  workspaceId: number,
  id: number,
  { providerMessageId, status }: { providerMessageId: string; status: string },
  now: Date,
): Promise<void> =>
  void (await db`
    update channel_messages set provider_message_id = ${providerMessageId}, status = ${status}, updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and status = 'queued'`)

export interface Delivery {
  provider_message_id: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  error_message: string | null
  error_details: string | null
}

/**
 * Callbacks arrive in any order: a later state is not taken back. A message that no provider has taken is named by its
 * own id, and is not sent any more. @returns the message as it is then
 */
export async function updateDelivery(
  db: Db,
  workspaceId: number,
  { provider_message_id, status, error_message, error_details }: Delivery,
  now: Date,
): Promise<ChannelMessagesRow | undefined> {
  const named = fragment`workspace_id = ${workspaceId} and (
    provider_message_id = ${provider_message_id} or source_id = ${numberId(provider_message_id) ?? null}::bigint)`
  const [row] = await db<ChannelMessagesRow[]>`
    with moved as (
      update channel_messages set status = ${status}, error_message = ${error_message},
        error_details = ${error_details}, updated_at = ${now},
        provider_message_id = coalesce(provider_message_id, 'reported.' || id)
      where ${named} and array_position(${ORDER}, ${status}::text) > array_position(${ORDER}, status)
      returning *)
    select * from moved
    union all
    select * from channel_messages where ${named} and not exists (select from moved)`
  return row
}

const ORDER = fragment`array['queued', 'sent', 'failed', 'delivered', 'read']`

/** WhatsApp messages that were sent together, oldest first, and how many there are. */
export async function listOfRuleset(
  db: Db,
  workspaceId: number,
  { rulesetId, after, limit }: { rulesetId: string; after: number; limit: number },
): Promise<{ rows: ChannelMessagesRow[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db<ChannelMessagesRow[]>`
      select * from channel_messages
      where workspace_id = ${workspaceId} and ruleset_id = ${rulesetId} and status <> 'queued' and id > ${after}
      order by id limit ${limit}`,
    db<[{ total: number }]>`
      select count(*)::int as total from channel_messages
      where workspace_id = ${workspaceId} and ruleset_id = ${rulesetId} and status <> 'queued'`,
  ])
  return { rows, total: count.total }
}

export async function findByProviderId(
  db: Db,
  workspaceId: number,
  providerMessageId: string,
): Promise<ChannelMessagesRow | undefined> {
  const [row] = await db<ChannelMessagesRow[]>`
    select * from channel_messages
    where workspace_id = ${workspaceId} and provider_message_id = ${providerMessageId} and channel = 'whatsapp'`
  return row
}
