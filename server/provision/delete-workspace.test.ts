import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillDemo } from '../demo/fill.ts'
import { filledDemo } from '../demo/test-demo.ts'
import { testSecrets } from '../test/app.ts'
import { deleteWorkspace, listTables } from './delete-workspace.ts'

test('a deleted workspace leaves no row in any table, and its neighbour loses none', async () => {
  const app = await filledDemo()
  const { db, clock, workspace } = app
  const leaving = await app.createWorkspace()
  await fillDemo(db, leaving.id, clock, testSecrets)
  await app.client({ token: leaving.token }).post('/events', { event_name: 'x', email: 'nobody@example.com' })
  const webhook = { url: 'https://example.com/', topics: ['contact.user.created'] }
  await app.client({ token: leaving.token }).post('/parley/webhooks', webhook)

  const tables = await listTables(db)
  const count = async (id: number) =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => {
          const [row] = await db<
            [{ n: number }]
          >`select count(*)::int as n from ${db(table)} where workspace_id = ${id}`
          return [table, row.n] as const
        }),
      ),
    )
  const [mine, theirs] = [await count(leaving.id), await count(workspace.id)]
  for (const table of ['contacts', 'threads', 'data_events', 'webhooks', 'tokens']) assert.ok(mine[table]! > 0, table)

  await deleteWorkspace(db, leaving.id, clock.now())
  assert.deepEqual(await count(leaving.id), Object.fromEntries(tables.map((table) => [table, 0])))
  assert.deepEqual(await count(workspace.id), theirs)
  assert.equal((await db`select from workspaces where id = ${leaving.id}`).length, 0)
  assert.equal((await app.client({ token: leaving.token }).get('/me')).status, 401)
})
