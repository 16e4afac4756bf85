import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { wideRows } from './wide-rows.ts'

test('wide rows are what the query answers', async () => {
  const app = await testApp()
  const query = () => app.db`
    select n, n::text as "constructor", null as "a ' \\ \u2028 column", ${'x'}::text as x from generate_series(1, 3) n`
  assert.deepEqual(await wideRows(query()), [...(await query())])
  assert.deepEqual(await wideRows(app.db`select 1 as x where false`), [])
})
