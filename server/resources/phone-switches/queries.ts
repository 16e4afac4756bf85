/** The SQL of phone switches. */
import type { Db } from '../../db/pool.ts'

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
