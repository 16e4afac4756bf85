/** A migration that takes something away names the release since which no running code reads it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { complaintOf, destructiveOf } from './destructive.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'server/db/migrations')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

/** They cannot be edited, because databases know them by their text; none was part of a release when it was written. */
const BEFORE_THE_FIRST_RELEASE: Record<string, string> = {
  '0011_conversation_attributes.sql': 'options become objects in place, before a release had them as texts',
  '0014_search_editions.sql': 'the search index is emptied, to be made anew from its tables',
  '0017_search_texts.sql': 'the search index is emptied, to be made anew from its tables',
  '0018_search_buckets.sql': 'the search index is emptied, to be made anew from its tables',
}

const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))

for (const { name, sql } of migrations)
  test(`${name} takes away nothing that running code reads`, () => {
    const complaint = complaintOf(sql, version)
    if (BEFORE_THE_FIRST_RELEASE[name]) assert.ok(complaint, 'it is listed without need')
    else assert.equal(complaint, undefined)
  })

test('every listed migration exists', () => {
  const names = new Set(migrations.map(({ name }) => name))
  for (const name of Object.keys(BEFORE_THE_FIRST_RELEASE)) assert.ok(names.has(name), name)
})

const PLANTED: Record<string, string[]> = {
  'alter table contacts drop column phone': ['drop column'],
  'ALTER TABLE contacts\n  ADD COLUMN a int,\n  DROP phone': ['drop column'],
  'alter table contacts rename column phone to mobile': ['rename'],
  'alter table contacts rename to people': ['rename'],
  'alter table contacts alter column phone type varchar(10)': ['alter type'],
  'alter table contacts alter phone set data type varchar(10)': ['alter type'],
  'alter table contacts alter column phone set not null': ['set not null'],
  'alter table contacts add constraint short check (length(phone) < 10)': ['add constraint'],
  'alter table contacts add column size int not null': ['add a required column'],
  'create table a (id int); drop table if exists contacts': ['drop'],
  'drop function note_search_change': ['drop'],
  'truncate contacts': ['truncate'],
  'delete from contacts': ['delete'],
  "alter type mood rename value 'sad' to 'blue'": ['rename'],
  'create index on contacts (phone)': [],
  'drop index contacts_by_phone': [],
  'alter table contacts drop constraint short': [],
  'alter table contacts alter column phone drop not null': [],
  'alter table contacts add column size int not null default 0, add column note text': [],
  'create function tidy() returns void language sql as $$ delete from contacts; drop table contacts $$': [],
  "-- drop table contacts\ninsert into notes values ('alter table contacts drop column phone; truncate it')": [],
}

for (const [sql, kinds] of Object.entries(PLANTED))
  test(`planted: ${sql.replaceAll(/\s+/g, ' ')}`, () => {
    assert.deepEqual(destructiveOf(sql), kinds)
    if (kinds.length === 0) return assert.equal(complaintOf(sql, '0.2.0'), undefined)
    assert.match(complaintOf(sql, '0.2.0')!, /^destroys/)
    assert.equal(complaintOf(`-- not read since 0.2.0: contacts\n${sql}`, '0.2.0'), undefined)
    assert.match(complaintOf(`-- not read since 0.10.0: contacts\n${sql}`, '0.2.0')!, /later/)
    assert.match(complaintOf(`-- not read since 0.2.0:\n${sql}`, '0.2.0')!, /^destroys/)
  })
