/** The body of a search request, and walking through pages. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { encodeCursor } from '../http/cursor.ts'
import { ApiError } from '../http/errors.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import { atFileEnd } from '../test/endings.ts'
import { rendered } from './rendered.ts'
import { searchedDatabase, type SearchedDatabase } from './rows.ts'
import { searchPage } from './search-page.ts'
import { orderBy, type Direction } from './sort.ts'

const query = { field: 'email', operator: '=', value: 'x' }
const usual = { perPage: 50, order: orderBy('created_at', 'ascending', contactSearch) }
const read = (body: unknown, has = false) => searchPage(body, usual, contactSearch, { has: () => has })
const sql = (body: unknown) => rendered(read(body).page.orderBy).sql

test('a search has its own size and order', () => {
  assert.equal(read({ query }).perPage, 50)
  assert.equal(read({ query, pagination: null }).page.page, 1)
  assert.equal(sql({ query }), 'contacts.created_at asc, contacts.id asc')
})

test('the size of a page is at most 150', () => {
  assert.equal(read({ query, pagination: { per_page: 10 }, per_page: 60 }).perPage, 10)
  assert.equal(read({ query, pagination: { per_page: '10' } }).perPage, 10)
  assert.equal(read({ query, pagination: { per_page: 151 } }).perPage, 150)
})

test('an order is descending unless it says otherwise', () => {
  const DESCENDING = 'contacts.updated_at desc, contacts.id desc'
  assert.equal(sql({ query, sort: { field: 'updated_at' } }), DESCENDING)
  assert.equal(sql({ query, sort: { field: 'updated_at', order: 'desc' } }), DESCENDING)
  assert.equal(
    sql({ query, sort: { field: 'updated_at', order: 'ascending' } }),
    'contacts.updated_at asc, contacts.id asc',
  )
  assert.equal(
    sql({ query, sort: { field: 'last_seen_at' } }),
    'contacts.last_seen_at desc nulls last, contacts.id desc',
  )
})

const cursor = (...values: (string | number | null)[]) => ({
  query,
  pagination: { starting_after: encodeCursor(values) },
})
const bad: [name: string, body: unknown, code: string, message?: string][] = [
  ['no object', 'x', 'invalid_query'],
  ['no query', {}, 'invalid_query'],
  ['another key', { query, random_param: 1 }, 'bad_request', "bad 'random_param' parameter"],
  ['no pagination object', { query, pagination: 5 }, 'parameter_invalid'],
  ['a per_page of 0', { query, pagination: { per_page: 0 } }, 'parameter_invalid'],
  ['a per_page of -1', { query, pagination: { per_page: -1 } }, 'parameter_invalid'],
  ['a per_page of 1.5', { query, pagination: { per_page: 1.5 } }, 'parameter_invalid'],
  ['a per_page of abc', { query, pagination: { per_page: 'abc' } }, 'parameter_invalid'],
  ['a cursor that is a number', { query, pagination: { starting_after: 5 } }, 'client_error'],
  ['garbage for a cursor', { query, pagination: { starting_after: '%%%' } }, 'client_error'],
  ['a cursor of another order', cursor('2026', 'ann', 2), 'client_error'],
  ['a cursor without a date', cursor(null, 'ann', 2), 'client_error'],
  ['a cursor before the calendar', cursor(-9e15, 'ann', 2), 'client_error'],
  ['a cursor of another resource', cursor(5, 20001, 2), 'client_error'],
  ['a cursor of page 0', cursor(5, 'ann', 0), 'client_error'],
  ['a cursor with a total below 0', cursor(5, 'ann', 2, -1), 'client_error'],
  ['a cursor with a total that is text', cursor(5, 'ann', 2, 'x'), 'client_error'],
  ['no sort object', { query, sort: 'name' }, 'parameter_invalid'],
  ['an unknown sort', { query, sort: { field: 'x' } }, 'invalid_field', 'x is not a valid field'],
  ['a sort by tag', { query, sort: { field: 'tag_id' } }, 'invalid_field', 'tag_id is not a valid field'],
  ['a sort by number', { query, sort: { field: 5 } }, 'invalid_field', '5 is not a valid field'],
]
for (const [name, body, code, message] of bad) {
  test(`a search may not have ${name}`, () => assert.throws(() => read(body), refusal(code, message)))
}

test('an unknown sort order is refused once it is known to be', () => {
  const body = { query, sort: { field: 'updated_at', order: 'desc' } }
  const message = "Invalid sort order 'desc'. Must be one of: ascending, descending"
  assert.throws(() => read(body, true), refusal('invalid_sort_order', message))
})

function refusal(code: string, message?: string) {
  return (error: unknown) => {
    assert.ok(error instanceof ApiError, String(error))
    assert.deepEqual([error.status, error.code, error.message], [400, code, message ?? error.message])
    return true
  }
}

const walks: [table: 'contacts' | 'threads', field: string, direction: Direction, found: string][] = [
  ['contacts', 'created_at', 'ascending', 'bob cy ann'],
  ['contacts', 'created_at', 'descending', 'ann cy bob'],
  ['contacts', 'last_replied_at', 'ascending', 'ann bob cy'],
  ['contacts', 'last_replied_at', 'descending', 'ann cy bob'],
  ['contacts', 'email', 'ascending', 'ann bob cy'],
  ['contacts', 'email', 'descending', 'bob ann cy'],
  ['contacts', 'owner_id', 'descending', 'bob ann cy'],
  ['contacts', 'has_hard_bounced', 'ascending', 'bob cy ann'],
  ['contacts', 'id', 'descending', 'cy bob ann'],
  ['threads', 'updated_at', 'descending', '3 2 1'],
  ['threads', 'id', 'ascending', '1 2 3'],
  ['threads', 'statistics.count_reopens', 'descending', '2 3 1'],
  ['threads', 'source.author.name', 'ascending', '1 2 3'],
]

describe('pages of one', () => {
  let searched: SearchedDatabase
  before(async () => {
    searched = await searchedDatabase()
  })
  atFileEnd(() => searched.drop())

  for (const [table, field, order, found] of walks) {
    test(`${table} by ${field}, ${order}`, async () => assert.equal(await walk(table, field, order), found))
  }

  async function walk(table: 'contacts' | 'threads', field: string, order: Direction): Promise<string> {
    const { db } = searched
    const search = table === 'contacts' ? contactSearch : conversationSearch
    const ids = []
    for (let starting_after: string | undefined; ;) {
      const body = { query, sort: { field, order }, pagination: { per_page: 1, starting_after } }
      const { page, perPage } = searchPage(body, usual, search, searched.context)
      const rows = await db<{ id: string; sort_key: Date | string | number | null }[]>`
        select id, ${page.sortKey} as sort_key from ${db(table)} where ${page.after} order by ${page.orderBy} limit ${perPage + 1}`
      assert.equal(page.page, ids.length + 1)
      ids.push(rows[0]!.id)
      if (rows.length <= perPage) return ids.join(' ')
      starting_after = page.next(rows[0]!)
    }
  }
})
