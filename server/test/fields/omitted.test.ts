/** Each nullable field of each request that makes or removes something: null does what leaving it out does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { anyId, normalise } from '../normalise.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send } from '../requests/request.ts'
import { watchWrites } from '../watched-writes.ts'
import { UPSERTS } from './cleared-values.ts'
import { nullableFieldsOf, withField, withoutField } from './nullable-fields.ts'
import { difference, workspaceRows } from './workspace-rows.ts'

const app = await testApp({ own: true })
await watchWrites(app.db)
/** Two workspaces in step: one gets each request without the field, the other with null, under the same names. */
const [one, other] = [
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
]

const makers = allOperations.filter(
  ({ method, key, body, atomic }) =>
    body && atomic !== 'none' && !['PUT', 'PATCH'].includes(method) && !UPSERTS.has(key),
)

/** The outcome of a request: the answer, and the rows that it left. */
async function outcome(scene: Scene, operation: Operation, change: (body: object) => object) {
  const sample = sampleOf(operation.key)
  const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
  const rows = () => workspaceRows(app.db, scene.workspace.id, { ids: false, history: true })
  const before = await rows()
  const { status, body } = await send(scene, { ...request, body: change(request.body ?? {}) })
  return { status, body: normalise(body, anyId), rows: difference(before, await rows()) }
}

test('null is the same as nothing', async (t) => {
  for (const operation of makers)
    for (const { path, required } of nullableFieldsOf(operation)) {
      if (required) continue
      await t.test(`${operation.key} ${path.join('.')}`, async () => {
        const withNull = (body: object) => withField(body, path, null)
        const without = await outcome(one, operation, (body) => withoutField(withNull(body), path))
        assert.deepEqual(await outcome(other, operation, withNull), without)
      })
    }
})
