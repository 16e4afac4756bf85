/** Patterns with a trigram are looked up in a trigram index; others, for which it would be read whole, are filters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPool } from '../db/pool.ts'
import { cloneDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { rendered } from './rendered.ts'
import { likePattern } from './string-field.ts'
import { column } from './test-fields.ts'

const ROWS = 200
const { address, drop } = await cloneDatabase()
const db = openPool(address, { max: 1 })
atFileEnd(async () => {
  await db.end({ timeout: 1 })
  await drop()
})
await db`create temp table t as select '-' || n as c from generate_series(1, ${ROWS}::int) n`
await db`create index on t using gin (c gin_trgm_ops)`
await db`set enable_seqscan = off`

for (const [operator, value] of [
  ...[
    'ann',
    'zo',
    'zoë',
    'é',
    '日本',
    '日本語',
    'a.b',
    'ab.',
    'a.',
    '.a',
    '',
    '①②③',
    'ⓐⓑⓒ',
    '٣٤٥',
    'ⅣⅤⅥ',
    '🙂🙂🙂',
    '___',
    'a_b_',
  ].map((text) => ['~', text] as const),
  ['^', 'z'],
  ['^', '@'],
  ['^', ''],
  ['$', 'zo'],
  ['$', 'o'],
  ['$', 'o.'],
] as const)
  test(`${operator} "${value}" is looked up where PostgreSQL finds a trigram in it`, async () => {
    const sql = rendered(likePattern(column, operator, value)).sql
    const pattern = rendered(likePattern(column, operator, value)).values[0]
    const [
      {
        'QUERY PLAN': [{ Plan: plan }],
      },
    ] = (await db.unsafe('explain (analyze, format json) select from t where t.c ilike $1', [pattern])) as [
      { 'QUERY PLAN': [{ Plan: any }] },
    ]
    const readsWhole = plan.Plans[0]['Actual Rows'] === ROWS
    assert.equal(sql, readsWhole ? "(t.c || '') ilike $1" : 't.c ilike $1')
  })
