/**
 * Loads the rows of a size into a fresh database, by plain SQL: the same rows in every run, but for
 * their times, which end where the run begins. The arrays that repeat what link tables say, the
 * counts and the sequences are in step, as if all had come through the API.
 */
import type { Pool } from '../../../server/db/pool.ts'
import { insertCompanies, insertContactLinks } from './companies.ts'
import { insertContacts } from './contacts.ts'
import { insertConversationLinks, insertConversations } from './conversations.ts'
import { createFunctions } from './deal.ts'
import { dropSearchIndexes } from './indexes.ts'
import { insertParts } from './parts.ts'
import type { Size } from './size.ts'
import { insertWords } from './words.ts'
import { insertWorkspaces, type BigWorkspace } from './workspaces.ts'

export interface Loaded extends BigWorkspace {
  size: Size
  /** When the youngest row was made, in unix seconds. */
  now: number
}

/** @param say is told what was done, and how long it took */
export async function load(db: Pool, size: Size, now: Date, say: (line: string) => void): Promise<Loaded> {
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const started = performance.now()
    const done = await work
    say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return done
  }
  await createFunctions(db, size, now)
  const big = await timed('workspaces', insertWorkspaces(db, size.neighbours, now))
  await insertWords(db)
  const createIndexes = await dropSearchIndexes(db)
  await timed('contacts', insertContacts(db, size))
  await timed('companies', insertCompanies(db, size))
  await db`analyze contacts, companies`
  await timed('links of contacts', insertContactLinks(db, size))
  await timed('conversations', insertConversations(db, size))
  await db`analyze threads`
  await timed('links of conversations', insertConversationLinks(db, size))
  await timed('parts', insertParts(db, size))
  await timed('counts', insertCounts(db))
  await timed('search indexes', createIndexes())
  await db.unsafe('drop schema bench cascade')
  await timed('vacuum and analyze', db`vacuum (analyze)`)
  return { ...big, size, now: Math.floor(now.getTime() / 1000) }
}

const insertCounts = (db: Pool) => db`
  insert into counts (workspace_id, name, total)
  select workspace_id, 'contacts', count(*) from contacts where listed group by 1 union all
  select workspace_id, 'companies', count(*) from companies where user_count > 0 group by 1 union all
  select workspace_id, 'conversations', count(*) from threads where listed group by 1`
