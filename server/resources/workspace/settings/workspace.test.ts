import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { until } from '../../../test/until.ts'
import { history } from '../../../versions/index.ts'

const app = await testApp()
/** Other files move the clock on. */
const made = app.clock.now().getTime() / 1000
const client = app.client()
const put = (body: object) => client.put('/parley/workspace', body)

test('the workspace tells what it is', async () => {
  const { body } = await client.get('/parley/workspace')
  assert.deepEqual(body, {
    type: 'workspace',
    id: app.workspace.app_id,
    name: body.name,
    time_zone: 'UTC',
    region: 'US',
    default_version: null,
    email_copies: false,
    created_at: made,
  })
})

test('given properties change, missing ones stay, and the API shows it', async () => {
  const { status, body } = await put({ name: ' Acme ', time_zone: 'Europe/Berlin' })
  assert.deepEqual([status, body.name, body.time_zone], [200, 'Acme', 'Europe/Berlin'])
  assert.equal((await put({ name: 'Acme Ltd' })).body.time_zone, 'Europe/Berlin')
  // A notification clears the server's cache of a workspace.
  await until(async () => {
    const { app: told } = (await client.get('/me')).body
    return told.name === 'Acme Ltd' && told.timezone === 'Europe/Berlin'
  })
})

test('requests without a version are answered in the default one', async () => {
  assert.equal((await put({ default_version: 'unstable' })).body.default_version, 'Preview')
  assert.equal((await put({ default_version: '2.9' })).body.default_version, '2.9')
  const served = async () => (await client.get('/me')).headers['intercom-version']
  await until(async () => (await served()) === '2.9')
  assert.equal((await put({ name: 'Acme' })).body.default_version, '2.9')
  assert.equal((await put({ default_version: null })).body.default_version, null)
  await until(async () => (await served()) === history.newestStable.name)
})

for (const [given, kept] of [
  ['UTC', 'UTC'],
  ['europe/dublin', 'Europe/Dublin'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
])
  test(`${given} is a time zone`, async () => {
    assert.equal((await put({ time_zone: given })).body.time_zone, kept)
    const query = { field: 'created_at', operator: '>', value: 1 }
    assert.equal((await client.post('/contacts/search', { query })).status, 200)
  })

const NO_VERSION = `default_version must be one of: ${history.versions.map(({ name }) => name).join(', ')}`

for (const [body, code, message] of [
  [{ time_zone: 'Mars/Olympus' }, 'parameter_invalid', 'time_zone must be an IANA time zone, such as Europe/Dublin'],
  [{ time_zone: '+01:00' }, 'parameter_invalid', 'time_zone must be an IANA time zone, such as Europe/Dublin'],
  [{ time_zone: '' }, 'parameter_invalid', 'time_zone must be an IANA time zone, such as Europe/Dublin'],
  [{ default_version: '2.6' }, 'parameter_invalid', NO_VERSION],
  [{ default_version: '' }, 'parameter_invalid', NO_VERSION],
  [{ name: '' }, 'parameter_invalid', 'name must not be blank'],
  [{ region: 'EU' }, 'parameter_invalid', 'region cannot be changed'],
  [{ name: null }, 'parameter_invalid', 'name must be a string'],
] as const)
  test(`${JSON.stringify(body)} is refused, and changes nothing`, async () => {
    const before = (await client.get('/parley/workspace')).body
    const reply = await put({ name: 'Other', ...body })
    assert.equal(reply.status, 400)
    assert.partialDeepStrictEqual(reply.body.errors[0], { code, message })
    assert.deepEqual((await client.get('/parley/workspace')).body, before)
  })

test('the workspace can be sent back as it was read', async () => {
  const { body } = await client.get('/parley/workspace')
  assert.deepEqual((await put(body)).body, body)
})
