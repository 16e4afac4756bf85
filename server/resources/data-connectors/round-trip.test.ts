/** A connector that was read is written back as it is: by PATCH to itself, by POST as a copy. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

const url = 'https://orders.example/{{n}}'
const SECRETS = {
  headers: [
    { name: 'X-Key', value: 'hush {{n}}' },
    { name: 'Content-Type', value: 'application/json' },
  ],
  mock_response: { order: { id: 5, at: '2026-01-01T00:00:00Z', note: null } },
}
const FULL = {
  description: 'Finds orders',
  internal_description: 'Orders of the shop',
  http_method: 'post',
  url,
  body: '{"n":"{{n}}"}',
  direct_fin_usage: true,
  audiences: ['leads'],
  data_inputs: [
    { name: 'n', type: 'string' },
    { name: 'm', type: 'integer', description: 'Most', required: true, default_value: '5' },
  ],
  customer_authentication: true,
  bypass_authentication: true,
  validate_missing_attributes: false,
  ...SECRETS,
}
const token = await client.post('/auth_tokens', { name: 'Key', token_value: 'hush', request_header_key: 'X-Token' })
const KINDS: Record<string, object> = {
  'a bare connector': {},
  'a connector with everything': FULL,
  'a connector with tokens': { url: 'https://orders.example/', token_ids: [token.body.id] },
}

const made = async (details: object) => {
  const { status, body, text } = await client.post('/data_connectors', { name: 'Orders', ...details })
  assert.equal(status, 201, text)
  return `/data_connectors/${body.id}`
}
/** Without the facts of a write. */
const lasting = ({ updated_at: _, ...connector }: any) => connector
/** Without the facts of a connector that are its own. */
const copied = ({ id: _, created_at: __, execution_results_url: ___, state: ____, ...connector }: any) =>
  lasting(connector)

for (const version of ['2.16', '2.18', 'Preview']) {
  const own = app.client({ version })

  suite(version, () => {
    for (const [kind, details] of Object.entries(KINDS)) {
      for (const state of ['draft', 'live'])
        if (state === 'draft' || 'url' in details)
          test(`${kind} that is ${state} is written back to itself`, async () => {
            const path = await made(details)
            await client.patch(path, { state })
            const before = (await own.get(path)).body
            assert.equal(before.state, state)
            const back = await own.patch(path, before)
            assert.equal(back.status, 200, back.text)
            for (const { body } of [back, await own.get(path)]) assert.deepEqual(lasting(body), lasting(before))
          })

      test(`${kind} is copied, once its hidden values and its sample are given`, async () => {
        const { body } = await own.get(await made(details))
        const copy = await own.post('/data_connectors', { ...body, ...('headers' in details && SECRETS) })
        assert.equal(copy.status, 201, copy.text)
        assert.notEqual(copy.body.id, body.id)
        assert.deepEqual(copied(copy.body), copied(body))
      })
    }
  })
}

test('the draft of a live connector is written back, and the live version stays', async () => {
  const path = await made(FULL)
  await client.patch(path, { state: 'live' })
  await client.patch(path, { description: null, url: null, validate_missing_attributes: null })
  const [live, draft] = [(await client.get(path)).body, (await client.get(`${path}?state_version=draft`)).body]
  const { state: _, ...read } = draft
  const back = await client.patch(path, read)
  assert.equal(back.status, 200, back.text)
  assert.deepEqual(lasting((await client.get(`${path}?state_version=draft`)).body), lasting(draft))
  assert.deepEqual(lasting((await client.get(path)).body), lasting(live))
})

test('null takes a value away', async () => {
  const path = await made(FULL)
  const none = { description: null, internal_description: null, url: null, validate_missing_attributes: null }
  const { body } = await client.patch(path, none)
  const shown = Object.fromEntries(Object.keys(none).map((name) => [name, body[name]]))
  assert.deepEqual(shown, { ...none, internal_description: '' })
  const data_inputs = [{ name: 'n', type: 'string', description: null, required: false, default_value: '' }]
  assert.deepEqual((await client.patch(path, { data_inputs })).body.data_inputs, data_inputs)
})

test('a connector without words for teammates is written back without them', async () => {
  const path = await made({ description: 'Finds orders' })
  await app.db`
    update data_connector_versions set internal_description = null
    where workspace_id = ${app.workspace.id} and connector_id = ${path.split('/').at(-1)!}`
  const before = (await client.get(path)).body
  assert.equal(before.internal_description, null)
  const back = await client.patch(path, before)
  assert.deepEqual([back.status, lasting(back.body)], [200, lasting(before)])
})

test('a copy knows no hidden value', async () => {
  const { body } = await client.get(await made(FULL))
  const refused = await client.post('/data_connectors', body)
  assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'parameter_invalid'])
})
