/** The SQL of messages of admins. */
import type { Db } from '../../db/pool.ts'
import type { MessagesRow } from '../../db/types/messages.ts'
import type { Addressee } from './recipients.ts'

export async function insertMessage(
  db: Db,
  workspaceId: number,
  message: Omit<MessagesRow, 'workspace_id' | 'id' | 'thread_id'>,
  addressees: Addressee[],
): Promise<MessagesRow> {
  const ids = addressees.map(({ contact }) => contact.id)
  const kinds = addressees.map(({ kind }) => kind)
  const [row] = await db<[MessagesRow]>`
    with message as (
      insert into messages (workspace_id, id, message_type, admin_id, subject, template, locale, body, created_at)
      values (${workspaceId}, nextval('message_ids'), ${message.message_type}, ${message.admin_id}, ${message.subject},
        ${message.template}, ${message.locale}, ${message.body}, ${message.created_at})
      returning *),
    recipients as (
      insert into message_recipients (workspace_id, message_id, contact_id, kind, position)
      select ${workspaceId}::int, message.id, r.contact_id, r.kind, r.position
      from message, unnest(${ids}::text[], ${kinds}::text[]) with ordinality as r (contact_id, kind, position))
    select * from message`
  return row
}

/** The conversation that a message began. */
export const updateThreadOf = async (db: Db, workspaceId: number, id: number, threadId: number): Promise<void> =>
  void (await db`
    update messages set thread_id = ${threadId} where workspace_id = ${workspaceId} and id = ${id}`)
