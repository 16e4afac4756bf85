/** No query whatever is an error of the database. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { companySearch } from '../resources/companies/search-fields.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import { atFileEnd } from '../test/endings.ts'
import { compileQuery } from './compile.ts'
import type { SearchContext, SearchFields } from './fields.ts'
import { parseQuery } from './parse.ts'
import { searchedDatabase, type SearchedDatabase } from './rows.ts'

const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$']
const TEXTS = [
  'x',
  '',
  ' ',
  '12',
  '-1',
  '9999999999999999',
  '1e5',
  'NaN',
  '\0',
  '\ud83d',
  '%',
  '\\',
  '(',
  "'",
  '<p>',
  '\u{1f600}',
  'İ',
]
const NUMBERS = [0, -1, 1.5, 1e300, -1e15, 2 ** 53, 8.64e12, -62_135_596_800]
const OTHERS = [true, null, [], ['12'], [1, null], [null], [[1]], {}, { days_ago: 1 }]
const ANYTHING: unknown[] = [...TEXTS, ...NUMBERS, ...OTHERS, ...[...TEXTS, ...NUMBERS].map((value) => [value])]

const RESOURCES = { contacts: contactSearch, threads: conversationSearch, companies: companySearch }

describe('every field takes every operator with every kind of value, or answers 400', () => {
  let searched: SearchedDatabase
  before(async () => {
    searched = await searchedDatabase()
  })
  atFileEnd(() => searched.drop())

  test('lists as long as they may be', async () => {
    const { db, context } = searched
    const longest: [field: string, item: (n: number) => unknown][] = [
      ['id', String],
      ['created_at', (n) => n],
      ['source.subject', String],
      ['source.body', String],
      ['admin_assignee_id', (n) => n],
    ]
    for (const [field, item] of longest) {
      const query = parseQuery({ field, operator: 'IN', value: Array.from({ length: 2000 }, (_, n) => item(n)) })
      await db`select 1 from threads where ${compileQuery(query, conversationSearch, context)}`
    }
  })

  for (const [table, search] of Object.entries(RESOURCES)) {
    for (const exactly of [false, true]) {
      test(`${table}, ${exactly ? 'exactly' : 'as before'}`, async () => {
        const { db } = searched
        const context = { ...searched.context, has: () => exactly }
        const attributes = search.patterns
          ? [...context.attributes.keys()].map((name) => `custom_attributes.${name}`)
          : []
        for (const field of [...Object.keys(search.fields), ...attributes]) {
          const conditions = conditionsOn(field, search, context)
          assert.ok(conditions.length > 0, field)
          // Together in one statement: any of them that PostgreSQL refuses refuses it all.
          const columns = conditions.map((condition) => db`${condition},`)
          await db`select ${columns} true from ${db(table)}`
        }
      })
    }
  }
})

function conditionsOn(field: string, search: SearchFields, context: SearchContext) {
  const queries = OPERATORS.flatMap((operator) => ANYTHING.map((value) => parseQuery({ field, operator, value })))
  return queries.flatMap((query) => {
    try {
      return [compileQuery(query, search, context)]
    } catch (error) {
      assert.equal((error as { status?: number }).status, 400, String(error))
      return []
    }
  })
}
