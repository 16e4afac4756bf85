/** Stored tokens are not sent in the clear, but to this machine and its networks where the server may reach them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reach } from '../../config.ts'
import { testApp } from '../../test/app.ts'
import { TEXT, wrong } from '../auth-tokens/test-scene.ts'

const MESSAGES: Record<Reach, string> = {
  public: 'Url must be https for a data connector that carries tokens',
  loopback: 'Url must be https, or of this machine, for a data connector that carries tokens',
  private: 'Url must be https, or of this machine or a private network, for a data connector that carries tokens',
}

for (const [reach, allowed, refused] of [
  ['public', ['https://orders.example/'], ['http://orders.example/', 'http://127.0.0.1/', 'HTTP://localhost/']],
  ['loopback', ['http://127.0.0.1/{{id}}', 'http://localhost/'], ['http://10.0.0.1/', 'http://orders.example/']],
  ['private', ['http://10.0.0.1/', 'http://orders:8080/'], ['http://8.8.8.8/', 'http://169.254.169.254/']],
] as const)
  test(`with the reach ${reach} a connector with tokens has a url that is safe for them`, async () => {
    const app = await testApp({ config: { reach } })
    const client = app.client({ version: 'Preview' })
    const { id: token } = (await client.post('/auth_tokens', TEXT)).body
    const token_ids = [token]
    const refusal = [422, MESSAGES[reach]]
    const create = async (details: object) => {
      const { status, body, text } = await client.post('/data_connectors', { name: 'Orders', ...details })
      assert.equal(status, 201, text)
      return `/data_connectors/${body.id}`
    }
    for (const url of allowed) await create({ url, token_ids })
    for (const url of refused) {
      assert.deepEqual(wrong(await client.post('/data_connectors', { name: 'Orders', url, token_ids })), refusal, url)
      const bare = await create({ url })
      assert.deepEqual(wrong(await client.patch(bare, { token_ids })), refusal, url)
      assert.equal((await client.patch(bare, { state: 'live' })).status, 200)
      const carrying = await create({ token_ids, url: allowed[0], data_inputs: [{ name: 'id', type: 'string' }] })
      assert.deepEqual(wrong(await client.patch(carrying, { url })), refusal, url)
      // As one that was saved before this was refused.
      const id = Number(carrying.split('/').at(-1))
      await app.db`update data_connector_versions set url = ${url} where connector_id = ${id}`
      assert.equal((await client.patch(carrying, { name: 'Parcels' })).status, 200)
      assert.deepEqual(wrong(await client.patch(carrying, { state: 'live' })), refusal, url)
      const { body } = await client.post(`/parley${carrying}/run`, {})
      const { error_type, error_message, request_url } = body
      assert.deepEqual(
        [error_type, error_message, request_url],
        ['request_configuration_error', 'Stored tokens are sent over https only', null],
      )
      assert.equal((await client.patch(carrying, { token_ids: [], state: 'live' })).status, 200)
    }
  })

test('a connector with a token of one domain has a url in it, when it is saved and when it goes live', async () => {
  const app = await testApp({ config: { reach: 'public' } })
  const client = app.client({ version: 'Preview' })
  const make = async (path: string, body: object) => {
    const { status, body: made, text } = await client.post(path, body)
    assert.equal(status, 201, text)
    return made.id as string
  }
  const bound = await make('/auth_tokens', { ...TEXT, name: 'Depot', domain: 'depot.example' })
  const free = await make('/auth_tokens', { ...TEXT, request_header_key: 'X-Free' })
  const token_ids = [free, bound]
  const data_inputs = [{ name: 'id', type: 'string' }]
  const refusal = [422, 'The token Depot is sent to depot.example only']
  const within = 'https://eu.depot.example/{{id}}'
  for (const url of ['https://depot.example/', within, 'https://DEPOT.example/'])
    await make('/data_connectors', { name: 'Orders', url, token_ids, data_inputs })
  // A draft may have its tokens first.
  await make('/data_connectors', { name: 'Orders', token_ids })
  for (const url of [
    'https://orders.example/',
    'https://orders.example/depot.example/{{id}}',
    'https://mydepot.example/',
    'https://depot.example.orders.example/',
  ]) {
    assert.deepEqual(wrong(await client.post('/data_connectors', { name: 'Orders', url, token_ids })), refusal, url)
    const bare = `/data_connectors/${await make('/data_connectors', { name: 'Orders', url, token_ids: [free], data_inputs })}`
    assert.deepEqual(wrong(await client.patch(bare, { token_ids })), refusal, url)
    const id = await make('/data_connectors', { name: 'Orders', url: within, token_ids, data_inputs })
    const carrying = `/data_connectors/${id}`
    assert.deepEqual(wrong(await client.patch(carrying, { url })), refusal, url)
    // As one that was saved before this was refused.
    await app.db`update data_connector_versions set url = ${url} where connector_id = ${id}`
    assert.equal((await client.patch(carrying, { name: 'Parcels' })).status, 200)
    assert.deepEqual(wrong(await client.patch(carrying, { state: 'live' })), refusal, url)
    assert.equal((await client.patch(carrying, { token_ids: [free], state: 'live' })).status, 200)
  }
})
