/** Each client gets the version that it asks for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { createHistory } from '../versions/history.ts'
import { files, history } from '../versions/index.ts'
import { itemModels, topics } from '../webhooks/topics.ts'
import { testApp } from './app.ts'
import { contract } from './contract.ts'
import { knownOperations } from './known-operations.ts'
import { UNDESCRIBED } from './undescribed.ts'
import { fillPath, makeWorld } from './world.ts'

const app = await testApp()

for (const asked of ['Preview', 'preview', 'Unstable', 'unstable'])
  test(`${asked} is the preview`, async () => {
    const reply = await app.client({ version: asked }).get('/me')
    assert.equal(reply.headers['intercom-version'], history.newest.name)
  })

test('without a header the newest stable version answers', async () => {
  const reply = await app.client().get('/me')
  assert.equal(reply.headers['intercom-version'], history.newestStable.name)
})

test("without a header the workspace's own default answers, where it has one", async () => {
  const workspace = await app.createWorkspace()
  const oldest = history.versions[0]!.name
  await app.db`update workspaces set default_version = ${oldest} where id = ${workspace.id}`
  const reply = await app.client({ token: workspace.token }).get('/me')
  assert.equal(reply.headers['intercom-version'], oldest)
})

for (const asked of ['1.4', '2.6', '2.99', 'latest', '2'])
  test(`${asked} is refused`, async () => {
    const reply = await app.client({ version: asked }).get('/me')
    assert.equal(reply.status, 400)
    assert.deepEqual(reply.body.errors, [
      { code: 'intercom_version_invalid', message: 'The requested version could not be found' },
    ])
  })

test('an operation answers 400 in the versions that do not have it, and in no other', async () => {
  const { ids, workspace } = await makeWorld(app, 'versions')
  for (const version of history.versions)
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const client = app.client({ version: version.name, token: workspace.token })
      const { status, body } = await client.get(fillPath(operation.path, ids))
      const refused = status === 400 && body.errors?.[0].code === 'intercom_version_invalid'
      assert.equal(refused, !version.serves(operation.key), `${version.name} ${operation.key}: ${status}`)
    }
})

test(
  'each version serves exactly the operations that it is known to have, of those that there are',
  { skip: !contract && 'the descriptions are not at hand' },
  () => {
    for (const version of history.versions) {
      const known = new Set(knownOperations(version)!.map(({ operation }) => operation))
      for (const { key } of operations) assert.equal(version.serves(key), known.has(key), `${version.name} ${key}`)
    }
  },
)

test('every operation, model, property and topic in the version files exists', () => {
  createHistory(files, { operations, models: itemModels, topics })
})

test('an operation that no description has begins in the version that its line names', () => {
  const built = new Set(operations.map(({ key }) => key))
  const certain = UNDESCRIBED.filter(({ operation, sure }) => sure !== 'inferred' && built.has(operation))
  assert.ok(certain.length > 10)
  for (const { operation, since } of certain) {
    const having = history.versions.filter(({ serves }) => serves(operation)).map(({ name }) => name)
    assert.equal(having[0], since, operation)
    assert.equal(having.at(-1), history.newest.name, operation)
  }
})
