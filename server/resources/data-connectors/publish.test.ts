/** Inputs and templates of connectors: checked when they are saved, and when they go live. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const input = (more: object) => ({ name: 'n', type: 'string', ...more })
const refusal = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]
const create = async (details: object) => {
  const { status, body, text } = await client.post('/data_connectors', { name: 'Orders', ...details })
  assert.equal(status, 201, text)
  return `/data_connectors/${body.id}`
}

suite('defaults of inputs', () => {
  for (const [type, default_value] of [
    ['integer', 'abc'],
    ['integer', '1.5'],
    ['decimal', '1,5'],
    ['boolean', 'yes'],
    ['boolean', '1'],
  ] as const)
    test(`${default_value} is no default of the type ${type}`, async () => {
      const data_inputs = [input({ type, default_value, required: true })]
      const refused = [422, 'parameter_invalid', `The default_value of the data input n is not of the type ${type}`]
      assert.deepEqual(refusal(await client.post('/data_connectors', { name: 'Orders', data_inputs })), refused)
      const path = await create({})
      assert.deepEqual(refusal(await client.patch(path, { data_inputs })), refused)
      assert.deepEqual((await client.get(path)).body.data_inputs, [])
    })

  test('values of the type, and no default at all, are taken', async () => {
    for (const [type, default_value] of [
      ['integer', '-3'],
      ['decimal', '1.5'],
      ['decimal', '2'],
      ['boolean', 'false'],
      ['boolean', ''],
      ['string', 'abc'],
    ])
      await create({ data_inputs: [input({ type, default_value })] })
  })
})

suite('placeholders of a connector that goes live', () => {
  const templates = {
    http_method: 'post',
    url: 'https://orders.example/{{zz}}?n={{n}}',
    headers: [
      { name: 'X-Good', value: '{{n}}' },
      { name: 'X-Key', value: 'a {{ yy }}' },
    ],
    body: '{"x":{{xx}},"n":"{{n}}","w":"{{a word}}"}',
    data_inputs: [input({})],
  }
  const MESSAGE =
    'Placeholders must be names of data inputs, which these are not: {{zz}} in the url, {{yy}} in the header X-Key, ' +
    '{{xx}} in the body, {{a word}} in the body'

  test('an undeclared one is refused by its name and place, and the draft stays as it was', async () => {
    const path = await create(templates)
    assert.deepEqual(refusal(await client.patch(path, { state: 'live' })), [422, 'parameter_invalid', MESSAGE])
    assert.equal((await client.get(path)).body.state, 'draft')
    const data_inputs = ['n', 'zz', 'yy', 'xx'].map((name) => input({ name }))
    const rest = await client.patch(path, { state: 'live', data_inputs })
    assert.match(rest.body.errors[0].message, /are not: {{a word}} in the body$/)
    assert.equal((await client.get(path)).body.data_inputs.length, 1)
    const live = await client.patch(path, { state: 'live', data_inputs, body: '{"x":{{xx}}}' })
    assert.deepEqual([live.status, live.body.state], [200, 'live'])
  })

  test('a draft of a live connector may have one, and cannot take the live version’s place', async () => {
    const path = await create({ url: 'https://orders.example/{{n}}', data_inputs: [input({})] })
    await client.patch(path, { state: 'live' })
    assert.equal((await client.patch(path, { data_inputs: [] })).status, 200)
    const refused = await client.patch(path, { state: 'live' })
    assert.match(refused.body.errors[0].message, /{{n}} in the url$/)
    assert.equal((await client.get(path)).body.data_inputs.length, 1)
  })
})

suite('bodies of a type for which values cannot be escaped', () => {
  const headers = [{ name: 'content-type', value: 'multipart/form-data; boundary=b' }]
  const filled = { body: '--b\r\n\r\n{{n}}\r\n--b--', data_inputs: [input({})] }
  const MESSAGE =
    'Placeholders may not stand in a body of the type multipart/form-data; boundary=b, but in JSON, a form, XML, HTML ' +
    'or plain text'
  const refused = [422, 'parameter_invalid', MESSAGE]

  test('are refused when they are declared, whichever comes last', async () => {
    assert.deepEqual(refusal(await client.post('/data_connectors', { name: 'Orders', headers, ...filled })), refused)
    const typed = await create({ headers })
    assert.deepEqual(refusal(await client.patch(typed, filled)), refused)
    const bodied = await create(filled)
    assert.deepEqual(refusal(await client.patch(bodied, { headers })), refused)
    assert.deepEqual((await client.get(bodied)).body.headers, [])
  })

  test('are taken without placeholders; one that was saved with some before does not go live', async () => {
    const path = await create({ headers, body: 'a part', http_method: 'post', url: 'https://orders.example' })
    assert.equal((await client.patch(path, { state: 'live' })).status, 200)
    await app.db`
      update data_connector_versions set body = ${filled.body}
      where connector_id = ${path.split('/').at(-1)!}::bigint`
    assert.equal((await client.patch(path, { name: 'Parcels' })).status, 200)
    assert.deepEqual(refusal(await client.patch(path, { state: 'live' })), refused)
    const { error_type, error_message } = (await client.post(`/parley${path}/run`, {})).body
    assert.deepEqual([error_type, error_message], ['request_validation_error', MESSAGE])
  })
})
