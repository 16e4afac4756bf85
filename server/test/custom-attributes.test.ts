/**
 * Every operation that writes `custom_attributes` holds them against the workspace's data attributes, and keeps them
 * typed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { testApp } from './app.ts'
import { makeWorld } from './world.ts'

const app = await testApp()
const { client, ids, things, workspace } = await makeWorld(app, 'attributes')

/** The model whose attributes are written, and the word that its attributes begin with here. */
const [PEOPLE, FIRMS, TALKS] = [
  { model: 'contact', word: 'people', noun: 'Custom attribute' },
  { model: 'company', word: 'firm', noun: 'Custom attribute' },
  { model: 'conversation', word: 'talk', noun: 'Conversation attribute' },
] as const

const phone = '+353832345678'
const ofCaller = async () =>
  (await client.post('/contacts/search', { query: { field: 'phone', operator: '=', value: phone } })).body.data[0]

/**
 * Other required properties of each operation, the model whose attributes it writes, and the thing with the attributes
 * where the answer is another.
 */
type Write = [of: typeof PEOPLE | typeof FIRMS | typeof TALKS, path: string, body: object, read?: () => Promise<any>]
const writes: Record<string, Write> = {
  'POST /contacts': [PEOPLE, '/contacts', { role: 'lead' }],
  'PUT /contacts/{}': [PEOPLE, `/contacts/${ids['contact_id']}`, {}],
  'PUT /visitors': [PEOPLE, '/visitors', { user_id: things['a visitor']['user_id'] }],
  'POST /companies': [FIRMS, '/companies', { company_id: things['a company']['company_id'] }],
  'PUT /companies/{}': [FIRMS, `/companies/${ids['company_id']}`, {}],
  'POST /phone_call_redirects': [PEOPLE, '/phone_call_redirects', { phone }, ofCaller],
  'PUT /conversations/{}': [TALKS, `/conversations/${ids['conversation_id']}`, {}],
}

/** Attributes of custom objects are those of their type: resources/custom-objects/custom-objects.test.ts. */
const OF_THEIR_TYPE = 'POST /custom_object_instances/{}'

const writing = operations.filter(
  ({ key, body }) => key !== OF_THEIR_TYPE && 'custom_attributes' in ((body as any)?.properties ?? {}),
)

const at = app.clock.now()
for (const { model, word } of [PEOPLE, FIRMS, TALKS])
  for (const [name, data_type, archived] of [
    [`${word} since`, 'datetime', false],
    [`${word} gone`, 'string', true],
  ])
    await app.db`insert into data_attributes ${app.db({
      workspace_id: workspace.id,
      model,
      name,
      label: name,
      data_type,
      archived,
      created_at: at,
      updated_at: at,
    })}`

for (const operation of writing)
  test(`${operation.key} checks, types and clears custom attributes`, async () => {
    const write = writes[operation.key]
    assert.ok(write, `custom-attributes.test.ts must say what ${operation.key} asks besides custom_attributes`)
    const [{ word, noun }, path, body, read] = write
    const send = async (custom_attributes: unknown) => {
      const reply = await client[operation.method.toLowerCase() as 'post' | 'put'](path, { ...body, custom_attributes })
      return read && reply.status === 200 ? { ...reply, body: await read() } : reply
    }
    const since = `${word} since`
    const ok = await send({ [since]: '2023-11-14T22:13:20Z' })
    assert.deepEqual([ok.status, ok.body.custom_attributes?.[since]], [200, 1_700_000_000], ok.text)
    const cleared = await send({ [since]: null })
    assert.deepEqual([cleared.status, since in cleared.body.custom_attributes], [200, false])
    assert.equal((await send(null)).status, 200)

    const foreign = `${word === 'firm' ? 'people' : 'firm'} since`
    for (const [values, message] of [
      [{ unheard: 1 }, `${noun} 'unheard' does not exist`],
      [{ [`${word} gone`]: 'x' }, `${noun} '${word} gone' does not exist`],
      [{ [foreign]: 1 }, `${noun} '${foreign}' does not exist`],
      [{ [since]: 'soon' }, `${since} must be of type datetime`],
    ] as const) {
      const refused = await send(values)
      assert.equal(refused.status, 400)
      assert.deepEqual(refused.body.errors, [{ code: 'parameter_invalid', message }])
    }
    for (const values of ['text', ['list'], 7]) assert.equal((await send(values)).status, 400)
  })

test('every operation that is told of here is still there', () => {
  assert.deepEqual(Object.keys(writes).toSorted(), writing.map(({ key }) => key).toSorted())
})
