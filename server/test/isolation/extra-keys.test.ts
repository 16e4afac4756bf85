/** Keys of a body that its operation does not know go nowhere, though they are called as columns are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { mentionsOf } from '../fields/mentions.ts'
import { anyId, normalise } from '../normalise.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send, type Request } from '../requests/request.ts'
import { runDueJobs } from '../run-jobs.ts'
import { changedTables, storedRows } from '../stored-rows.ts'
import { addKeys } from './add-keys.ts'

const app = await testApp({ own: true })
const [plain, extra] = [
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
]
const bystander = await app.createWorkspace()
const PLANTED = 'planted-value'

const columns = await app.db<{ name: string }[]>`
  select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`

/** Columns that hold a body as it was sent. */
const AS_SENT: Record<string, string> = {
  'bulk_items.details': 'items that wait for their turn',
}

const writes = allOperations.filter(({ body, atomic }) => body && atomic !== 'none')

/** The answer without ids, which differ between the two workspaces. */
const ask = async (scene: Scene, request: Request) => {
  const { status, body } = await send(scene, request)
  return { status, body: normalise(body, anyId) }
}

test('the names of all columns, and the workspace of another, are as if they were not there', async (t) => {
  const before = await storedRows(app.db, bystander.id)
  const values = { ...Object.fromEntries(columns.map(({ name }) => [name, PLANTED])), workspace_id: bystander.id }
  for (const operation of writes)
    await t.test(operation.key, async () => {
      const requestIn = async (scene: Scene) => {
        const sample = sampleOf(operation.key)
        return prepare(scene, operation, sample, await give(scene, operation, sample))
      }
      const expected = await ask(plain, await requestIn(plain))
      const request = await requestIn(extra)
      const reply = await send(extra, { ...request, body: addKeys(operation, request.body ?? {}, values) })
      if (![400, 422].includes(reply.status))
        return assert.deepEqual({ status: reply.status, body: normalise(reply.body, anyId) }, expected)
      // Some refuse what they do not know, and name it.
      const { message } = reply.body.errors[0]
      assert.ok(
        columns.some(({ name }) => message.split(/[^\w]/).includes(name)),
        message,
      )
      assert.deepEqual(await ask(extra, request), expected)
    })
  await runDueJobs(app, extra.workspace.id)
  const stored = [...(await mentionsOf(app.db, PLANTED))].filter((at) => !Object.hasOwn(AS_SENT, at))
  assert.deepEqual(stored, [])
  assert.deepEqual(changedTables(before, await storedRows(app.db, bystander.id)), [])
})
