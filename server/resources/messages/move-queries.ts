/** Messages and mails of contacts that are merged or deleted. */
import type { Db } from '../../db/pool.ts'

/** A message that went to both is kept once. */
export async function moveMessages(db: Db, workspaceId: number, from: string, into: string): Promise<void> {
  await Promise.all([
    db`
      with moved as (
        delete from message_recipients where workspace_id = ${workspaceId} and contact_id = ${from} returning *)
      insert into message_recipients (workspace_id, message_id, contact_id, kind, position)
      select workspace_id, message_id, ${into}, kind, position from moved on conflict do nothing`,
    db`
      update channel_messages set contact_id = ${into} where workspace_id = ${workspaceId} and contact_id = ${from}`,
    db`
      update mail_recipients set contact_id = ${into} where workspace_id = ${workspaceId} and contact_id = ${from}`,
  ])
}

/** Leaves neither the contact nor its address; a mail that waits does not go to it. */
export async function deleteMessagesOf(db: Db, workspaceId: number, contactId: string): Promise<void> {
  await Promise.all([
    db`delete from message_recipients where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
    db`delete from channel_messages where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
    db`delete from mail_recipients where workspace_id = ${workspaceId} and contact_id = ${contactId}`,
  ])
}
