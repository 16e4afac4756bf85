/** The SQL of stream tokens, and of the events that a stream tells. */
import type { Db } from '../../db/pool.ts'
import type { StreamedEvent } from '../../events/follow.ts'
import { hashToken } from '../tokens/access-tokens.ts'
import { TOLD } from './contact-event.ts'

/** Expired ones of the contact go. */
export async function insertStreamToken(
  db: Db,
  workspaceId: number,
  { contactId, token, expiresAt, now }: { contactId: string; token: string; expiresAt: Date; now: Date },
): Promise<void> {
  await db`
    with expired as (
      delete from conversation_stream_tokens
      where workspace_id = ${workspaceId} and contact_id = ${contactId} and expires_at <= ${now})
    insert into conversation_stream_tokens (workspace_id, digest, contact_id, expires_at)
    values (${workspaceId}, ${hashToken(token)}, ${contactId}, ${expiresAt})`
}

export async function deleteStreamTokens(db: Db, workspaceId: number, contactId: string): Promise<void> {
  await db`
    delete from conversation_stream_tokens where workspace_id = ${workspaceId} and contact_id = ${contactId}`
}

export interface Access {
  workspace_id: number
  contact_id: string
}

/** The access of a token; undefined for one that has expired or was revoked, or whose contact may not write any more. */
export async function findAccess(
  db: Db,
  { appId, contactId, token, now }: { appId: string; contactId: string; token: string; now: Date },
): Promise<Access | undefined> {
  const [row] = await db<Access[]>`
    select t.workspace_id, t.contact_id from workspaces w
    join conversation_stream_tokens t on t.workspace_id = w.id and t.digest = ${hashToken(token)}
    join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id and c.state in ('active', 'archived')
    where w.app_id = ${appId} and t.contact_id = ${contactId} and t.expires_at > ${now}`
  return row
}

/** Events of the contact's conversations between two ids, oldest first. */
export const listEvents = (
  db: Db,
  { workspace_id, contact_id }: Access,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<StreamedEvent[]> => db<StreamedEvent[]>`
  select id, topic, item from events
  where workspace_id = ${workspace_id} and id > ${after} and id <= ${upTo} and topic = any(${TOLD}::text[])
    and (item::jsonb -> 'contacts' -> 'contacts') @> ${[{ id: contact_id }] as never}::jsonb
  order by id limit ${limit}`
