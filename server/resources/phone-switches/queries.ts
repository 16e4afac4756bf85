/** The SQL of phone switches. */
import type { Db } from '../../db/pool.ts'

/** The contact of a number: a user before a lead, then the newest. */
export async function findContactByPhone(db: Db, workspaceId: number, phone: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from contacts
    where workspace_id = ${workspaceId} and lower(formatted_phone) = ${phone} and state = 'active' and role <> 'visitor'
    order by role desc, created_at desc, id desc limit 1`
  return row?.id
}

export const insertPhoneSwitch = async (
  db: Db,
  workspaceId: number,
  id: string,
  contactId: string,
  now: Date,
): Promise<void> =>
  void (await db`
    insert into phone_switches (workspace_id, id, contact_id, created_at)
    values (${workspaceId}, ${id}, ${contactId}, ${now})`)
