/** A waiver is for certain values: another one at the same place stays a problem. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../contract/checker.ts'
import { waiverFor, WAIVED } from './index.ts'

type Place = [version: string, operation: string, kind: Problem['kind'], at: string]
const LEVEL: Place = ['2.11', 'POST /companies', 'schema', '/custom_attributes/level']
const URGENT: Place = ['2.16', 'PUT /conversations/{}', 'schema', '/custom_attributes/urgent']
const SEATS: Place = ['2.7', 'PUT /visitors', 'schema', '/custom_attributes/seats']
const ALL: Place = ['2.13', 'GET /conversations/{}', 'extra', '/custom_attributes']
const MULTILINE: Place = ['2.16', 'GET /conversations/attributes/{}', 'missing', '/multiline']
const CURSOR: Place = ['Preview', 'GET /contacts/{}/merge_history', 'missing', '/next_cursor']
const NOTES: Place = ['Preview', 'GET /companies/{}', 'extra', '/notes/has_more']
const EMAIL: Place = ['2.11', 'GET /contacts/{}', 'schema', '/email']
const NEXT: Place = ['2.11', 'GET /companies', 'schema', '/pages/next']
const CLOSED_AT: Place = ['2.11', 'GET /conversations/{}', 'schema', '/statistics/last_close_at']
const notes = { type: 'note.list', url: '/companies/1/notes', data: [1] }

const ROWS: [title: string, place: Place, waived: boolean, value: unknown, holder?: object][] = [
  ["a company's number", LEVEL, true, 3],
  ["a company's list", LEVEL, false, [3]],
  ["a company's object", LEVEL, false, { level: 3 }],
  ["a conversation's switch", URGENT, true, true],
  ["a conversation's list", URGENT, false, [true]],
  ["a visitor's number", SEATS, true, 3],
  ["a visitor's list", SEATS, false, ['3']],
  ['custom attributes of single values', ALL, true, { level: 'one' }],
  ['custom attributes with a list', ALL, false, { level: ['one'] }],
  ['a number without multiline', MULTILINE, true, undefined, { data_type: 'integer' }],
  ['a text without multiline', MULTILINE, false, undefined, { data_type: 'string' }],
  ['the last page without a cursor', CURSOR, true, undefined, { has_more: false }],
  ['a page with more after it, without a cursor', CURSOR, false, undefined, { has_more: true }],
  ['notes of which more are left', NOTES, true, true, { ...notes, total_count: 2, has_more: true }],
  ['notes that tell of more and have none', NOTES, false, true, { ...notes, total_count: 1, has_more: true }],
  ['a contact without an email', EMAIL, true, null, { type: 'contact' }],
  ['an author without an email', EMAIL, false, null, { type: 'user' }],
  ['an email that is a number', EMAIL, false, 7, { type: 'contact' }],
  ['a page by number, followed by an address', NEXT, true, 'https://parley.example/companies?page=2', { page: 1 }],
  ['a page by cursor, followed by an address', NEXT, false, 'https://parley.example/companies?page=2', {}],
  ['a page by number, followed by a word', NEXT, false, 'more', { page: 1 }],
  ['a time that has not come', CLOSED_AT, true, null],
  ['a time as text', CLOSED_AT, false, '2026-01-15'],
]

for (const [title, [version, operation, kind, at], waived, value, holder = {}] of ROWS)
  test(`${title} is ${waived ? '' : 'not '}waived`, () => {
    const waiver = waiverFor(version, operation, { kind, at, detail: '', value, holder })
    assert.equal(waiver !== undefined, waived)
  })

const VALUES = [undefined, null, 7, 'word', true, [], ['word'], {}]

test('no waiver is for every value', () => {
  const wide = WAIVED.filter(({ when }) => VALUES.every((value) => when(value, {}) && when(value, { name: 'word' })))
  assert.deepEqual(wide, [])
})
