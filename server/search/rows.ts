/**
 * The few rows that the tests of the search language look for: by a plain scan, and by `findPage`,
 * which must find the same.
 */
import assert from 'node:assert/strict'
import type { TestPool } from '../test/database.ts'
import { cloneDatabase } from '../test/database.ts'
import { compileQuery } from './compile.ts'
import type { SearchContext } from './fields.ts'
import { findPage } from './find-page.ts'
import { keyset } from './keyset.ts'
import { MODELS, type ModelName } from './test-models.ts'
import { parseQuery, parseSegmentFilter } from './parse.ts'
import { orderBy } from './sort.ts'

export type Filter = [field: string, operator: string, value: unknown]

export interface SearchedDatabase {
  db: TestPool
  context: SearchContext
  /** Matches of a filter: ids separated by spaces. */
  idsOf(model: ModelName, filter: Filter, context?: SearchContext): Promise<string>
  drop(): Promise<void>
}

export async function searchedDatabase(): Promise<SearchedDatabase> {
  const { db, drop } = await cloneDatabase()
  const usual = searchContext(await addWorkspace(db))
  await addContacts(db, usual.workspaceId)
  await addThreads(db, usual.workspaceId)
  await addCompanies(db, usual.workspaceId)
  return {
    db,
    context: usual,
    async idsOf(name, [field, operator, value], context = usual) {
      const model = MODELS[name]
      const { table, search } = model
      const query = parseQuery({ field, operator, value })
      const condition = compileQuery(query, search, context)
      const rows = await db`select id from ${table} where ${condition} order by id`
      const ids = rows.map(({ id }) => String(id))
      const page = { keyset: keyset(orderBy('created_at', 'ascending', search), search.id, undefined), perPage: 50 }
      const found = await findPage(db, context.workspaceId, { model, query, context, page }, async (known) => known)
      assert.deepEqual(found.rows.map(String).toSorted(), ids, 'findPage finds others')
      assert.equal(found.total, ids.length)
      return ids.join(' ')
    },
    drop,
  }
}

const ATTRIBUTES = {
  plan: 'string',
  seats: 'integer',
  score: 'float',
  vip: 'boolean',
  renews: 'date',
  seen: 'datetime',
}
const SEGMENTS = {
  everybody: null,
  recent: { field: 'last_seen_at', operator: '>', value: { days_ago: 2 } },
  broken: { field: 'custom_attributes.gone', operator: '=', value: 'x' },
  itself: { field: 'segment_id', operator: '=', value: 'itself' },
}

const searchContext = (workspaceId: number): SearchContext => ({
  workspaceId,
  timeZone: 'Europe/Berlin',
  now: new Date('2026-03-30T12:00:00Z'),
  has: () => false,
  attributes: new Map(Object.entries(ATTRIBUTES).map(([name, data_type]) => [name, { data_type }])),
  segments: new Map(Object.entries(SEGMENTS).map(([id, filter]) => [id, parseSegmentFilter(filter)])),
})

async function addWorkspace(db: TestPool): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into workspaces (app_id, name, created_at) values ('searched', 'Searched', 'epoch') returning id`
  const id = row!.id
  await db`insert into admins (workspace_id, id, name, email, created_at) values
    (${id}, 5, 'Owner', 'owner@example.com', 'epoch'), (${id}, 6, 'Other', 'other@example.com', 'epoch')`
  for (const [name, data_type] of Object.entries(ATTRIBUTES))
    await db`insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
      values (${id}, 'contact', ${name}, ${name}, ${data_type}, 'epoch', 'epoch')`
  await db`insert into tags (workspace_id, id, name, created_at) values (${id}, 11, 'a', 'epoch'), (${id}, 12, 'b', 'epoch')`
  return id
}

async function addContacts(db: TestPool, workspaceId: number): Promise<void> {
  const old = { created_at: new Date('2025-05-05'), updated_at: new Date('2025-05-05') }
  const ann = {
    id: 'ann',
    role: 'user',
    external_id: 'E1',
    email: 'ann@example.com',
    name: 'Ann_Lee',
    owner_id: 5,
    has_hard_bounced: true,
    android_sdk_version: '3',
    created_at: new Date('2026-03-28T23:30:00.500Z'),
    updated_at: new Date('2026-03-28T23:30:00.500Z'),
    last_seen_at: new Date('2026-03-01'),
    last_replied_at: new Date('2026-03-28T23:30:00Z'),
    // renews and seen: 2026-03-29 23:30 UTC
    custom_attributes: { plan: 'gold', seats: 3, score: 1.5, vip: true, renews: 1774827000, seen: 1774827000 },
    tag_ids: [11, 12],
  }
  const bob = {
    id: 'bob',
    role: 'user',
    external_id: 'E2',
    email: 'bob@acme.test',
    name: 'Bob 50%\\',
    owner_id: 6,
    last_seen_at: new Date('2026-03-30'),
    custom_attributes: { plan: 'silver', seats: 9, score: 2.5, vip: false },
    tag_ids: [11],
    ...old,
  }
  for (const contact of [ann, bob, { id: 'cy', role: 'lead', ...old }]) {
    const values = { workspace_id: workspaceId, ...contact }
    await db`insert into contacts ${db(values as Record<string, unknown>)}`
  }
  await db`insert into contact_tags (workspace_id, contact_id, tag_id, applied_at)
    select workspace_id, id, unnest(tag_ids), created_at from contacts`
}

async function addThreads(db: TestPool, workspaceId: number): Promise<void> {
  const one = {
    id: 1,
    created_at: new Date(100_900),
    waiting_since: new Date(500_000),
    source_id: 77,
    source_body: '<p>I need <strong>support</strong>, <a href="https://example.com">please</a></p>',
    source_author_type: 'user',
    source_contact_id: 'ann',
    contact_ids: ['ann'],
    tag_ids: [11],
  }
  const two = {
    id: 2,
    created_at: new Date(200_000),
    state: 'closed',
    read: true,
    priority: 'high',
    source_type: 'email',
    source_subject: 'Hello there',
    source_body: "<p>it&#39;s R&amp;D, it's bye</p>",
    source_author_type: 'admin',
    source_admin_id: 5,
    contact_ids: ['ann', 'bob'],
    teammate_ids: [5, 6],
    admin_assignee_id: 5,
    count_reopens: 2,
    time_to_admin_reply: 60,
    last_closed_by_id: 5,
    rating: 4,
    rating_remark: 'Very good',
    rating_admin_id: 5,
  }
  for (const thread of [one, two, { id: 3, created_at: new Date(300_000), state: 'snoozed' }]) {
    const values = { workspace_id: workspaceId, updated_at: thread.created_at, ...thread }
    await db`insert into threads ${db(values as Record<string, unknown>)}`
  }
  await db`insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
    select workspace_id, id, unnest(contact_ids), created_at from threads`
  await db`insert into thread_tags (workspace_id, thread_id, tag_id, applied_at)
    select workspace_id, id, unnest(tag_ids), created_at from threads`
}

async function addCompanies(db: TestPool, workspaceId: number): Promise<void> {
  const one = {
    id: 'one',
    company_id: 'C-1',
    name: 'Acme',
    monthly_spend: 10,
    user_count: 1,
    created_at: new Date(100_000),
  }
  const two = {
    id: 'two',
    company_id: 'C-2',
    name: 'Beta',
    monthly_spend: 11,
    user_count: 2,
    created_at: new Date(200_000),
    tag_ids: [11],
  }
  for (const company of [one, two]) {
    const values = { workspace_id: workspaceId, updated_at: company.created_at, ...company }
    await db`insert into companies ${db(values as Record<string, unknown>)}`
  }
  await db`insert into company_tags (workspace_id, company_id, tag_id, applied_at)
    select workspace_id, id, unnest(tag_ids), created_at from companies`
}
