import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { history } from '../versions/index.ts'

const app = await testApp()
const MISSING = {
  code: 'intercom_version_invalid',
  message: 'Requested resource is not available in current API version',
}

for (const { name } of history.versions)
  test(`resources of 1.x are of no version, ${name} included`, async () => {
    const client = app.client({ version: name })
    for (const path of [
      '/users',
      '/users/5f3c?email=a%40example.com',
      '/users/scroll',
      '/leads',
      '/leads/convert',
      '/customers/',
      '/customers/search',
      '/bulk/users',
      '/counts?type=user',
      '/subscriptions/nsub_1',
    ])
      for (const reply of [await client.get(path), await client.post(path, {}), await client.delete(path)]) {
        assert.deepEqual([reply.status, reply.body.errors], [400, [MISSING]], `${path} ${reply.text}`)
        assert.equal(reply.headers['intercom-version'], name)
        assert.equal(reply.headers['x-request-id'], reply.body.request_id)
        assert.ok(reply.headers['x-ratelimit-remaining'])
      }
  })

test('an operation that the version does not have answers 400, one that no version has 404', async () => {
  for (const [method, path, version, status] of [
    ['GET', '/macros', '2.11', 400],
    ['GET', '/macros/1', '2.15', 400],
    ['GET', '/tickets/1', '2.8', 400],
    ['GET', '/articles/search?phrase=a', '2.9', 400],
    ['GET', '/help_center/sections/1/', '2.10', 400],
    ['GET', '/folders', '2.16', 400],
    ['GET', '/secure_mode_secrets', '2.18', 400],
    ['GET', '/content/search', '2.15', 400],
    ['POST', '/fin/start', '2.13', 400],
    ['GET', '/conversations/deleted', '2.15', 400],
    ['PATCH', '/macros', '2.11', 404],
    ['GET', '/macros/1/more', '2.11', 404],
    ['GET', '/usersandmore', '2.11', 404],
    ['GET', '/no/such/thing', '2.11', 404],
  ] as const) {
    const reply = await app.app.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${app.workspace.token}`, 'intercom-version': version },
    })
    const { code } = reply.json().errors[0]
    assert.deepEqual(
      [reply.statusCode, code],
      [status, status === 400 ? MISSING.code : 'not_found'],
      `${version} ${path}`,
    )
  }
})

test('a token and a version that there is are asked for first', async () => {
  const stranger = await app.client({ token: 'x'.repeat(40) }).get('/users')
  assert.equal(stranger.status, 401)
  const { body } = await app.client({ version: '1.4' }).get('/users')
  assert.equal(body.errors[0].message, 'The requested version could not be found')
})
