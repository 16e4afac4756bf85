/** Rows that are there, for requests to ask for: some from all over the big workspace's three years. */
import { encodeCursor } from '../../../server/http/cursor.ts'
import type { Pool } from '../../../server/db/pool.ts'
import type { Loaded } from '../load/load.ts'
import { RARE_LAST_NAMES } from '../load/names.ts'

export interface KnownContact {
  id: string
  external_id: string
  email: string
  phone: string
  name: string
  created_at: Date
  updated_at: Date
}

export interface KnownConversation {
  id: number
  contact_id: string
  email: string
  created_at: Date
  updated_at: Date
}

export interface Facts {
  /** Users that have an email and a phone. */
  contacts: KnownContact[]
  /** Begun by a contact who has an email. */
  conversations: KnownConversation[]
  companies: { id: string; company_id: string; name: string }[]
  /** Full names with a last name that few have. */
  rareNames: string[]
  /** For writes: the newest contacts, and the newest conversations that nobody has replied to since they were loaded. */
  newestContacts: string[]
  newestConversations: number[]
}

/** The number of open conversations is about the same at every size. */
const NEWEST = 3000

export async function readFacts(db: Pool, { workspaceId, size, now }: Loaded): Promise<Facts> {
  const known = Math.min(500, size.conversations / 4)
  const moments = db`
    generate_series(0, ${known - 1}::int) i
    cross join lateral (select to_timestamp(${now}::int) - interval '3 years' * (1 - (i + 0.5) / ${known}::int) as moment) _`
  const contacts = await db<KnownContact[]>`
    select found.* from ${moments} cross join lateral (
      select id, external_id, email, phone, name, created_at, updated_at from contacts
      where workspace_id = ${workspaceId} and listed and created_at >= moment
        and external_id is not null and email is not null and phone is not null
      order by created_at, id limit 1) found`
  const conversations = await db<KnownConversation[]>`
    select found.* from ${moments} cross join lateral (
      select threads.id, contacts.id as contact_id, email, threads.created_at, threads.updated_at
      from threads join contacts on contacts.workspace_id = threads.workspace_id and contacts.id = source_contact_id
      where threads.workspace_id = ${workspaceId} and threads.listed and threads.created_at >= moment and email is not null
      order by threads.created_at, threads.id limit 1) found`
  const companies = await db<Facts['companies']>`
    select id, company_id, name from companies
    where workspace_id = ${workspaceId} and user_count > 0 and hashtext(id) % ${Math.max(1, size.companies / 100)}::int = 0`
  const rareNames = await db<{ name: string }[]>`
    select distinct name from contacts
    where workspace_id = ${workspaceId} and listed and split_part(name, ' ', 2) = any(${RARE_LAST_NAMES}::text[]) order by name`
  const newestContacts = await db<{ id: string }[]>`
    select id from contacts where workspace_id = ${workspaceId} and listed order by created_at desc limit ${NEWEST}`
  const newestConversations = await db<{ id: number }[]>`
    select id from threads
    where workspace_id = ${workspaceId} and listed and count_conversation_parts = ${size.parts + 1}
    order by created_at desc limit ${NEWEST}`
  return {
    contacts,
    conversations,
    companies,
    rareNames: rareNames.map(({ name }) => name),
    newestContacts: newestContacts.map(({ id }) => id),
    newestConversations: newestConversations.map(({ id }) => id),
  }
}

/** The cursor of a page that follows such a row. A page has 50. */
export const cursorAfter = (key: Date, id: string | number, page: number, total: number): string =>
  encodeCursor([key.getTime(), id, page, total])

/** A row in the middle half of the list, another for every request. */
export const fromMiddle = <T>(list: T[], i: number): T =>
  list[Math.floor(list.length / 4) + ((i * 7) % Math.floor(list.length / 2))]!
