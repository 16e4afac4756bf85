/**
 * The indexes by which PostgreSQL answers each shape of search. A statement that reads a whole table, or
 * takes another index, fails here before it is slow anywhere.
 */
import { afterEach, before, beforeEach, describe, test } from 'node:test'
import { openPool, type Pool } from '../db/pool.ts'
import { searchCompanies } from '../resources/companies/search-queries.ts'
import { searchContacts } from '../resources/contacts/list-queries.ts'
import { searchConversations } from '../resources/conversations/list-queries.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { cloneDatabase, type TestDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { assertReadBy, statementsOf, waysOf } from '../test/plans.ts'
import type { SearchContext } from './fields.ts'
import { keyset } from './keyset.ts'
import { parseQuery } from './parse.ts'
import { orderBy } from './sort.ts'
import { MODELS, type ModelName } from './test-models.ts'

const NOW = new Date('2026-01-15T12:00:00Z')
const ROWS = 2000

const where = (field: string, operator: string, value: unknown) => ({ field, operator, value })
const group = (operator: 'AND' | 'OR', ...value: unknown[]) => ({ operator, value })

const SEARCHES = { contact: searchContacts, company: searchCompanies, conversation: searchConversations }

interface Shape {
  shape: string
  model?: ModelName
  query: object
  /** The indexes that are read, beside the table's own key. */
  indexes: string[]
}

const shapes: Shape[] = [
  { shape: 'an email', query: where('email', '=', 'user7@example.com'), indexes: ['contacts_by_email'] },
  {
    shape: 'some keys',
    query: group('OR', where('email', '=', 'user7@example.com'), where('external_id', 'IN', ['x7', 'x8'])),
    indexes: ['contacts_by_email', 'contacts_external_id'],
  },
  { shape: 'an id', query: where('id', '=', '0'.repeat(24)), indexes: ['contacts_pkey'] },
  { shape: 'a name', query: where('name', '=', 'user 7'), indexes: ['contacts_by_value'] },
  { shape: 'a custom attribute', query: where('custom_attributes.code', '=', 'C7'), indexes: ['contacts_by_value'] },
  { shape: 'a domain', query: where('email_domain', '=', 'rare.test'), indexes: ['contacts_by_value'] },
  { shape: 'a tag', query: where('tag_id', '=', '1'), indexes: ['contacts_by_value'] },
  { shape: 'contains', query: where('name', '~', 'ser 77'), indexes: ['contacts_by_part'] },
  { shape: 'begins with', query: where('email', '^', 'user123'), indexes: ['contacts_by_part'] },
  { shape: 'ends with', query: where('email', '$', '77@example.com'), indexes: ['contacts_by_part'] },
  {
    shape: 'a narrow range of a custom attribute',
    query: group('AND', where('custom_attributes.seats', '>', 1900), where('custom_attributes.seats', '<', 1905)),
    indexes: ['contact_numbers_pkey', 'contacts_pkey'],
  },
  {
    shape: 'a value or a word in a part',
    query: group('OR', where('name', '~', 'ser 77'), where('custom_attributes.code', '=', 'C7')),
    indexes: ['contacts_by_part', 'contacts_by_value'],
  },
  {
    shape: 'companies by their key',
    model: 'company',
    query: where('company_id', 'IN', ['c7', 'c8']),
    indexes: ['companies_company_id'],
  },
  {
    shape: 'companies by a part',
    model: 'company',
    query: where('name', '~', 'any 77'),
    indexes: ['companies_by_value'],
  },
  {
    shape: 'conversations by a word',
    model: 'conversation',
    query: where('source.body', '=', '77'),
    indexes: ['threads_by_value'],
  },
  {
    shape: 'conversations by a part of a word',
    model: 'conversation',
    query: where('source.body', '~', 'fund 77'),
    indexes: ['threads_by_part'],
  },
  {
    shape: 'conversations by a customer',
    model: 'conversation',
    query: where('contact_ids', '=', '000000000000000000000007'),
    indexes: ['threads_by_value'],
  },
  {
    shape: 'conversations by the email of their author',
    model: 'conversation',
    query: where('source.author.email', '=', 'user7@example.com'),
    indexes: ['contacts_by_email', 'threads_by_author'],
  },
]

describe('a search is answered by an index', () => {
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

  beforeEach(async () => {
    db = openPool(database.address, { max: 1 })
    // Small tables are read whole with good reason: that must look as bad here as it is for large ones.
    await db`set enable_seqscan = off`
  })
  afterEach(() => db.end())
  atFileEnd(() => database.drop())

  for (const { shape, model = 'contact', query: raw, indexes } of shapes) {
    test(shape, async () => {
      const { search } = MODELS[model]
      const query = parseQuery(raw)
      const page = { keyset: keyset(orderBy('created_at', 'descending', search), search.id, undefined), perPage: 20 }
      const asked = { query, context, page }
      const statements = await statementsOf(db, /^\s*(select|with)/, () =>
        SEARCHES[model](db, context.workspaceId, asked),
      )
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
    select ${id}, case when n % 50 = 0 then 'open' else 'closed' end, '<p>refund ' || n || '</p>',
      array[lpad(to_hex(n), 24, '0')], now() - n * interval '1 hour', now() - n * interval '1 hour'
    from generate_series(1, ${ROWS}::int) n`
  await db`analyze`
  return id
}
