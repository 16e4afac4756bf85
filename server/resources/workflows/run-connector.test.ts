import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import { atFileEnd } from '../../test/endings.ts'
import { workflowScene } from './test-scene.ts'

const { client, converse, db, post, runs, settle, workflow, workspace } = await workflowScene()
const end = (id: string) => client.delete(`/parley/workflows/${id}`)

suite('data connectors', () => {
  const received: { url: string; key: unknown }[] = []
  const authorizations: unknown[] = []
  const server = createServer((request, response) => {
    received.push({ url: request.url!, key: request.headers['idempotency-key'] })
    authorizations.push(request.headers.authorization)
    response.writeHead(request.url!.startsWith('/broken') ? 500 : 200).end('{"ok":true}')
  })
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const listening = new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const connector = async (path: string, more: object = {}) => {
    await listening
    const { port } = server.address() as AddressInfo
    const { id } = await post('/data_connectors', {
      name: 'Orders',
      url: `http://127.0.0.1:${port}${path}/{{talk}}?words={{words}}`,
      data_inputs: [
        { name: 'talk', type: 'string' },
        { name: 'words', type: 'string' },
      ],
      ...more,
    })
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    return id as string
  }
  const inputs = { talk: { from: 'conversation.id' }, words: { from: 'message.body' } }

  test('a step runs a connector with what the run knows, and the run goes on whatever comes of it', async () => {
    const [good, broken] = [await connector('/good'), await connector('/broken')]
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'run_connector', data_connector_id: good, inputs },
        { type: 'run_connector', data_connector_id: broken, inputs },
        { type: 'close' },
      ],
    })
    const talk = await converse('a & b')
    await settle()
    const [run] = await runs(id)
    assert.deepEqual(
      run.steps.map((one: any) => [one.outcome, one.error]),
      [
        ['done', null],
        ['failed', '3rd_party_error'],
        ['done', null],
      ],
    )
    assert.deepEqual(received, [
      {
        url: `/good/${talk}?words=${encodeURIComponent('a & b')}`,
        key: `parley-${workspace.id}-${run.id}-0`,
      },
      {
        url: `/broken/${talk}?words=${encodeURIComponent('a & b')}`,
        key: `parley-${workspace.id}-${run.id}-1`,
      },
    ])
    const { body } = await client.get(`/data_connectors/${good}/execution_results`)
    const [{ success, source_type, source_id, conversation_id }] = body.data
    assert.deepEqual([success, source_type, source_id, conversation_id], [true, 'workflow', id, talk])
    await end(id)
  })

  test('inputs that the connector does not have are refused when a step is saved, in procedures too', async () => {
    const declared = await connector('/declared')
    const steps = [
      {
        type: 'run_connector',
        data_connector_id: declared,
        inputs: { ...inputs, zz: 1, yy: { from: 'message.body' } },
      },
    ]
    const refused = [400, 'steps.0.inputs names inputs that the data connector does not have: zz, yy']
    const saved = async (path: string, more: object) => {
      const { status, body } = await client.post(path, { title: 'Orders', steps, ...more })
      return [status, body.errors?.[0].message]
    }
    assert.deepEqual(await saved('/parley/workflows', { trigger_type: 'inbound_conversation' }), refused)
    assert.deepEqual(await saved('/parley/procedures', {}), refused)
  })

  test('a step sends the tokens of its connector', async () => {
    const token = { name: 'Orders', token_value: 'hush-hush', request_header_key: 'Authorization', token_prefix: 'Key' }
    const { id: tokenId } = await post('/auth_tokens', token)
    const carrying = await connector('/carrying', { token_ids: [tokenId] })
    const steps = [{ type: 'run_connector', data_connector_id: carrying, inputs }]
    const { id } = await workflow({ trigger_type: 'inbound_conversation', steps })
    await converse('hello')
    await settle()
    assert.equal(authorizations.at(-1), 'Key hush-hush')
    await end(id)
  })

  test('a connector that a workflow runs is neither deleted nor set to draft', async () => {
    const used = await connector('/used')
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'run_connector', data_connector_id: used }],
    })
    const draft = await client.patch(`/data_connectors/${used}`, { state: 'draft' })
    assert.deepEqual([draft.status, draft.body.errors[0].code], [409, 'data_connector_in_use'])
    await end(id)
    assert.equal((await client.patch(`/data_connectors/${used}`, { state: 'draft' })).status, 200)
  })

  test('a connector that is for other contacts is not run', async () => {
    const before = received.length
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'run_connector', data_connector_id: await connector('/never', { audiences: ['users'] }) }],
    })
    await converse()
    await settle()
    assert.deepEqual([(await runs(id))[0].steps[0].error, received.length], ['not_in_audience', before])
    await end(id)
  })

  // Refused when a step is saved nowadays; a live workflow may have been saved before.
  test('a connector that asks contacts who they are is not run', async () => {
    const before = received.length
    const asks = await connector('/never')
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'run_connector', data_connector_id: asks }],
    })
    await db`
      update data_connector_versions set customer_authentication = true
      where workspace_id = ${workspace.id} and connector_id = ${asks}`
    await converse()
    await settle()
    assert.deepEqual([(await runs(id))[0].steps[0].error, received.length], ['customer_authentication_needed', before])
    await end(id)
  })
})
