/** The SQL of mails and their recipients. */
import type { Db } from '../db/pool.ts'
import type { MailRecipientsRow } from '../db/types/mail_recipients.ts'
import type { MailsRow } from '../db/types/mails.ts'

export type NewRecipient = Pick<MailRecipientsRow, 'kind' | 'contact_id' | 'name' | 'address' | 'state'>

export type MailRow = MailsRow & { app_id: string }

/** The default address of the conversation's brand, otherwise of the default one, once it is verified. */
export async function findSenderAddress(
  db: Db,
  workspaceId: number,
  threadId: number | undefined,
): Promise<string | undefined> {
  const [row] = await db<{ email: string }[]>`
    select a.email from brands b
    join sender_addresses a on a.workspace_id = b.workspace_id and a.brand_id = b.id and a.is_default and a.verified
    where b.workspace_id = ${workspaceId} and (b.is_default or b.id = (
      select t.brand_id from threads t where t.workspace_id = ${workspaceId} and t.id = ${threadId ?? null}::bigint))
    order by b.is_default limit 1`
  return row?.email
}

export async function insertMail(
  db: Db,
  workspaceId: number,
  mail: Omit<MailsRow, 'workspace_id' | 'id' | 'attempts'>,
  recipients: NewRecipient[],
): Promise<number> {
  const rows = recipients.map((recipient, position) => ({ ...recipient, position }))
  const [made] = await db<[{ id: number }]>`
    with mail as (
      insert into mails ${db({ ...mail, workspace_id: workspaceId }, 'workspace_id', 'message_id', 'reply_token', 'source_id', 'thread_id', 'part_id', 'from_name', 'from_address', 'mail_domain', 'subject', 'body', 'attachments', 'created_at')}
      returning id),
    recipients as (
      insert into mail_recipients (workspace_id, mail_id, position, kind, contact_id, name, address, state)
      select ${workspaceId}::int, mail.id, r.position, r.kind, r.contact_id, r.name, r.address, r.state
      from mail, json_to_recordset(${rows as never}::json)
        as r (position smallint, kind text, contact_id text, name text, address text, state text))
    select id from mail`
  return made.id
}

export async function findMail(db: Db, workspaceId: number, id: number): Promise<MailRow | undefined> {
  const [row] = await db<MailRow[]>`
    select m.*, w.app_id from mails m join workspaces w on w.id = m.workspace_id
    where m.workspace_id = ${workspaceId} and m.id = ${id}`
  return row
}

export const listRecipients = (db: Db, workspaceId: number, mailId: number): Promise<MailRecipientsRow[]> =>
  db<MailRecipientsRow[]>`
    select * from mail_recipients where workspace_id = ${workspaceId} and mail_id = ${mailId} order by position`

/** A header of references holds no more than the first and the newest of them. */
const REFERENCES = 30

/** Message-IDs of the mails before this one about the same message or conversation, oldest first. */
export async function listReferences(db: Db, workspaceId: number, mail: MailsRow): Promise<string[]> {
  const rows = await db<{ message_id: string }[]>`
    with thread as (
      select coalesce(${mail.thread_id}::bigint, (
        select thread_id from messages where workspace_id = ${workspaceId} and id = ${mail.source_id}::bigint)) as id),
    earlier as (
      select m.message_id, m.id, row_number() over (order by m.id) as first, row_number() over (order by m.id desc) as last
      from mails m, thread
      where m.workspace_id = ${workspaceId} and m.id < ${mail.id} and (
        m.thread_id = thread.id or m.source_id = ${mail.source_id}::bigint or m.source_id in (
          select s.id from messages s where s.workspace_id = ${workspaceId} and s.thread_id = thread.id)))
    select message_id from earlier where first = 1 or last < ${REFERENCES} order by id`
  return rows.map(({ message_id }) => message_id)
}

/** Recipients who wait, and whose address has bounced since the mail was written, or before. */
export const skipBounced = async (db: Db, workspaceId: number, mailId: number, now: Date): Promise<void> =>
  void (await db`
    update mail_recipients r set state = 'skipped', settled_at = ${now}
    from contacts c
    where r.workspace_id = ${workspaceId} and r.mail_id = ${mailId} and r.state = 'queued'
      and c.workspace_id = ${workspaceId} and c.id = r.contact_id and c.has_hard_bounced
      and lower(c.email) = lower(r.address)`)

export const countAttempt = async (db: Db, workspaceId: number, id: number): Promise<void> =>
  void (await db`update mails set attempts = attempts + 1 where workspace_id = ${workspaceId} and id = ${id}`)

/** Settles a recipient, or keeps the last answer of one who waits. */
export async function updateRecipient(
  db: Db,
  workspaceId: number,
  mailId: number,
  position: number,
  { state, answer }: Pick<MailRecipientsRow, 'state' | 'answer'>,
  now: Date,
): Promise<void> {
  await db`
    update mail_recipients set state = ${state}, answer = ${answer},
      settled_at = case when ${state} = 'queued' then null else ${now}::timestamptz end
    where workspace_id = ${workspaceId} and mail_id = ${mailId} and position = ${position} and state = 'queued'`
}

/**
 * Marks the contacts of these recipients, unless they have got another address in the meantime. In one order for all
 * mails: two to the same contacts could deadlock, and would then be sent again.
 */
export const markBounced = async (
  db: Db,
  workspaceId: number,
  mailId: number,
  positions: number[],
  now: Date,
): Promise<void> =>
  void (await db`
    with bounced as (
      select c.id from mail_recipients r
      join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id and lower(c.email) = lower(r.address)
      where r.workspace_id = ${workspaceId} and r.mail_id = ${mailId} and r.position = any(${positions}::int[])
        and not c.has_hard_bounced
      order by c.id for update of c)
    update contacts c set has_hard_bounced = true, updated_at = ${now} from bounced b
    where c.workspace_id = ${workspaceId} and c.id = b.id`)
