/** Stored tokens that connectors carry. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { TEXT, tokenScene, wrong } from '../auth-tokens/test-scene.ts'

const { app, client, connect, granted, received, run, stored, url } = await tokenScene()

suite('tokens of a connector', () => {
  test('are shown by their ids, and stay where nothing is said of them', async () => {
    const [one, two] = [await stored(), await stored({ request_header_key: 'X-Other' })]
    const id = await connect([two, one, two])
    const shown = async () => (await client.get(`/data_connectors/${id}`)).body.token_ids
    assert.deepEqual(await shown(), [two, one])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    await client.patch(`/data_connectors/${id}`, { name: 'Parcels' })
    assert.deepEqual((await client.get(`/data_connectors/${id}?state_version=draft`)).body.token_ids, [two, one])
    assert.deepEqual((await client.patch(`/data_connectors/${id}`, { token_ids: [] })).body.token_ids, [])
    assert.deepEqual(await shown(), [two, one])
  })

  test('are those of the workspace: others are not found', async () => {
    const { token } = await app.createWorkspace()
    const theirs = await app.client({ version: 'Preview', token }).post('/auth_tokens', TEXT)
    assert.equal(theirs.status, 201)
    const id = await connect([])
    for (const token_ids of [[theirs.body.id], ['999999'], ['x'], [await stored(), theirs.body.id]]) {
      const refused = [422, 'Token not found']
      assert.deepEqual(wrong(await client.post('/data_connectors', { name: 'Orders', token_ids })), refused)
      assert.deepEqual(wrong(await client.patch(`/data_connectors/${id}`, { token_ids })), refused)
    }
    assert.deepEqual((await client.get(`/data_connectors/${id}`)).body.token_ids, [])
  })

  test('stand in different headers, none of which is the request’s own', async () => {
    const same = [await stored(), await stored({ request_header_key: 'x-api-key' })]
    const attach = async (token_ids: string[]) => wrong(await client.post('/data_connectors', { name: 'A', token_ids }))
    assert.deepEqual(await attach(same), [422, 'Two tokens cannot be sent in the header x-api-key'])
    const key = async (request_header_key: string) => stored({ request_header_key })
    assert.deepEqual(await attach([await key('authorization'), await granted()]), [
      422,
      'Two tokens cannot be sent in the header Authorization',
    ])
    // As one that was stored before these were refused.
    for (const name of ['Host', 'Content-Length', 'content-type']) {
      const id = await key('X-Old')
      await app.db`update auth_tokens set request_header_key = ${name} where id = ${id}`
      assert.deepEqual(await attach([id]), [422, `No token can be sent in the header ${name}`])
    }
  })
})

suite('a text token', () => {
  test('is sent in its header, before a header of the connector, and shown nowhere', async () => {
    const headers = [{ name: 'x-api-key', value: 'of the connector' }]
    const id = await connect([await stored()], { headers })
    const { body, text: words } = await run(id)
    assert.deepEqual([body.success, received.at(-1)!['x-api-key']], [true, 'Key hush-hush'])
    assert.match(body.raw_response_body, /\*\*\*\*/)
    const listed = await client.get(`/data_connectors/${id}/execution_results?include_bodies=true`)
    for (const shown of [words, listed.text]) assert.ok(!shown.includes('hush'), shown)
  })

  test('is kept out of results though its header is one that is shown', async () => {
    const id = await connect([await stored({ request_header_key: 'User-Agent', token_prefix: undefined })])
    const { text: words } = await run(id)
    assert.equal(received.at(-1)!['user-agent'], 'hush-hush')
    assert.ok(!words.includes('hush'), words)
  })

  test('is sent as it is now, also by a connector that is live', async () => {
    const token = await stored()
    const id = await connect([token])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    await client.patch(`/auth_tokens/${token}`, { request_header_key: 'X-New', token_prefix: null })
    await run(id)
    assert.deepEqual([received.at(-1)!['x-new'], received.at(-1)!['x-api-key']], ['hush-hush', undefined])
  })

  test('that came to share a header, or cannot be opened, keeps the request back', async () => {
    const [one, two] = [await stored(), await stored({ request_header_key: 'X-Other' })]
    const id = await connect([one, two])
    await client.patch(`/auth_tokens/${two}`, { request_header_key: 'X-Api-Key' })
    const before = received.length
    const failed = async () => {
      const { error_type, error_message, request_url } = (await run(id)).body
      return [error_type, error_message, request_url]
    }
    const type = 'request_configuration_error'
    assert.deepEqual(await failed(), [type, 'Two tokens cannot be sent in the header X-Api-Key', null])
    await app.db`update auth_tokens set credentials = 'x' where id = ${two}`
    await client.patch(`/auth_tokens/${two}`, { request_header_key: 'X-Other' })
    assert.deepEqual(await failed(), [type, 'The token Orders cannot be read with the key that this server has', null])
    await app.db`delete from auth_tokens where id = ${two}`
    assert.deepEqual(await failed(), [type, 'A token of the data connector is not there', null])
    assert.equal(received.length, before)
  })

  test('with a domain is sent to it and its subdomains alone, and keeps its header', async () => {
    const token = await stored({ domain: 'Localhost.' })
    assert.equal((await client.get(`/auth_tokens/${token}`)).body.domain, 'localhost')
    assert.deepEqual(wrong(await client.patch(`/auth_tokens/${token}`, { request_header_key: 'X-New' })), [
      400,
      'request_header_key of a token with a domain cannot be changed',
    ])
    const before = received.length
    const id = await connect([token], { url: url.replace('127.0.0.1', 'localhost') })
    // As one that was saved before this was refused.
    await app.db`update data_connector_versions set url = ${url} where connector_id = ${id}`
    const { error_type, error_message } = (await run(id)).body
    assert.deepEqual(
      [error_type, error_message, received.length],
      ['request_configuration_error', 'The token Orders is sent to localhost only', before],
    )
    const there = (await run(await connect([token], { url: url.replace('127.0.0.1', 'localhost') }))).body
    assert.deepEqual([there.success, received.at(-1)!['x-api-key']], [true, 'Key hush-hush'])
    assert.deepEqual(wrong(await client.post('/auth_tokens', { ...TEXT, domain: 'https://a.example/b' })), [
      400,
      'domain is not a domain, such as example.com',
    ])
  })

  test('does not follow a redirect', async () => {
    const before = received.length
    const { body } = await run(await connect([await stored()], { url: `${url}away` }))
    assert.deepEqual([body.http_status, received.length], [302, before + 1])
  })
})
