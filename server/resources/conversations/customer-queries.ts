/** The SQL of who takes part in a conversation. The thread must be locked. */
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'

export const insertCustomer = (db: Db, workspaceId: number, threadId: number, contactId: string, now: Date) => db`
  insert into thread_contacts ${db(
    {
      workspace_id: workspaceId,
      thread_id: threadId,
      contact_id: contactId,
      created_at: now,
    },
    'workspace_id',
    'thread_id',
    'contact_id',
    'created_at',
  )}`

export const deleteCustomer = (db: Db, workspaceId: number, threadId: number, contactId: string) => db`
  delete from thread_contacts
  where workspace_id = ${workspaceId} and thread_id = ${threadId} and contact_id = ${contactId}`

/** In the order of their ids as given. */
export const listCustomers = (db: Db, workspaceId: number, ids: string[]) => db<{ id: string; role: string }[]>`
  select id, role from contacts where workspace_id = ${workspaceId} and id = any(${ids}::text[])
  order by array_position(${ids}::text[], id)`

/** Contacts that are not gone, in the order of the ids. */
export const listParticipants = (db: Db, workspaceId: number, ids: string[]): Promise<ContactsRow[]> =>
  db<ContactsRow[]>`
    select * from contacts
    where workspace_id = ${workspaceId} and id = any(${ids}::text[]) and state in ('active', 'archived')
    order by array_position(${ids}::text[], id)`

export interface Mailable {
  id: string
  name: string | null
  email: string
}

/** Contacts with an e-mail, in the order of the ids. */
export const listMailable = (db: Db, workspaceId: number, ids: string[]): Promise<Mailable[]> => db<Mailable[]>`
  select id, name, email from contacts
  where workspace_id = ${workspaceId} and id = any(${ids}::text[]) and email is not null and email <> ''
    and state in ('active', 'archived')
  order by array_position(${ids}::text[], id)`
