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
  '0008_settings.sql': 'an email belongs to one admin only, before a release let two have it',
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
  'alter table contacts alter column phone drop default': ['drop default'],
  'alter table contacts alter id drop identity': ['drop default'],
  'alter table contacts add unique (phone)': ['add constraint'],
  'alter table contacts add foreign key (owner_id) references admins (id)': ['add constraint'],
  'alter table contacts add column size int not null default 0 unique': ['add constraint'],
  'alter table contacts add check (phone in (lower(phone), upper(phone))), drop note': [
    'add constraint',
    'drop column',
  ],
  'alter table contacts enable row level security': ['enable row level'],
  'create unique index on contacts (phone)': ['create a unique index'],
  'create unique index if not exists one_phone on contacts (phone) where phone is not null': ['create a unique index'],
  'update contacts set phone = null': ['update'],
  'alter table contacts add column size int; update contacts set size = 1, phone = null where size = 2': ['update'],
  'with gone as (delete from contacts returning id) insert into lost select id from gone': ['with'],
  "do $$ begin execute 'drop table contacts'; end $$": ['do'],
  'revoke insert on contacts from parley': ['revoke'],
  'alter table contacts add column size int; update contacts set size = length(phone) where phone is not null': [],
  'create table a (id int); create unique index on a (id); alter table a add constraint b check (id > 0)': [],
  "insert into contacts (id) values (1) on conflict (id) do update set phone = ''": ['update'],
  "comment on table contacts is E'it\\'s'; drop table contacts; comment on table admins is 'x'": ['drop'],
  "insert into contacts (id, phone) values (1, E'\\'') on conflict (id) do nothing": [],
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

test('a line says that changed values are read as before', () => {
  const update = "update contacts set name = 'Ada'"
  assert.equal(complaintOf(`-- read by 0.2.0 as before: contacts.name, contacts\n${update}`, '0.2.0'), undefined)
  assert.match(complaintOf(`-- read by 0.3.0 as before: contacts\n${update}`, '0.2.0')!, /later/)
})

test('a line names each table or column that is destroyed', () => {
  const drop = 'alter table contacts drop column phone, drop note'
  const complaint = (what: string) => complaintOf(`-- not read since 0.2.0: ${what}\n${drop}`, '0.2.0')
  for (const named of ['contacts', 'contacts.phone, contacts.note']) assert.equal(complaint(named), undefined, named)
  for (const named of ['companies', 'contacts.phone', 'contacts.nothing'])
    assert.match(complaint(named)!, /no line/, named)
  assert.match(complaintOf('-- not read since 0.2.0: contacts\ndrop table contacts, companies', '0.2.0')!, /companies/)
})
