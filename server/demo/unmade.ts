/** Columns that no operation writes yet: they come with the messenger and with mail. */
import type { Db } from '../db/pool.ts'
import { hexId } from '../ids.ts'
import type { Person } from './people.ts'

export async function insertVisitor(
  db: Db,
  workspaceId: number,
  externalId: string,
  came: Date,
  seen: Date,
): Promise<string> {
  const id = hexId(came)
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
    update threads set source_type = 'email', source_subject = ${subject}
    where workspace_id = ${workspaceId} and id = ${threadId}`
}
