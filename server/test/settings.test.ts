/** Rules for every operation of the settings: its callers, and its single form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { operations, settings } from '../operations.ts'
import { history } from '../versions/index.ts'
import { anotherAddress } from './addresses.ts'
import { testApp } from './app.ts'
import { insertUnmakeable, isSetting, settingsTour } from './tour.ts'
import { holdStatuses } from './named-statuses.ts'
import { fillPath, makeWorld } from './world.ts'

holdStatuses()
const app = await testApp()
// Each schema is used once: to compile it fast matters more than to run it fast.
const ajv = new Ajv({ strict: false, allowUnionTypes: true, code: { optimize: false } })
const plain = (schema: object) => JSON.parse(JSON.stringify(schema))

test('all of them stand under one prefix, and nothing else does', () => {
  for (const { key, path } of settings) assert.match(path, /^\/parley\//, key)
  for (const { key, path } of operations) assert.doesNotMatch(path, /^\/parley/, key)
})

test('the tour goes to every one of them, each succeeds and answers as its schema says', async () => {
  const { token, id } = await app.createWorkspace()
  const client = app.client({ token })
  const found: Record<string, string> = await insertUnmakeable(app, id)
  const visited = new Set<string>()
  for (const step of settingsTour) {
    const { key, go, find } = step
    const { status, body, headers } = (await go(client, found))!
    if (find) Object.assign(found, find(body))
    if (!isSetting(step)) continue
    assert.equal(status, 200, `${key}: ${JSON.stringify(body)}`)
    assert.equal(headers['intercom-version'], undefined, key)
    const { reply } = settings.find((operation) => operation.key === key)!
    const check = ajv.compile(plain(closed(reply)))
    assert.ok(check(body), `${key}: ${ajv.errorsText(check.errors)} ${JSON.stringify(body)}`)
    visited.add(key)
  }
  assert.deepEqual([...visited].toSorted(), settings.map(({ key }) => key).toSorted())
})

/** A schema that knows all that may be there. */
function closed(schema: any): any {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, child]) => [key, closed(child)]))
  return schema.properties && schema.type === 'object' ? { ...copy, additionalProperties: false } : copy
}

test('no token, and one that may not change settings, open none of them', async (t) => {
  const { ids, workspace } = await makeWorld(app, 'lemur')
  const { token } = await createToken(app.db, workspace.id, { name: 'a script', now: app.clock.now() })
  const script = app.client({ token })
  const nobody = app.client({ token: 'wrong', from: anotherAddress })
  assert.equal((await script.get('/me')).status, 200)
  const countTokens = async () => {
    const [row] = await app.db<{ count: number }[]>`select count(*) from tokens where workspace_id = ${workspace.id}`
    return row!.count
  }
  const before = await countTokens()
  for (const operation of settings)
    await t.test(`${operation.method} ${operation.path}`, async () => {
      const path = fillPath(operation.path, ids)
      const method = operation.method.toLowerCase() as 'get' | 'post'
      const body = operation.body && { name: 'Mallory', email: 'mallory@example.com', settings: true }
      const refused = await script[method](path, body)
      assert.equal(refused.status, 403)
      assert.equal(refused.body.type, 'error.list')
      assert.equal(refused.body.request_id, refused.headers['x-request-id'])
      assert.deepEqual(refused.body.errors, [
        { code: 'forbidden', message: 'You do not have the required scope (settings) to access this resource' },
      ])
      const unknown = await nobody[method](path, body)
      assert.deepEqual([unknown.status, unknown.body.errors[0].code], [401, 'unauthorized'])
    })
  assert.equal(await countTokens(), before)
})

test('the answer is the same in every version, and in one that does not exist', async () => {
  const newest = await app.client({ version: 'Preview' }).get('/parley/segments')
  for (const version of [...history.versions.map(({ name }) => name), '1.0', 'nonsense'])
    assert.deepEqual((await app.client({ version }).get('/parley/segments')).body, newest.body, version)
  await app.db`update workspaces set default_version = '2.7' where id = ${app.workspace.id}`
  assert.deepEqual((await app.client().get('/parley/segments')).body, newest.body)
})
