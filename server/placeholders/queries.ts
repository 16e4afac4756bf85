/** The SQL of the subjects of placeholders. */
import type { Db } from '../db/pool.ts'
import type { AdminsRow } from '../db/types/admins.ts'
import type { CompaniesRow } from '../db/types/companies.ts'
import type { ContactsRow } from '../db/types/contacts.ts'
import type { AttributeKey } from './vocabulary.ts'

type Contact = Pick<
  ContactsRow,
  | 'id'
  | 'role'
  | 'name'
  | 'email'
  | 'phone'
  | 'external_id'
  | 'language_override'
  | 'browser_language'
  | 'location_city'
  | 'location_country'
  | 'custom_attributes'
>
type Company = Pick<CompaniesRow, 'id' | 'company_id' | 'name' | 'industry' | 'website' | 'size' | 'custom_attributes'>

export interface SubjectRow {
  app_id: string
  name: string
  contact: Contact | null
  company: Company | null
  admin: Pick<AdminsRow, 'id' | 'name' | 'email'> | null
}

/** The workspace, a contact with their first company, and an admin; null where there is none. */
export async function getSubjects(
  db: Db,
  workspaceId: number,
  { contactId, adminId }: { contactId: string | null; adminId: number | null },
): Promise<SubjectRow> {
  const [row] = await db<[SubjectRow]>`
    select w.app_id, w.name, to_jsonb(c) - 'company_ids' as contact, to_jsonb(o) as company, to_jsonb(a) as admin
    from workspaces w
    left join lateral (
      select id, role, name, email, phone, external_id, language_override, browser_language, location_city,
        location_country, custom_attributes, company_ids
      from contacts where workspace_id = w.id and id = ${contactId}) c on true
    left join lateral (
      select id, company_id, name, industry, website, size, custom_attributes
      from companies where workspace_id = w.id and id = c.company_ids[1] and deleted_at is null) o on true
    left join lateral (
      select id, name, email from admins where workspace_id = w.id and id = ${adminId}) a on true
    where w.id = ${workspaceId}`
  return row
}

/** The data attributes among these that are in use. */
export async function listAttributes(db: Db, workspaceId: number, keys: AttributeKey[]): Promise<AttributeKey[]> {
  if (keys.length === 0) return []
  return db<AttributeKey[]>`
    select model, name from data_attributes
    where workspace_id = ${workspaceId} and not archived and (model, name) in (
      select model, name from json_to_recordset(${keys as never}::json) as key (model text, name text))`
}
