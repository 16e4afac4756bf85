/**
 * Compiles each query to its SQL and parameters. Refusals: compile-errors.test.ts. Matches: contact-matches.test.ts,
 * conversation-matches.test.ts.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companySearch } from '../resources/companies/search-fields.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import { compileQuery, segmentIdsOf, attributesOf } from './compile.ts'
import type { SearchContext, SearchFields } from './fields.ts'
import { parseQuery } from './parse.ts'
import { rendered } from './rendered.ts'
import { before, exactly } from './test-contexts.ts'

type Filter = [field: string, operator: string, value: unknown]
interface Case {
  query: Filter
  context?: SearchContext
  sql: string
  values: unknown[]
}

const DAY = "date_trunc('day', to_timestamp($1::float8) at time zone $2::text) at time zone $3::text"

const withSegment: SearchContext = {
  ...before,
  segments: new Map([['users', parseQuery({ field: 'role', operator: '=', value: 'user' })]]),
}

const contacts: Case[] = [
  { query: ['email', '=', 'A@b.c'], sql: 'lower(contacts.email) = lower($1)', values: ['A@b.c'] },
  { query: ['email', '!=', 'a@b.c'], sql: 'not (lower(contacts.email) = lower($1))', values: ['a@b.c'] },
  {
    query: ['email', '!=', 'a@b.c'],
    context: exactly,
    sql: '(lower(contacts.email) = lower($1)) is not true',
    values: ['a@b.c'],
  },
  { query: ['email', '=', null], sql: 'contacts.email is null', values: [] },
  { query: ['email', '!=', null], context: exactly, sql: 'not (contacts.email is null)', values: [] },
  { query: ['email', 'IN', ['a', 'b']], sql: 'lower(contacts.email) in (lower($1) , lower($2))', values: ['a', 'b'] },
  { query: ['external_id', '=', 'A1'], sql: 'contacts.external_id = $1', values: ['A1'] },
  { query: ['external_id', 'IN', ['a', 'b']], sql: 'contacts.external_id = any($1::text[])', values: [['a', 'b']] },
  {
    query: ['external_id', 'NIN', ['a', null]],
    sql: 'not ((contacts.external_id = $1 or contacts.external_id is null))',
    values: ['a'],
  },
  { query: ['name', '~', '50%_\\'], sql: 'contacts.name ilike $1', values: ['%50\\%\\_\\\\%'] },
  { query: ['name', '!~', 'x'], sql: "not ((contacts.name || '') ilike $1)", values: ['%x%'] },
  { query: ['name', '^', 'x'], sql: 'contacts.name ilike $1', values: ['x%'] },
  { query: ['name', '$', 'x'], sql: "(contacts.name || '') ilike $1", values: ['%x'] },
  { query: ['owner_id', '>=', '12'], sql: 'contacts.owner_id >= $1::bigint', values: [12] },
  { query: ['has_hard_bounced', '=', true], sql: 'contacts.has_hard_bounced = $1', values: [true] },
  {
    query: ['tag_id', '=', '12'],
    sql: 'contacts.tag_ids && $1::bigint[]',
    values: [[12]],
  },
  {
    query: ['created_at', '<', 1577869200],
    sql: `contacts.created_at < ${DAY}`,
    values: [1577869200, 'Europe/Berlin', 'Europe/Berlin'],
  },
  {
    query: ['created_at', '>', '1577869200'],
    context: exactly,
    sql: 'contacts.created_at >= to_timestamp($1::float8)',
    values: [1577869201],
  },
  {
    query: ['created_at', '>=', 1577869200.9],
    context: exactly,
    sql: 'contacts.created_at >= to_timestamp($1::float8)',
    values: [1577869200],
  },
  {
    query: ['created_at', '<=', 1577869200],
    context: exactly,
    sql: 'contacts.created_at < to_timestamp($1::float8)',
    values: [1577869201],
  },
  {
    query: ['custom_attributes.plan', '=', 'gold'],
    sql: 'contacts.custom_attributes @> jsonb_build_object($1::text, $2::text)',
    values: ['plan', 'gold'],
  },
  {
    query: ['custom_attributes.seats', '=', 3],
    sql: '(case when jsonb_typeof(contacts.custom_attributes -> $1::text) = $2 then (contacts.custom_attributes ->> $3::text)::numeric end) = $4::bigint',
    values: ['seats', 'number', 'seats', 3],
  },
  { query: ['segment_id', '=', 'unknown'], sql: 'false', values: [] },
  { query: ['segment_id', '=', 'users'], context: withSegment, sql: 'contacts.role = $1', values: ['user'] },
  {
    query: ['segment_id', '!=', 'users'],
    context: withSegment,
    sql: 'not ((contacts.role = $1) is true)',
    values: ['user'],
  },
]

const conversations: Case[] = [
  { query: ['id', '=', '20001'], sql: 'threads.id = $1::bigint', values: [20001] },
  { query: ['id', '=', 'x'], sql: 'false', values: [] },
  { query: ['id', 'IN', ['1', '2', 'x']], sql: 'threads.id = any($1::bigint[])', values: [[1, 2]] },
  { query: ['id', '^', '200'], sql: 'threads.id::text ilike $1', values: ['200%'] },
  { query: ['updated_at', '>', 100], sql: 'threads.updated_at >= to_timestamp($1::float8)', values: [100] },
  { query: ['updated_at', '<', 100], sql: 'threads.updated_at < to_timestamp($1::float8)', values: [101] },
  { query: ['updated_at', '<=', 100], sql: 'threads.updated_at < to_timestamp($1::float8)', values: [101] },
  { query: ['admin_assignee_id', '=', '1627383'], sql: 'threads.admin_assignee_id = $1::bigint', values: [1627383] },
  {
    query: ['admin_assignee_id', '=', 0],
    sql: '(threads.admin_assignee_id = $1::bigint or threads.admin_assignee_id is null)',
    values: [0],
  },
  { query: ['teammate_ids', '=', '5'], sql: 'threads.teammate_ids && $1::bigint[]', values: [[5]] },
  { query: ['contact_ids', '=', null], sql: "threads.contact_ids = '{}'", values: [] },
  { query: ['open', '=', false], sql: "(threads.state <> 'closed') = $1", values: [false] },
  { query: ['priority', '=', 'not_priority'], sql: 'threads.priority = $1', values: ['none'] },
  { query: ['conversation_rating.admin_d', '=', '5'], sql: 'threads.rating_admin_id = $1::bigint', values: [5] },
  { query: ['ai_agent.rating', '=', 5], sql: "(threads.ai_agent ->> 'rating')::bigint = $1::bigint", values: [5] },
  { query: ['source.body', '=', 'need support'], sql: 'false', values: [] },
]

const companies: Case[] = [
  { query: ['name', '=', 'my-company'], sql: 'lower(companies.name) = lower($1)', values: ['my-company'] },
  { query: ['monthly_spend', '>', 3], sql: 'companies.monthly_spend > $1::bigint', values: [3] },
]

check('contacts', contactSearch, contacts)
check('conversations', conversationSearch, conversations)
check('companies', companySearch, companies)

function check(resource: string, search: SearchFields, cases: Case[]) {
  for (const { query, context = before, sql, values } of cases) {
    const [field, operator, value] = query
    test(`${resource}: ${field} ${operator} ${JSON.stringify(value)}${context === exactly ? ' exactly' : ''}`, () => {
      const where = compileQuery(parseQuery({ field, operator, value }), search, context)
      assert.deepEqual(rendered(where), { sql, values })
    })
  }
}

const role = (value: string) => ({ field: 'role', operator: '=', value })

test('groups keep their own brackets', () => {
  const query = { operator: 'AND', value: [{ operator: 'OR', value: [role('a'), role('b')] }, role('c')] }
  assert.deepEqual(rendered(compileQuery(parseQuery(query), contactSearch, before)), {
    sql: '((contacts.role = $1 or contacts.role = $2) and contacts.role = $3)',
    values: ['a', 'b', 'c'],
  })
})

test('a condition of many parts stands in brackets inside a group', () => {
  const query = {
    operator: 'AND',
    value: [
      { field: 'updated_at', operator: 'IN', value: [1, 5] },
      { field: 'read', operator: '=', value: true },
    ],
  }
  assert.deepEqual(rendered(compileQuery(parseQuery(query), conversationSearch, before)), {
    sql:
      '(((threads.updated_at >= to_timestamp($1::float8) and threads.updated_at < to_timestamp($2::float8))' +
      ' or (threads.updated_at >= to_timestamp($3::float8) and threads.updated_at < to_timestamp($4::float8)))' +
      ' and threads.read = $5)',
    values: [1, 2, 5, 6, true],
  })
})

test('a query tells the facts that must be loaded for it', () => {
  const query = parseQuery({
    operator: 'AND',
    value: [
      { field: 'segment_id', operator: 'IN', value: ['a', 'b', 'a', 5, 'x\0'] },
      { field: 'custom_attributes.plan', operator: '=', value: 'gold' },
      { field: 'custom_attributes.x\0', operator: '=', value: 'gold' },
    ],
  })
  assert.deepEqual(segmentIdsOf(query), ['a', 'b'])
  assert.deepEqual(attributesOf(query), ['plan'])
  assert.deepEqual(attributesOf(parseQuery({ field: 'email', operator: '=', value: 'x' })), [])
})
