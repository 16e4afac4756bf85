/** The list of contacts that are no longer active does not go through those that are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { plansOf } from '../../test/plans.ts'

const app = await testApp({ own: true })
const NOW = app.clock.now()
await app.db`
  insert into contacts (workspace_id, id, role, external_id, state, created_at, updated_at)
  select ${app.workspace.id}, left(md5(n::text), 24), 'user', 'plans-' || n,
    case when n % 50 = 0 then 'archived' else 'active' end, ${NOW}, ${NOW}
  from generate_series(1, 5000) n`
await app.db`analyze`

test('pages and their total are read by an index of these contacts alone', async () => {
  const plans = await plansOf(app.db, /from contacts/, () => app.client().get('/contacts/deleted?per_page=20&page=2'))
  assert.ok(plans.length >= 2)
  for (const { reads } of plans)
    for (const { table, index, wasted } of reads.filter((read) => read.table === 'contacts'))
      assert.deepEqual([table, index, wasted], ['contacts', 'contacts_not_active', 0])
})
