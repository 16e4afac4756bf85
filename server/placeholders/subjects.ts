/** The subjects of placeholders: a contact with their company, the teammate, the workspace; more where there is more. */
import type { Db } from '../db/pool.ts'
import { getSubjects, type SubjectRow } from './queries.ts'
import { namesOf, type Subjects } from './vocabulary.ts'

/** @param of the contact who reads, and the admin who writes or whom the conversation is assigned to */
export async function subjectsOf(
  db: Db,
  workspaceId: number,
  of: { contactId: string | null; adminId: number | null },
): Promise<Subjects> {
  const { app_id, name, contact, company, admin } = await getSubjects(db, workspaceId, of)
  const person = contact ? personOf(contact) : undefined
  return {
    user: person,
    contact: person,
    company: company ? { properties: { ...company }, custom_attributes: company.custom_attributes } : undefined,
    teammate: admin ? { properties: { id: String(admin.id), email: admin.email, ...namesOf(admin.name) } } : undefined,
    app: { properties: { id: app_id, name } },
  }
}

const personOf = ({ custom_attributes, ...contact }: NonNullable<SubjectRow['contact']>) => ({
  properties: {
    ...contact,
    ...namesOf(contact.name),
    user_id: contact.external_id,
    language: contact.language_override ?? contact.browser_language,
    city: contact.location_city,
    country: contact.location_country,
  },
  custom_attributes,
})
