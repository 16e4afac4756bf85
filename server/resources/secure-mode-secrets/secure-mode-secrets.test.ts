import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp, testSecrets } from '../../test/app.ts'
import { sealFor } from './secret.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const PATH = '/secure_mode_secrets'
const refusal = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]

test('a secret is shown when it is made, and never again', async () => {
  const { status, body } = await client.post(PATH, { name: ' Production Web ', supports_web: true })
  assert.equal(status, 201)
  const { secret, ...shown } = body
  assert.deepEqual(shown, {
    type: 'identity_verification_secret',
    id: shown.id,
    name: 'Production Web',
    supports_android: false,
    supports_ios: false,
    supports_web: true,
    created_at: unix(app.clock.now()),
  })
  assert.equal(Buffer.from(secret, 'base64url').length, 32)
  assert.deepEqual((await client.get(PATH)).body, { type: 'list', data: [shown] })
  const [row] = await app.db<{ secret: Buffer }[]>`
    select secret from secure_mode_secrets where workspace_id = ${app.workspace.id} and id = ${shown.id}`
  assert.ok(!row!.secret.includes(secret))
  assert.equal(testSecrets.open(row!.secret, sealFor(app.workspace.id, Number(shown.id))), secret)
})

test('a deleted secret is gone, and nothing is left of it', async () => {
  const { id } = (await client.post(PATH, { name: 'Old', supports_ios: true })).body
  const gone = await client.delete(`${PATH}/${id}`)
  assert.deepEqual([gone.status, gone.text], [204, ''])
  assert.ok(!(await client.get(PATH)).body.data.some((one: any) => one.id === id))
  const missing = [404, 'identity_verification_secret_not_found', 'Identity verification secret not found']
  assert.deepEqual(refusal(await client.delete(`${PATH}/${id}`)), missing)
  assert.deepEqual(refusal(await client.delete(`${PATH}/abc`)), missing)
  const [row] = await app.db<{ secret: Buffer }[]>`
    select secret from secure_mode_secrets where workspace_id = ${app.workspace.id} and id = ${id}`
  assert.equal(row!.secret.length, 0)
})

for (const [title, body, message] of [
  ['without a name', { supports_web: true }, 'name is required'],
  ['with a blank name', { name: ' ', supports_web: true }, 'name is required'],
  ['for no platform', { name: 'x' }, 'At least one of supports_android, supports_ios, supports_web must be true'],
] as const)
  test(`a secret ${title} is refused`, async () => {
    assert.deepEqual(refusal(await client.post(PATH, body)), [422, 'parameter_invalid', message])
  })

test("another workspace's secrets are neither shown nor deleted", async () => {
  const theirs = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
  const { id } = (await client.post(PATH, { name: 'Ours', supports_web: true })).body
  assert.deepEqual((await theirs.get(PATH)).body.data, [])
  assert.equal((await theirs.delete(`${PATH}/${id}`)).status, 404)
})
