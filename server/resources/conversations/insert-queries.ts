/** The SQL of a conversation that begins. */
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import type { AttachmentWire } from '../../files/attachment.ts'

export interface FirstMessage {
  contact: Pick<ContactsRow, 'id' | 'role' | 'company_ids'>
  body: string
  attachments: AttachmentWire[]
  /** Null for the default one. */
  brand_id: number | null
  /** The page that the contact wrote on. */
  url: string | null
  at: Date
  now: Date
}

/**
 * One statement: the conversation, its contact, and when that contact last wrote. Only its author
 * can have read it, so it begins as read; and it counts its source as its first part. Where the contact
 * belongs to companies, the conversation belongs to the first of them, and a part of the bot tells so.
 */
export async function insertConversation(
  db: Db,
  workspaceId: number,
  { contact, body, attachments, brand_id, url, at, now }: FirstMessage,
): Promise<{ id: number; source_id: number }> {
  const company = contact.company_ids[0] ?? null
  const [made] = await db<{ id: number; source_id: number }[]>`
    with made as (
      insert into threads (
        workspace_id, title, read, created_at, updated_at, waiting_since, contact_ids, company_id, count_conversation_parts,
        brand_id, source_id, source_author_type, source_contact_id, source_body, source_attachments,
        source_url, first_contact_reply_url, first_contact_reply_at, first_contact_reply_type, last_contact_reply_at, unanswered_since)
      values (
        ${workspaceId}, '', true, ${at}, ${now}, ${at}, array[${contact.id}], ${company}, ${company === null ? 1 : 2},
        ${brand_id}, nextval('message_ids'), ${contact.role}, ${contact.id}, ${body}, ${attachments as never}::jsonb,
        ${url}, ${url}, ${at}, 'conversation', ${at}, ${at})
      returning id, source_id),
    linked as (
      insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
      select ${workspaceId}::int, id, ${contact.id}, ${at}::timestamptz from made),
    placed as (
      insert into thread_parts (
        workspace_id, thread_id, part_type, author_type, author_admin_id, created_at, updated_at, notified_at)
      select ${workspaceId}::int, made.id, 'company_updated', 'bot', bot.id, time, time, time
      from made, (values (${at}::timestamptz)) at (time), lateral (
        select id from admins where workspace_id = ${workspaceId} and kind = 'operator' order by id limit 1) bot
      where ${company}::text is not null),
    marked as (
      update contacts set last_replied_at = greatest(last_replied_at, ${at}), updated_at = greatest(updated_at, ${now})
      where workspace_id = ${workspaceId} and id = ${contact.id})
    select id, source_id from made`
  return made!
}

/** A visitor becomes a lead; undefined where another request was quicker. */
export async function updateVisitorToLead(
  db: Db,
  workspaceId: number,
  id: string,
  now: Date,
): Promise<ContactsRow | undefined> {
  const [row] = await db<ContactsRow[]>`
    update contacts set role = 'lead', updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and role = 'visitor' returning *`
  return row
}

export interface AdminMessage {
  contacts: Pick<ContactsRow, 'id' | 'company_ids'>[]
  admin: { id: number; type: 'admin' | 'bot' }
  source: { id: number; type: string; subject: string; body: string }
  at: Date
  now: Date
}

/** One statement: the conversation and its contacts, none of whom has read it. @returns its id */
export async function insertConversationByAdmin(
  db: Db,
  workspaceId: number,
  { contacts, admin, source, at, now }: AdminMessage,
): Promise<number> {
  const ids = contacts.map(({ id }) => id)
  const company = contacts[0]?.company_ids[0] ?? null
  const teammates = admin.type === 'admin' ? [admin.id] : []
  const [made] = await db<[{ id: number }]>`
    with made as (
      insert into threads (
        workspace_id, title, read, created_at, updated_at, contact_ids, teammate_ids, company_id,
        count_conversation_parts, source_type, source_id, source_delivered_as, source_author_type, source_admin_id,
        source_subject, source_body)
      values (
        ${workspaceId}, null, false, ${at}, ${now}, ${ids}, ${teammates}, ${company},
        1, ${source.type}, ${source.id}, 'admin_initiated', ${admin.type}, ${admin.id},
        ${source.subject}, ${source.body})
      returning id),
    linked as (
      insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
      select ${workspaceId}::int, made.id, contact.id, ${at}::timestamptz
      from made, unnest(${ids}::text[]) as contact (id))
    select id from made`
  return made.id
}
