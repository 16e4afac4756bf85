/** Versions of connectors and the workflows that run them: neither breaks the other unseen. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { atFileEnd } from '../../test/endings.ts'
import { workflowScene } from './test-scene.ts'

const { client, clock, converse, db, post, runs, settle, workflow, workspace } = await workflowScene()
const end = (id: string) => client.delete(`/parley/workflows/${id}`)

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
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

const input = (name: string, more: object = {}) => ({ name, type: 'string', ...more })
const connector = async (...data_inputs: object[]): Promise<string> => {
  const { id } = await post('/data_connectors', { name: 'Orders', url: `${url}{{a}}`, data_inputs })
  assert.equal((await client.patch(`/data_connectors/${id}`, { state: 'live' })).status, 200)
  return id
}
const publish = async (id: string, details: object) => {
  const { status, body } = await client.patch(`/data_connectors/${id}`, { ...details, state: 'live' })
  return status === 200 ? 200 : [status, body.errors[0].code, body.errors[0].message]
}
const step = (id: string, inputs: object) => ({ type: 'run_connector', data_connector_id: id, inputs })
const running = (id: string, inputs: object, more: object = {}) =>
  workflow({ title: 'Orders', trigger_type: 'inbound_conversation', steps: [step(id, inputs)], ...more })
const inUse = (rest: string) => [
  409,
  'data_connector_in_use',
  `Data connector is in use by other resources and cannot be published so: ${rest}`,
]

test('a version without an input that a live workflow passes is refused, and the live one stays', async () => {
  const id = await connector(input('a'), input('b'))
  const { id: used } = await running(id, { a: '1', b: 2 })
  const refused = inUse(`the workflow "Orders" (${used}) passes the input b, which is not declared`)
  assert.deepEqual(await publish(id, { data_inputs: [input('a'), input('renamed')] }), refused)
  assert.equal((await client.patch(`/data_connectors/${id}`, { data_inputs: [input('a')] })).status, 200)
  assert.deepEqual(await publish(id, {}), refused)
  assert.equal((await client.get(`/data_connectors/${id}`)).body.data_inputs.length, 2)
  await client.put(`/parley/workflows/${used}`, { steps: [step(id, { a: '1' })] })
  assert.equal(await publish(id, {}), 200)
  await end(used)
})

test('an input that only a run of a paused workflow passes may be dropped', async () => {
  const id = await connector(input('a'), input('b'))
  const { id: used } = await workflow({
    title: 'Orders',
    trigger_type: 'inbound_conversation',
    steps: [{ type: 'wait', seconds: 60 }, step(id, { a: '1', b: '2' })],
  })
  await converse()
  await settle()
  assert.equal((await client.put(`/parley/workflows/${used}`, { state: 'paused' })).status, 200)
  assert.equal(await publish(id, { data_inputs: [input('a')] }), 200)
  await end(used)
})

test('a version that needs an input which a live workflow does not pass is refused, a default makes it good', async () => {
  const id = await connector(input('a'))
  const { id: used } = await running(id, { a: '1' })
  const needed = (more: object) => ({ data_inputs: [input('a'), input('b', { required: true, ...more })] })
  assert.deepEqual(
    await publish(id, needed({})),
    inUse(`the workflow "Orders" (${used}) does not pass the input b, which is required`),
  )
  assert.equal(await publish(id, needed({ default_value: 'x' })), 200)
  await end(used)
})

test('a version that takes another type than a live workflow passes is refused, or asks contacts who they are', async () => {
  const id = await connector(input('a'))
  const { id: used } = await running(id, { a: 'one' })
  const { body } = await client.post('/parley/procedures', {
    title: 'Told',
    state: 'live',
    steps: [step(id, { a: 1 })],
  })
  const type = `the workflow "Orders" (${used}) passes the input a a value that is not of its type`
  assert.deepEqual(await publish(id, { data_inputs: [input('a', { type: 'integer' })] }), inUse(type))
  const nobody = 'has nobody who could ask contacts who they are (customer_authentication)'
  const both = [`the procedure "Told" (${body.id}) ${nobody}`, `the workflow "Orders" (${used}) ${nobody}`]
  const [status, , message] = (await publish(id, { customer_authentication: true })) as [number, string, string]
  assert.deepEqual([status, both.every((one) => message.includes(one))], [409, true], message)
  const noAddress = (await publish(id, { url: '' })) as [number, string, string]
  assert.match(noAddress[2], new RegExp(`the workflow "Orders" \\(${used}\\) needs its url`))
  await end(used)
  await client.delete(`/parley/procedures/${body.id}`)
})

test('a run that has begun keeps its inputs; a draft does not, and must fit when it goes live', async () => {
  const id = await connector(input('a'), input('b'))
  const { id: used } = await running(id, {}, { steps: [{ type: 'wait', seconds: 60 }, step(id, { a: '1', b: '2' })] })
  await converse()
  await settle()
  await client.put(`/parley/workflows/${used}`, { state: 'paused', steps: [step(id, { a: '1', b: '2' })] })
  const without = { data_inputs: [input('a'), input('c', { required: true })] }
  assert.deepEqual(
    await publish(id, without),
    inUse(`the workflow "Orders" (${used}) does not pass the input c, which is required`),
  )
  clock.advance(61)
  await settle()
  assert.equal((await runs(used))[0].steps[1].outcome, 'done')
  assert.equal(await publish(id, without), 200)
  const live = async (steps?: object[]) => {
    const { status, body } = await client.put(`/parley/workflows/${used}`, { state: 'live', ...(steps && { steps }) })
    return [status, body.errors?.[0].message]
  }
  assert.deepEqual(await live(), [400, 'steps.0.inputs names inputs that the data connector does not have: b'])
  assert.deepEqual(await live([step(id, { a: '1' })]), [
    400,
    'steps.0.inputs lacks inputs that the data connector requires: c',
  ])
  assert.deepEqual(await live([step(id, { a: '1', c: '' })]), [
    400,
    'steps.0.inputs lacks inputs that the data connector requires: c',
  ])
  assert.deepEqual(await live([step(id, { a: {}, c: '1' })]), [
    400,
    'steps.0.inputs has values that are not of the types of their inputs: a',
  ])
  assert.deepEqual(await live([step(id, { a: '1', c: { from: 'message.body' } })]), [200, undefined])
  await end(used)
})

test('an input is dropped that only runs of an older version pass, and they go on without it', async () => {
  const id = await connector(input('a'), input('old'))
  const { id: used } = await running(
    id,
    {},
    { steps: [{ type: 'wait', seconds: 60 }, step(id, { a: 'waited', old: 'x' })] },
  )
  await converse()
  await settle()
  const dropped = { data_inputs: [input('a')] }
  assert.deepEqual(
    await publish(id, dropped),
    inUse(`the workflow "Orders" (${used}) passes the input old, which is not declared`),
  )
  await client.put(`/parley/workflows/${used}`, { steps: [step(id, { a: 'new' })] })
  assert.equal(await publish(id, dropped), 200)
  clock.advance(61)
  await settle()
  assert.deepEqual([(await runs(used))[0].steps[1].outcome, received.at(-1)], ['done', '/waited'])
  await end(used)
})

const answered = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]
const NEVER_RUN: [string, object, string][] = [
  [
    'asks contacts who they are',
    { customer_authentication: true },
    'asks contacts who they are (customer_authentication)',
  ],
  ['has no address', { url: '' }, 'has no url'],
  ['is not live', { state: 'draft' }, 'is not live'],
]
for (const [why, details, told] of NEVER_RUN)
  test(`a connector that ${why} is kept in a draft, and refused where a workflow or procedure goes live`, async () => {
    const id = await connector(input('a'))
    assert.equal((await client.patch(`/data_connectors/${id}`, { state: 'live', ...details })).status, 200)
    const steps = [step(id, { a: '1' })]
    for (const [path, more, harmless] of [
      ['/parley/workflows', { trigger_type: 'inbound_conversation' }, { type: 'close' }],
      ['/parley/procedures', {}, { type: 'escalate' }],
    ] as const) {
      const refused = [400, 'parameter_invalid', `steps.0.data_connector_id names a data connector that ${told}`]
      const given = { title: 'Orders', ...more, steps }
      assert.deepEqual(answered(await client.post(path, { ...given, state: 'live' })), refused)
      const { id: draft } = await post(path, given)
      assert.deepEqual(answered(await client.put(`${path}/${draft}`, { state: 'live' })), refused)
      const { id: live } = await post(path, { ...given, state: 'live', steps: [harmless] })
      assert.deepEqual(answered(await client.put(`${path}/${live}`, { steps })), refused)
      for (const made of [draft, live]) await client.delete(`${path}/${made}`)
    }
  })

test('a step that was saved with another input is run without it, and keeps no version from going live', async () => {
  const id = await connector(input('a'))
  const { id: used } = await running(id, { a: 'kept' })
  await db`
    update workflow_versions set steps = jsonb_set(steps, '{0,inputs,old}', '"x"')
    where workspace_id = ${workspace.id} and workflow_id = ${used}`
  await converse()
  await settle()
  assert.deepEqual([(await runs(used))[0].steps[0].outcome, received.at(-1)], ['done', '/kept'])
  assert.equal(await publish(id, { name: 'Parcels' }), 200)
  await end(used)
})
