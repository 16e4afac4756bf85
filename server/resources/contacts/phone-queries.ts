/** Queries for the contact that a telephone number means, where several contacts have it. The number is in E.164. */
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'

/** The contact who calls: an active one, a user before a lead, then the newest. @returns the id */
export async function findCaller(db: Db, workspaceId: number, number: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from contacts
    where workspace_id = ${workspaceId} and lower(formatted_phone) = ${number} and state = 'active' and role <> 'visitor'
    order by role desc, created_at desc, id desc limit 1`
  return row?.id
}

/** The contact whom a message reaches, archived ones as well: a user first, then who wrote last, then the oldest. */
export async function findAddressee(db: Db, workspaceId: number, number: string): Promise<ContactsRow | undefined> {
  const [row] = await db<ContactsRow[]>`
    select * from contacts
    where workspace_id = ${workspaceId} and state in ('active', 'archived') and phone is not null
      and formatted_phone = ${number}
    order by role = 'user' desc, last_replied_at desc nulls last, created_at limit 1`
  return row
}
