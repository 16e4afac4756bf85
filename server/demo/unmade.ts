/** Rows and columns that no operation writes yet: they come with the messenger and with mail, and workers finish jobs. */
import type { Db } from '../db/pool.ts'
import type { Person } from './people.ts'

export async function insertVisitor(
  db: Db,
  workspaceId: number,
  id: string,
  externalId: string,
  came: Date,
  seen: Date,
): Promise<string> {
  await db`
    insert into contacts (workspace_id, id, role, external_id, last_seen_at, created_at, updated_at)
    values (${workspaceId}, ${id}, 'visitor', ${externalId}, ${seen}, ${came}, ${seen})`
  return id
}

export async function updatePlace(
  db: Db,
  workspaceId: number,
  contactId: string,
  [city, region, country, code]: NonNullable<Person['city']>,
): Promise<void> {
  await db`
    update contacts set
      location_city = ${city}, location_region = ${region}, location_country = ${country},
      location_country_code = ${code}, location_continent_code = 'NA'
    where workspace_id = ${workspaceId} and id = ${contactId}`
}

export async function updateSessions(db: Db, workspaceId: number, companyId: string, sessions: number): Promise<void> {
  await db`update companies set session_count = ${sessions} where workspace_id = ${workspaceId} and id = ${companyId}`
}

/** A conversation that began with a mail. */
export async function updateSubject(db: Db, workspaceId: number, threadId: number, subject: string): Promise<void> {
  await db`
    update threads set source_type = 'email', first_contact_reply_type = 'email', source_subject = ${subject}
    where workspace_id = ${workspaceId} and id = ${threadId}`
}

/** A help center that comes with its workspace is as old as its first article. */
export async function updateOpened(db: Db, workspaceId: number, helpCenterId: number, at: Date): Promise<void> {
  await db`
    update help_centers set created_at = least(created_at, ${at})
    where workspace_id = ${workspaceId} and id = ${helpCenterId}`
}

/** A provider has taken a WhatsApp message: the worker asks it once the demo is filled in, and it gives ids of its own. */
export async function updateTakenMessage(
  db: Db,
  workspaceId: number,
  messageId: number,
  providerMessageId: string,
  at: Date,
): Promise<void> {
  await db`
    update channel_messages set provider_message_id = ${providerMessageId}, status = 'sent', updated_at = ${at}
    where workspace_id = ${workspaceId} and source_id = ${messageId}`
}

/** A bulk job that created everything of a kind, and was done two seconds later. */
export async function insertJob(
  db: Db,
  workspaceId: number,
  resource: 'contacts' | 'companies',
  count: number,
  adminId: number,
  begun: Date,
): Promise<void> {
  const done = new Date(begun.getTime() + 2000)
  const [job] = await db<{ id: number }[]>`
    insert into bulk_jobs (workspace_id, resource, created_at, updated_at, completed_at)
    values (${workspaceId}, ${resource}, ${begun}, ${done}, ${done}) returning id`
  await db`
    insert into bulk_tasks (workspace_id, job_id, action, admin_id, item_count, created_at, started_at, completed_at)
    values (${workspaceId}, ${job!.id}, 'create', ${adminId}, ${count}, ${begun}, ${begun}, ${done})`
}
