/**
 * Both sides of every named change, over HTTP, in the versions that the files of sides name: not in those
 * that the version files do. A change that none of the files of sides tells is a mistake.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { sides } from '../test/sides/index.ts'
import { makeScene } from '../test/sides/scene.ts'
import { operations } from '../operations.ts'
import { files, history } from './index.ts'

const app = await testApp()
const scene = makeScene(app)

await app.db`
  insert into data_attributes ${app.db({
    workspace_id: app.workspace.id,
    model: 'conversation',
    name: 'level',
    label: 'Level',
    data_type: 'string',
    created_at: app.clock.now(),
    updated_at: app.clock.now(),
  })}`

const note = (name: string) => files.flatMap(({ changes = [] }) => changes).find((change) => change.name === name)?.note

for (const [name, change] of Object.entries(sides))
  test(`${change.since} ${name}: ${note(name)}`, async () => {
    const at = files.findIndex((file) => file.name === change.since)
    assert.ok(at > 0, `${change.since} is not a version with one before it`)
    const seen = (file: number) => change.see(app.client({ version: files[file]!.name }), scene)
    assert.deepEqual(await seen(at - 1), change.before, `before: ${files[at - 1]!.name}`)
    assert.deepEqual(await seen(at), change.after, `after: ${change.since}`)
  })

test('each change stands in the file of the version that its sides name', () => {
  const told = Object.entries(sides).map(([name, { since }]) => `${since} ${name}`)
  const made = files.flatMap(({ name: version, changes = [] }) => changes.map(({ name }) => `${version} ${name}`))
  assert.deepEqual(made.toSorted(), told.toSorted(), 'a sides.ts tells each change, with its version')
})

test('refuses fields and operations that a version lacks, with the error of the API', async () => {
  for (const version of history.versions) {
    const client = app.client({ version: version.name })
    for (const { key, method, path } of operations.filter((operation) => !version.serves(operation.key))) {
      const send = client[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete']
      const { status, body } = await send(path.replaceAll(/\{\w+\}/g, '1'))
      assert.deepEqual(
        [status, body.errors],
        [
          400,
          [
            {
              code: 'intercom_version_invalid',
              message: 'Requested resource is not available in current API version',
            },
          ],
        ],
        `${version.name} ${key}`,
      )
    }
  }
})
