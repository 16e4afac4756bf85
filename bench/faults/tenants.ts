/** The workspaces that are worked in, and what is in them, read from the database itself. */
import { systemClock as clock } from '../../server/clock.ts'
import type { Pool } from '../../server/db/pool.ts'
import { hexId } from '../../server/ids.ts'
import { createToken } from '../../server/resources/tokens/access-tokens.ts'
import { createWorkspace } from '../../server/provision/workspace.ts'

export interface Tenant {
  id: number
  tokens: string[]
  contacts: { id: string; external_id: string }[]
  hasContact(externalId: string): Promise<boolean>
  nameOf(id: string): Promise<string | null>
}

export async function makeTenant(db: Pool, name: string, size: { tokens: number; contacts: number }): Promise<Tenant> {
  const now = clock.now()
  const owner = { ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
  const { id, ownerId } = await createWorkspace(db, { name, ...owner })
  const tokens: string[] = []
  for (let n = 0; n < size.tokens; n++) {
    const made = await createToken(db, id, { adminId: ownerId, name: `token ${n}`, settings: true, now })
    tokens.push(made.token)
  }
  const contacts = Array.from({ length: size.contacts }, (_, n) => ({
    id: hexId(new Date(now.getTime() + n)),
    external_id: `${name}-${n}`,
  }))
  await db`
    insert into contacts (workspace_id, id, role, external_id, created_at, updated_at)
    select ${id}::int, id, 'user', external_id, ${now}, ${now}
    from json_to_recordset(${contacts}::json) as given (id text, external_id text)`
  await db`insert into count_deltas (workspace_id, name, delta) values (${id}, 'contacts', ${contacts.length})`
  return {
    id,
    tokens,
    contacts,
    hasContact: async (externalId) =>
      (await db`select from contacts where workspace_id = ${id} and external_id = ${externalId}`).length === 1,
    async nameOf(contactId) {
      const [row] = await db<{ name: string | null }[]>`
        select name from contacts where workspace_id = ${id} and id = ${contactId}`
      return row!.name
    },
  }
}
