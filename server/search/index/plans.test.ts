/**
 * How the database goes about each shape of search in a large list: by which indexes. A statement
 * that reads a whole table, or goes by another index, fails here before it is slow anywhere.
 */
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { openPool, type Pool } from '../../db/pool.ts'
import { searchCompanies } from '../../resources/companies/search-queries.ts'
import { searchContacts } from '../../resources/contacts/list-queries.ts'
import { searchConversations } from '../../resources/conversations/list-queries.ts'
import { createWorkspace } from '../../provision/workspace.ts'
import { cloneDatabase, type TestDatabase } from '../../test/database.ts'
import { assertReadBy, statementsOf, waysOf } from '../../test/plans.ts'
import { compileQuery } from '../compile.ts'
import type { SearchContext } from '../fields.ts'
import { keyset } from '../keyset.ts'
import { parseQuery } from '../parse.ts'
import { orderBy, type Direction } from '../sort.ts'
import { makeIndex } from './fold.ts'
import { MODELS, type ModelName } from './models.ts'

const NOW = new Date('2026-01-15T12:00:00Z')
const ROWS = 2000

/** Of every search: its segments, what changed since, and the rows of the page. */
const ALWAYS = ['search_changes_pkey', 'search_indexes_pkey', 'search_segments_pkey']
const NAMED = [...ALWAYS, 'search_postings_pkey', 'search_rows_pkey']
const BOTH = [...NAMED, 'search_numbers_pkey']

const where = (field: string, operator: string, value: unknown) => ({ field, operator, value })
const group = (operator: 'AND' | 'OR', ...value: unknown[]) => ({ operator, value })

const SEARCHES = { contact: searchContacts, company: searchCompanies, conversation: searchConversations }

interface Shape {
  what: string
  model?: ModelName
  query: object
  sort?: [field: string, direction: Direction]
  /** The indexes that are read, beside the table's own key. */
  indexes: string[]
}

const shapes: Shape[] = [
  {
    what: 'equality',
    query: where('email', '=', 'user7@example.com'),
    indexes: ['contacts_by_email'],
  },
  {
    what: 'some by their keys',
    query: group('OR', where('email', '=', 'user7@example.com'), where('external_id', 'IN', ['x7', 'x8'])),
    indexes: ['contacts_by_email', 'contacts_external_id'],
  },
  {
    what: 'some by their keys, and by something else',
    query: group('AND', where('os', '=', 'macOS'), where('email', 'IN', ['user7@example.com', 'user9@example.com'])),
    indexes: ['contacts_by_email'],
  },
  {
    what: 'all but one by its key',
    query: where('email', '!=', 'user7@example.com'),
    indexes: [...ALWAYS, 'contacts_by_email', 'search_rows_by_id'],
  },
  { what: 'a rare name', query: where('name', '=', 'user 7'), indexes: BOTH },
  { what: 'a common value', query: where('role', '=', 'user'), indexes: BOTH },
  { what: 'a rare value', query: where('custom_attributes.code', '=', 'C7'), indexes: BOTH },
  { what: 'a common custom value', query: where('custom_attributes.plan', '=', 'pro'), indexes: BOTH },
  { what: 'a domain', query: where('email_domain', '=', 'example.com'), indexes: BOTH },
  { what: 'contains', query: where('name', '~', 'ser 7'), indexes: NAMED },
  { what: 'begins with', query: where('email', '^', 'user12'), indexes: NAMED },
  { what: 'ends with', query: where('email', '$', 'example.com'), indexes: BOTH },
  { what: 'a range of numbers', query: where('custom_attributes.seats', '>', 1900), indexes: BOTH },
  { what: 'a range of dates', query: where('created_at', '>', 1766000000), indexes: BOTH },
  {
    what: 'nested groups',
    query: group(
      'OR',
      where('os', '=', 'macOS'),
      group('AND', where('custom_attributes.plan', '!=', 'pro'), where('last_seen_at', '=', null)),
    ),
    indexes: BOTH,
  },
  { what: 'a tag', query: where('tag_id', '=', '1'), indexes: [...ALWAYS, 'search_postings_pkey'] },
  { what: 'one by its id', query: where('id', '=', '0'.repeat(24)), indexes: ['contacts_pkey'] },
  {
    what: 'sorted by another date',
    query: where('role', '=', 'user'),
    sort: ['last_seen_at', 'descending'],
    indexes: BOTH,
  },
  { what: 'sorted by a text', query: where('role', '=', 'user'), sort: ['name', 'ascending'], indexes: BOTH },
  {
    what: 'companies by their key',
    model: 'company',
    query: where('company_id', 'IN', ['c7', 'c8']),
    indexes: ['companies_company_id'],
  },
  { what: 'companies by a number', model: 'company', query: where('monthly_spend', '>', 100), indexes: BOTH },
  { what: 'conversations by their state', model: 'conversation', query: where('state', '=', 'open'), indexes: BOTH },
  {
    what: 'conversations by a word',
    model: 'conversation',
    query: where('source.body', '=', 'refund'),
    indexes: BOTH,
  },
  {
    what: 'conversations by a customer',
    model: 'conversation',
    query: where('contact_ids', '=', '000000000000000000000007'),
    indexes: BOTH,
  },
]

describe('a search of a large list goes by its indexes', () => {
  let database: TestDatabase
  let db: Pool
  let context: SearchContext

  before(async () => {
    database = await cloneDatabase()
    const workspaceId = await fill(database.db)
    context = {
      workspaceId,
      timeZone: 'UTC',
      now: NOW,
      has: () => true,
      attributes: new Map(
        ['plan', 'code', 'seats'].map((name) => [name, { data_type: name === 'seats' ? 'integer' : 'string' }]),
      ),
      segments: new Map(),
    }
  })

  // A pool of its own has nothing of the index in memory.
  beforeEach(async () => {
    db = openPool(database.address, { max: 1 })
    // Small tables are read whole with good reason: that must look as bad here as it is for large ones.
    await db`set enable_seqscan = off`
  })
  afterEach(() => db.end())
  after(() => database.drop())

  for (const { what, model = 'contact', query: raw, sort, indexes } of shapes) {
    test(what, async () => {
      const { search } = MODELS[model]
      const query = parseQuery(raw)
      const condition = compileQuery(query, search, context)
      const [field, direction] = sort ?? ['created_at', 'descending']
      const page = { keyset: keyset(orderBy(field, direction, search), search.id, undefined), perPage: 20 }
      const asked = { query, context, condition, page }
      const statements = await statementsOf(db, /^\s*select/, () => SEARCHES[model](db, context.workspaceId, asked))
      assertReadBy(indexes, await waysOf(db, statements))
    })
  }
})

async function fill(db: Pool): Promise<number> {
  const owner = { ownerName: 'Pia', ownerEmail: 'pia@example.com' }
  const { id } = await createWorkspace(db, { name: 'Planned', ...owner, clock: { now: () => NOW } })
  await db`
    insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
    select ${id}, 'contact', name, name, type, now(), now()
    from (values ('plan', 'string'), ('code', 'string'), ('seats', 'integer')) as given (name, type)`
  await db`
    insert into contacts (workspace_id, id, role, external_id, email, name, os, created_at, updated_at, last_seen_at, custom_attributes)
    select ${id}, lpad(to_hex(n), 24, '0'), 'user', 'x' || n, 'user' || n || '@example.com', 'User ' || n,
      case when n % 3 = 0 then 'macOS' else 'Windows' end, now() - n * interval '1 hour', now(), now() - (n * 7 % 999) * interval '1 hour',
      jsonb_build_object('plan', case when n % 2 = 0 then 'pro' else 'free' end, 'code', 'C' || n, 'seats', n)
    from generate_series(1, ${ROWS}::int) n`
  await db`
    insert into companies (workspace_id, id, company_id, name, monthly_spend, user_count, created_at, updated_at)
    select ${id}, lpad(to_hex(n), 24, '0'), 'c' || n, 'Company ' || n, n, 1, now() - n * interval '1 hour', now()
    from generate_series(1, ${ROWS}::int) n`
  await db`
    insert into threads (workspace_id, state, source_body, contact_ids, created_at, updated_at)
    select ${id}, case when n % 4 = 0 then 'open' else 'closed' end, '<p>refund ' || n || '</p>',
      array[lpad(to_hex(n), 24, '0')], now() - n * interval '1 hour', now() - n * interval '1 hour'
    from generate_series(1, ${ROWS}::int) n`
  for (const model of Object.values(MODELS)) await makeIndex(db, id, model)
  await db`analyze`
  return id
}
