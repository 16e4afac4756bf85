/** Names that mean something to JavaScript: values under them are kept, but for the one that no value can have. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { testApp } from '../test/app.ts'
import { atFileEnd } from '../test/endings.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const post = async (path: string, body: object) => {
  const reply = await client.post(path, body)
  assert.ok(reply.status < 300, `${path} → ${reply.text}`)
  return reply.body
}

const UNUSABLE = '__proto__'
const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty']
const byName = (valueOf: (name: string) => unknown) => Object.fromEntries(NAMES.map((name) => [name, valueOf(name)]))
const values = byName((name) => `a ${name}`)

suite('a name that no value can have', () => {
  for (const [where, payload] of [
    ['at the top', '{"name":"A","__proto__":{"role":"lead"}}'],
    ['of a custom attribute', '{"custom_attributes":{"__proto__":"x"}}'],
    ['in a list', '{"a":[[{"__proto__":1}]]}'],
    ['written with escapes', String.raw`{"custom_attributes":{"\u005f_proto__":"x"}}`],
  ] as const)
    test(`is refused in a body: ${where}`, async () => {
      const reply = await app.app.inject({
        method: 'POST',
        url: '/contacts',
        headers: { authorization: `Bearer ${app.workspace.token}`, 'content-type': 'application/json' },
        payload,
      })
      const [{ code, message }] = reply.json().errors
      assert.deepEqual(
        [reply.statusCode, code, message],
        [400, 'parameter_invalid', 'Nothing in the JSON can be named __proto__'],
      )
    })

  const attribute = { data_type: 'string', description: 'A test' }
  for (const [declared, declare] of [
    ['an attribute of contacts', () => ['/data_attributes', { ...attribute, name: UNUSABLE, model: 'contact' }]],
    ['an attribute of conversations', () => ['/conversations/attributes', { ...attribute, name: UNUSABLE }]],
    [
      'an attribute of tickets',
      async () => {
        const { id } = await post('/ticket_types', { name: 'Repair' })
        return [`/ticket_types/${id}/attributes`, { ...attribute, name: UNUSABLE }]
      },
    ],
    [
      'an attribute of custom objects',
      () => [
        '/parley/custom_object_types',
        { identifier: 'Order', name: 'Order', attributes: [{ ...attribute, name: UNUSABLE }] },
      ],
    ],
    [
      'an input of a connector',
      () => ['/data_connectors', { name: 'Orders', data_inputs: [{ name: UNUSABLE, type: 'string' }] }],
    ],
  ] as const)
    test(`is refused where it is declared: ${declared}`, async () => {
      const [path, body] = (await declare()) as [string, object]
      const { status, body: refusal } = await client.post(path, body)
      assert.ok(status === 400 || status === 422, String(status))
      assert.match(refusal.errors[0].message, /^(name must not be|No data input can be named) __proto__$/)
    })
})

suite('a value named as something that every object has is kept', () => {
  test('by contacts and companies', async () => {
    for (const [at, name] of NAMES.entries())
      await post('/data_attributes', { name, model: at % 2 ? 'company' : 'contact', data_type: 'string' })
    const half = (odd: number) => Object.fromEntries(Object.entries(values).filter((_, at) => at % 2 === odd))
    const { id } = await post('/contacts', { role: 'user', external_id: 'named', custom_attributes: half(0) })
    assert.deepEqual((await client.get(`/contacts/${id}`)).body.custom_attributes, half(0))
    const company = await post('/companies', { company_id: 'named', custom_attributes: half(1) })
    const shown = (await client.get(`/companies/${company.id}`)).body.custom_attributes
    for (const [name, value] of Object.entries(half(1))) assert.equal(shown[name], value)
  })

  test('by conversations, whose parts tell the value before', async () => {
    for (const name of NAMES) await post('/conversations/attributes', { name, data_type: 'string' })
    const { id: lead } = await post('/contacts', { role: 'lead' })
    const { conversation_id } = await post('/conversations', { from: { type: 'lead', id: lead }, body: 'Hello' })
    const { body } = await client.put(`/conversations/${conversation_id}`, { custom_attributes: values })
    for (const [name, value] of Object.entries(values)) assert.equal(body.custom_attributes[name], value)
    const details = body.conversation_parts.conversation_parts.map(({ event_details }: any) => event_details)
    assert.deepEqual(
      details.map(({ attribute, value }: any) => [attribute.name, value.name, value.previous]),
      NAMES.map((name) => [name, values[name], null]),
    )
  })

  test('by tickets and custom objects', async () => {
    const { id: type } = await post('/ticket_types', { name: 'Named' })
    for (const name of NAMES)
      await post(`/ticket_types/${type}/attributes`, { name, data_type: 'string', description: 'A test' })
    const { id: lead } = await post('/contacts', { role: 'lead' })
    const ticket = await post('/tickets', { ticket_type_id: type, contacts: [{ id: lead }], ticket_attributes: values })
    for (const [name, value] of Object.entries(values)) assert.equal(ticket.ticket_attributes[name], value)
    const attributes = NAMES.map((name) => ({ name, data_type: 'string' }))
    await post('/parley/custom_object_types', { identifier: 'Named', name: 'Named', attributes })
    const object = await post('/custom_object_instances/Named', { external_id: '1', custom_attributes: values })
    for (const [name, value] of Object.entries(values)) assert.equal(object.custom_attributes[name], value)
  })

  test('by events', async () => {
    const { id } = await post('/contacts', { role: 'user', external_id: 'doing', email: 'doing@example.com' })
    await post('/events', { id, event_name: 'did', created_at: app.clock.now().getTime() / 1000, metadata: values })
    const { body } = await client.get(`/events?type=user&intercom_user_id=${id}`)
    assert.deepEqual(body.events[0].metadata, values)
  })

  test('by connectors and the fields of their samples', async () => {
    const received: string[] = []
    const server = createServer((request, response) => {
      received.push(request.url!)
      response.end('{}')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    atFileEnd(() => {
      server.closeAllConnections()
      server.close()
    })
    const query = NAMES.map((name) => `${name}={{${name}}}`).join('&')
    const { id, response_fields } = await post('/data_connectors', {
      name: 'Orders',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?${query}`,
      data_inputs: NAMES.map((name) => ({ name, type: 'string', required: true })),
      mock_response: values,
    })
    assert.deepEqual(
      response_fields.map(({ path, example_value }: any) => [path, example_value]),
      Object.entries(values),
    )
    await post(`/parley/data_connectors/${id}/run`, { inputs: values })
    assert.deepEqual(Object.fromEntries(new URLSearchParams(received[0]!.slice(2))), values)
    const { body } = await client.post(`/parley/data_connectors/${id}/run`, {})
    assert.equal(body.error_message, 'The required input constructor has no value')
  })
})
