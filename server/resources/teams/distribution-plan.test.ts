/** A member's work is counted by an index of open threads, however many are closed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { plansOf } from '../../test/plans.ts'
import { newConversation } from '../conversations/test-scene.ts'

test('the open conversations of each member are found by their index alone', async () => {
  const app = await testApp({ own: true })
  const client = app.client()
  const admin = { name: 'Ada', email: 'ada-plan@example.com', has_inbox_seat: true }
  const ada = Number((await client.post('/parley/admins', admin)).body.id)
  const team = { name: 'Support', distribution_method: 'load_balanced', admin_ids: [ada] }
  const { id: assignee_id } = (await client.post('/parley/teams', team)).body
  await app.db`
    insert into threads (workspace_id, id, state, admin_assignee_id, created_at, updated_at)
    select ${app.workspace.id}::int, 900000 + n, case when n % 1000 = 0 then 'open' else 'closed' end, ${ada}::bigint, now(), now()
    from generate_series(1, 10000) n`
  await app.db`analyze threads`
  const { id } = await newConversation(client)
  const assign = { type: 'team', message_type: 'assignment', admin_id: app.workspace.adminId, assignee_id }
  const plans = await plansOf(app.db, /with chosen as/, () => client.post(`/conversations/${id}/parts`, assign))
  for (const { mode, reads } of plans) {
    const threads = reads.filter(({ table }) => table === 'threads')
    // The conversation that is assigned does not count.
    assert.deepEqual(
      threads.map(({ index, wasted }) => [index, wasted <= 1]),
      [['threads_by_admin_assignee', true]],
      mode,
    )
  }
})
