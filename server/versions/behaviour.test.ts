/** Both sides of every named change, over HTTP. A change that none of the files of sides tells is a mistake. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { companies } from '../test/sides/companies.ts'
import { contacts } from '../test/sides/contacts.ts'
import { conversations } from '../test/sides/conversations.ts'
import { dataAttributes } from '../test/sides/data-attributes.ts'
import { makeScene } from '../test/sides/scene.ts'
import { operations } from '../operations.ts'
import { files, history } from './index.ts'

const app = await testApp()
const scene = makeScene(app)
const sides = { ...contacts, ...companies, ...conversations, ...dataAttributes }

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

for (const [at, { name: version, changes = [] }] of files.entries())
  for (const { name, note } of changes)
    test(`${version} ${name}: ${note}`, async () => {
      const change = sides[name]
      assert.ok(change, `${name} has no two sides in server/test/sides`)
      const seen = (file: number) => change.see(app.client({ version: files[file]!.name }), scene)
      assert.deepEqual(await seen(at - 1), change.before, `before: ${files[at - 1]!.name}`)
      assert.deepEqual(await seen(at), change.after, `after: ${version}`)
    })

test('the sides are those of changes that there are', () => {
  const names = files.flatMap(({ changes = [] }) => changes.map(({ name }) => name))
  assert.deepEqual(Object.keys(sides).toSorted(), names.toSorted())
})

test('what a version does not have, to read or to write, is refused in the words of the API', async () => {
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
