import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

const create = async (details: object = {}) => {
  const { status, body, text: words } = await client.post('/data_connectors', { name: 'Orders', ...details })
  assert.equal(status, 201, words)
  return body
}
const ORDER = { name: 'order_id', type: 'string', required: true, description: 'The order' }

suite('configuration', () => {
  test('a new connector is a draft with the usual values', async () => {
    const made = await create({ headers: [{ name: 'X-Key', value: 'hidden words' }], data_inputs: [ORDER] })
    assert.equal(made.state, 'draft')
    assert.deepEqual(made.headers, [{ name: 'X-Key', value: '****' }])
    assert.deepEqual(made.data_inputs, [{ ...ORDER, default_value: '' }])
    assert.deepEqual(
      [made.http_method, made.url, made.body, made.description, made.internal_description, made.audiences],
      ['get', null, '', null, '', ['users', 'leads', 'visitors']],
    )
    assert.match(made.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    assert.equal(made.execution_results_url, `/data_connectors/${made.id}/execution_results`)
    const { rows } = {
      rows: await app.db`select header_values from data_connector_versions where connector_id = ${made.id}`,
    }
    assert.ok(!String(rows[0]!['header_values']).includes('hidden words'))
  })

  test('internal_description is a field from 2.17 on', async () => {
    const { id } = await create()
    assert.equal(
      'internal_description' in (await app.client({ version: '2.16' }).get(`/data_connectors/${id}`)).body,
      false,
    )
    assert.equal((await app.client({ version: '2.17' }).get(`/data_connectors/${id}`)).body.internal_description, '')
  })

  test('a sample of the answer gives its fields, and takes them away again', async () => {
    const made = await create({ mock_response: { order: { id: 12345, status: 'shipped' } } })
    assert.equal(made.configuration_response_type, 'mock_response_type')
    assert.deepEqual(made.response_fields, [
      { path: 'order.id', type: 'integer', example_value: 12345, redacted: false },
      { path: 'order.status', type: 'string', example_value: 'shipped', redacted: false },
    ])
    const { body } = await client.patch(`/data_connectors/${made.id}`, { mock_response: {} })
    assert.deepEqual([body.configuration_response_type, body.response_fields], ['test_response_type', []])
  })

  for (const [why, details] of [
    ['a header that frames the request', { headers: [{ name: 'Host', value: 'a' }] }],
    ['a header that breaks its line', { headers: [{ name: 'X-A', value: 'a\r\nX-B: c' }] }],
    [
      'a type of the body that an input chooses',
      { headers: [{ name: ' content-type', value: 'text/{{ order_id }}' }] },
    ],
    ['a header without a name', { headers: [{ name: ' ', value: 'a' }] }],
    ['a placeholder for the host', { url: 'https://{{order_id}}.example/' }],
    ['credentials in the address', { url: 'https://a:b@orders.example/' }],
    ['two inputs of one name', { data_inputs: [ORDER, ORDER] }],
    ['an input with braces in its name', { data_inputs: [{ ...ORDER, name: '{x}' }] }],
    ['a token that is not stored', { token_ids: ['1'] }],
  ] as const)
    test(`${why} is refused`, async () => {
      const { status, body } = await client.post('/data_connectors', { name: 'Orders', ...details })
      assert.deepEqual([status, body.errors[0].code], [422, 'parameter_invalid'])
    })

  test('the list shows the most recently changed first, by a cursor', async () => {
    const workspace = await app.createWorkspace()
    const theirs = app.client({ version: '2.16', token: workspace.token })
    const ids: string[] = []
    for (const name of ['a', 'b', 'c']) {
      app.clock.advance(1)
      ids.push((await theirs.post('/data_connectors', { name })).body.id)
    }
    app.clock.advance(1)
    await theirs.patch(`/data_connectors/${ids[0]}`, { description: 'changed' })
    const first = (await theirs.get('/data_connectors?per_page=2')).body
    assert.deepEqual(
      first.data.map(({ id }: any) => id),
      [ids[0], ids[2]],
    )
    const { starting_after } = first.pages.next
    const second = (await theirs.get(`/data_connectors?per_page=2&starting_after=${starting_after}`)).body
    assert.deepEqual(
      second.data.map(({ id }: any) => id),
      [ids[1]],
    )
    assert.equal(second.pages.next, null)
    assert.equal('url' in first.data[0], false)
    const bad = await theirs.get('/data_connectors?starting_after=x')
    assert.deepEqual([bad.status, bad.body.errors[0].code], [400, 'client_error'])
    assert.equal((await theirs.get('/data_connectors?per_page=1000')).body.pages.per_page, 50)
  })
})

suite('draft and live', () => {
  test('changes of a live connector are those of its draft until they are published', async () => {
    const { id } = await create({ url: 'https://orders.example/1' })
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    const changed = await client.patch(`/data_connectors/${id}`, { url: 'https://orders.example/2' })
    assert.deepEqual([changed.body.state, changed.body.url], ['live', 'https://orders.example/2'])
    const url = async (query = '') => (await client.get(`/data_connectors/${id}${query}`)).body.url
    assert.deepEqual(
      [await url(), await url('?state_version=draft')],
      ['https://orders.example/1', 'https://orders.example/2'],
    )
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    assert.equal(await url(), 'https://orders.example/2')
  })

  test('versions tell their part of today, newest first, once the connector was live', async () => {
    const { id } = await create()
    const versions = async () =>
      (await client.get(`/data_connectors/${id}/versions`)).body.data.map(({ status }: any) => status)
    assert.deepEqual(await versions(), [])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    assert.deepEqual(await versions(), ['live'])
    await client.patch(`/data_connectors/${id}`, { description: 'More' })
    assert.deepEqual(await versions(), ['draft', 'live'])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    assert.deepEqual(await versions(), ['live', 'previously_live'])
    await client.patch(`/data_connectors/${id}`, { state: 'draft' })
    assert.deepEqual(await versions(), ['paused', 'previously_live'])
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    assert.deepEqual(await versions(), ['live', 'previously_live'])
  })

  test('a version shows the configuration that it had, and its note can be changed', async () => {
    const { id } = await create({ description: 'First' })
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    await client.patch(`/data_connectors/${id}`, { state: 'live', description: 'Second' })
    const { body } = await client.get(`/data_connectors/${id}/versions?per_page=1`)
    const second = await client.get(`/data_connectors/${id}/versions?starting_after=${body.pages.next.starting_after}`)
    const path = `/data_connectors/${id}/versions/${second.body.data[0].entity_version_id}`
    assert.equal((await client.get(path)).body.configuration.description, 'First')
    assert.equal((await client.patch(path, { note: ' as it was ' })).body.note, 'as it was')
    assert.equal((await client.get(path)).body.note, 'as it was')
    assert.equal((await client.patch(path, { note: ' ' })).body.note, null)
    const none = await client.patch(path, {})
    assert.deepEqual([none.status, none.body.errors[0].code], [422, 'parameter_not_found'])
    assert.equal(
      (await client.get(`/data_connectors/${id}/versions/1`)).body.errors[0].code,
      'data_connector_version_not_found',
    )
  })

  test('a live connector is not deleted, a draft is', async () => {
    const { id } = await create()
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    const live = await client.delete(`/data_connectors/${id}`)
    assert.deepEqual([live.status, live.body.errors[0].code], [409, 'conflict'])
    await client.patch(`/data_connectors/${id}`, { state: 'draft' })
    assert.deepEqual((await client.delete(`/data_connectors/${id}`)).body, {
      id,
      object: 'data_connector',
      deleted: true,
    })
    assert.equal((await client.get(`/data_connectors/${id}`)).status, 404)
  })
})
