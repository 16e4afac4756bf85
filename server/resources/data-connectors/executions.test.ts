import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { suite, test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { atFileEnd } from '../../test/endings.ts'
import { pruneExecutions } from './prune-executions.task.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

interface Sent {
  request: IncomingMessage
  body: string
}
const requests: Sent[] = []
let answer = (response: ServerResponse): unknown => response.end('{"status":"shipped"}')
const server = createServer(async (request, response) => {
  requests.push({ request, body: await text(request) })
  answer(response)
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
atFileEnd(() => {
  server.closeAllConnections()
  server.close()
})
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const create = async (details: object = {}) => {
  const { status, body, text: words } = await client.post('/data_connectors', { name: 'Orders', ...details })
  assert.equal(status, 201, words)
  return body
}
const run = async (id: string, body: object = {}) => {
  const reply = await client.post(`/parley/data_connectors/${id}/run`, body)
  assert.equal(reply.status, 200, reply.text)
  return reply.body
}
const ORDER = { name: 'order_id', type: 'string', required: true, description: 'The order' }

suite('executions', () => {
  test('a run fills the templates in, and keeps everything but secrets', async () => {
    const { id } = await create({
      http_method: 'post',
      url: `${origin}/orders/{{order_id}}?key=secret`,
      body: '{"id":"{{order_id}}","n":{{n}}}',
      headers: [{ name: 'Authorization', value: 'Bearer quiet-secret' }],
      data_inputs: [ORDER, { ...ORDER, name: 'n', type: 'integer', default_value: '3' }],
    })
    answer = (response) => response.end('{"status":"shipped","big":12345678901234567890,"echo":"quiet-secret"}')
    const result = await run(id, { inputs: { order_id: 'a/"b' } })
    const { request, body } = requests.at(-1)!
    assert.deepEqual(
      [request.method, request.url, body],
      ['POST', '/orders/a%2F%22b?key=secret', '{"id":"a/\\"b","n":3}'],
    )
    assert.equal(request.headers['authorization'], 'Bearer quiet-secret')
    assert.equal(request.headers['content-type'], 'application/json')
    assert.deepEqual(
      [result.success, result.http_status, result.error_type, result.request_url, result.request_body],
      [true, 200, null, `${origin}/orders/a%2F%22b`, '{"id":"a/\\"b","n":3}'],
    )
    assert.equal(result.raw_response_body, '{"status":"shipped","big":12345678901234567890,"echo":"****"}')
    assert.equal(result.response_body, '{"status":"shipped","big":"12345678901234567890","echo":"****"}')
    assert.ok(!JSON.stringify(result).includes('secret'))
    assert.deepEqual((await client.get(`/data_connectors/${id}/execution_results/${result.id}`)).body, result)
  })

  for (const [why, details, inputs, error] of [
    ['no address', { url: ' ' }, {}, ['request_configuration_error', 'The data connector has no url']],
    [
      "an address of the machine's link",
      { url: 'http://169.254.169.254/latest' },
      {},
      ['request_configuration_error', 'the address is not public'],
    ],
    ['nobody who listens', { url: 'http://127.0.0.1:1/' }, {}, ['3rd_party_error', 'the connection was refused']],
    [
      'a missing input',
      { data_inputs: [ORDER] },
      {},
      ['request_validation_error', 'The required input order_id has no value'],
    ],
    [
      'a body that is no JSON',
      { http_method: 'put', body: '{' },
      {},
      ['request_validation_error', 'The body is not valid JSON'],
    ],
  ] as const)
    test(`${why} is a failure of its kind`, async () => {
      const { id } = await create({ url: `${origin}/`, ...details })
      const before = requests.length
      const result = await run(id, { inputs })
      assert.deepEqual([result.success, result.error_type, result.error_message], [false, ...error])
      assert.equal(requests.length, before)
    })

  test('a header is sent once, with the last of its values, whatever its name', async () => {
    const headers = [
      { name: 'X-Id', value: 'first' },
      { name: 'x-id', value: 'last' },
      { name: 'accept', value: 'text/plain' },
      { name: '__proto__', value: 'word' },
    ]
    await run((await create({ url: origin, headers })).id)
    const { rawHeaders } = requests.at(-1)!.request
    const sent = rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [`${name.toLowerCase()}: ${rawHeaders[at + 1]}`] : [],
    )
    assert.deepEqual(
      sent.filter((line) => /^(x-id|accept|__proto__):/.test(line)),
      ['accept: text/plain', 'x-id: last', '__proto__: word'],
    )
  })

  test('a header that a value would break is not sent', async () => {
    const { id } = await create({
      url: origin,
      headers: [{ name: 'X-Id', value: '{{order_id}}' }],
      data_inputs: [ORDER],
    })
    const result = await run(id, { inputs: { order_id: 'a\r\nX-Other: b' } })
    assert.deepEqual(
      [result.error_type, result.error_message],
      ['request_validation_error', 'A value cannot stand in the header X-Id'],
    )
  })

  test('a status that is no success, a redirect and an unreadable answer are failures', async () => {
    const { id } = await create({ url: `${origin}/`, mock_response: { status: 'shipped' } })
    answer = (response) => response.writeHead(503).end('busy')
    const busy = await run(id)
    assert.deepEqual([busy.http_status, busy.error_type, busy.raw_response_body], [503, '3rd_party_error', 'busy'])
    answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end()
    const before = requests.length
    assert.deepEqual([(await run(id)).http_status, requests.length - before], [302, 1])
    answer = (response) => response.end('no JSON')
    assert.equal((await run(id)).error_type, 'response_mapping_error')
    answer = (response) => response.end('x'.repeat(2_000_000))
    assert.equal((await run(id)).error_type, 'faraday_error')
  })

  test('a run may name its conversation, and webhooks are told of it without bodies', async () => {
    const contact = (await client.post('/contacts', { email: 'runs@example.com' })).body
    const talk = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Where is it?' })
    const { id } = await create({ url: `${origin}/` })
    answer = (response) => response.end('{}')
    const result = await run(id, { conversation_id: talk.body.conversation_id })
    assert.deepEqual([result.source_type, result.conversation_id], ['inbox', talk.body.conversation_id])
    const [event] = await app.db`
      select item from events where workspace_id = ${app.workspace.id}
        and topic = 'data_connector.execution.completed' order by id desc limit 1`
    const { request_url: _u, request_body: _q, response_body: _r, raw_response_body: _w, ...told } = result
    assert.deepEqual(event!['item'], told)
    const none = await client.post(`/parley/data_connectors/${id}/run`, { conversation_id: '1' })
    assert.equal(none.status, 404)
  })

  test('the list holds the last hour, or the time that is asked for, filtered and with bodies on request', async () => {
    const { id } = await create({ url: `${origin}/` })
    answer = (response) => response.end('{}')
    const old = await run(id)
    app.clock.advance(7200)
    const good = await run(id)
    answer = (response) => response.writeHead(500).end('{}')
    const bad = await run(id)
    const list = async (query: string) =>
      (await client.get(`/data_connectors/${id}/execution_results${query}`)).body.data
    const ids = async (query: string) => (await list(query)).map((one: any) => one.id)
    assert.deepEqual(await ids(''), [bad.id, good.id])
    const now = app.clock.now().getTime() / 1000
    assert.deepEqual(await ids(`?start_ts=${now - 7200}`), [bad.id, good.id, old.id])
    assert.deepEqual(await ids(`?end_ts=${now - 7200}`), [old.id])
    assert.deepEqual(await ids('?success=true'), [good.id])
    assert.deepEqual(await ids('?error_type=3rd_party_error'), [bad.id])
    assert.equal('request_body' in (await list(''))[0], false)
    assert.deepEqual((await list('?include_bodies=true'))[0], bad)
    for (const query of ['success=yes', 'include_bodies=1', 'start_ts=x', 'end_ts=99999999999999', 'error_type=none'])
      assert.equal((await client.get(`/data_connectors/${id}/execution_results?${query}`)).status, 400, query)
  })

  test('an input that is not declared keeps the request back, and is named', async () => {
    const { id } = await create({ url: origin, data_inputs: [ORDER] })
    const before = requests.length
    const { success, error_type, error_message } = await run(id, { inputs: { order_id: 'a', zzz: 1 } })
    assert.deepEqual(
      [success, error_type, error_message],
      [false, 'request_validation_error', 'The data connector does not have the inputs: zzz'],
    )
    assert.equal(requests.length, before)
  })

  test('executions of a month ago are deleted', async () => {
    const { id } = await create()
    await run(id)
    app.clock.advance(31 * 86_400)
    const kept = await run(id)
    await pruneExecutions.run({ db: app.db, clock: app.clock }, {})
    const { body } = await client.get(`/data_connectors/${id}/execution_results?start_ts=0`)
    assert.deepEqual(
      body.data.map((one: any) => one.id),
      [kept.id],
    )
  })

  test('a connector of another workspace is not found', async () => {
    const { id } = await create()
    const theirs = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
    for (const path of ['', '/versions', '/execution_results', '/health'])
      assert.equal((await theirs.get(`/data_connectors/${id}${path}`)).body.errors[0].code, 'data_connector_not_found')
    assert.equal((await theirs.post(`/parley/data_connectors/${id}/run`, {})).status, 404)
  })
})

suite('health', () => {
  test('a connector that never ran has no status', async () => {
    const { id } = await create()
    const { body } = await client.get(`/data_connectors/${id}/health`)
    assert.deepEqual(
      [body.summary.total_executions, body.summary.success_rate, body.summary.overall_status, body.time_series],
      [0, 0, null, []],
    )
    assert.deepEqual([body.end_ts - body.start_ts, body.bucket_size_minutes], [7 * 86_400, 34])
  })

  test('figures and buckets follow from the executions', async () => {
    const { id } = await create({ url: `${origin}/` })
    answer = (response) => response.end('{}')
    await run(id)
    app.clock.advance(3600)
    await run(id)
    answer = (response) => response.writeHead(500).end('{"a":1}')
    await run(id)
    const { body } = await client.get(`/data_connectors/${id}/health?bucket_size_minutes=60`)
    assert.deepEqual(
      [body.summary.total_executions, body.summary.success_rate, body.summary.overall_status],
      [3, 2 / 3, 'degraded'],
    )
    assert.deepEqual(body.summary.http_status_distribution, [
      { http_status: 200, count: 2 },
      { http_status: 500, count: 1 },
    ])
    assert.deepEqual(body.summary.failure_types_distribution, [{ error_type: '3rd_party_error', count: 1 }])
    assert.deepEqual(body.summary.response_payload_size_bytes, { p50: 2, p90: 7, p99: 7 })
    assert.deepEqual(
      body.time_series.map((one: any) => one.execution_count),
      [1, 2],
    )
    assert.ok(body.time_series.every((one: any) => one.bucket_start % 3600 === 0))
  })

  test('a time of more than 14 days, or one that ends before it begins, is refused', async () => {
    const { id } = await create()
    for (const query of ['start_ts=0', 'start_ts=100&end_ts=50', 'bucket_size_minutes=0', 'bucket_size_minutes=1441'])
      assert.equal((await client.get(`/data_connectors/${id}/health?${query}`)).status, 400, query)
    assert.equal((await client.get(`/data_connectors/${id}/health?start_ts=0&end_ts=1209600`)).status, 200)
  })
})
