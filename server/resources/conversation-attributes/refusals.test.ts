import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/conversations/attributes'
const ALLOWED = 'Allowed types: string, integer, list, decimal, boolean, datetime, relationship, files'

const refused: [what: string, body: object, message: string][] = [
  ['no name', { data_type: 'string' }, 'name is required'],
  ['a blank name', { name: ' ', data_type: 'string' }, 'name is required'],
  ['a name too long', { name: 'x'.repeat(191), data_type: 'string' }, 'name must have at most 190 characters'],
  ['no type', { name: 'x' }, 'data_type is required'],
  ['a strange type', { name: 'x', data_type: 'invalid_type' }, `data_type 'invalid_type' is not valid. ${ALLOWED}`],
  [
    'a type that is an object',
    { name: 'x', data_type: { toString: 1 } },
    `data_type '{"toString":1}' is not valid. ${ALLOWED}`,
  ],
  ['a type of data attributes', { name: 'x', data_type: 'float' }, `data_type 'float' is not valid. ${ALLOWED}`],
  [
    'lines of a number',
    { name: 'x', data_type: 'integer', multiline: true },
    'multiline can only be set on string attributes',
  ],
  [
    'options of a text',
    { name: 'x', data_type: 'string', options: [{ label: 'a' }] },
    'Options can only be managed on list attributes',
  ],
  ['options that are no list', { name: 'x', data_type: 'list', options: { label: 'a' } }, 'options must be an array'],
  ['options without a label', { name: 'x', data_type: 'list', options: [{}, null] }, 'label is required'],
  [
    'options of numbers',
    { name: 'x', data_type: 'list', options: [{ label: 1 }, { label: 2 }] },
    'label must be a string',
  ],
  [
    'options by another key',
    { name: 'x', data_type: 'list', list_options: [{ label: 'a' }, { label: 'b' }] },
    'list_options is not known: the options of a list are given in options, as objects with a label',
  ],
  [
    'one option',
    { name: 'x', data_type: 'list', options: [{ label: 'a' }] },
    'A list attribute must have at least 2 active options',
  ],
  [
    'one option twice',
    { name: 'x', data_type: 'list', options: [{ label: 'a' }, { label: 'a ' }] },
    "label 'a' is already an option of this attribute",
  ],
  ['a relationship to nothing', { name: 'x', data_type: 'relationship' }, 'reference is required'],
  [
    'a text that leads somewhere',
    { name: 'x', data_type: 'string', reference: { type: 'one' } },
    'reference can only be set on relationship attributes',
  ],
]
for (const [what, body, message] of refused)
  test(`${what}: refused`, async () => {
    const reply = await client.post(PATH, body)
    assert.equal(reply.status, 422)
    assert.deepEqual(reply.body.errors, [{ code: 'parameter_invalid', message }])
  })

test('options by another key are refused by every write of an attribute, and the sentence says how they are given', async () => {
  const { id } = (await client.post(PATH, { name: 'listed', data_type: 'list' })).body
  const plan = (await client.post('/data_attributes', { name: 'plan', model: 'contact', data_type: 'string' })).body
  const custom = '/parley/custom_object_types'
  const type = { identifier: 'order', name: 'Order' }
  assert.equal((await client.post(custom, type)).status, 200)
  const list_options = [{ label: 'a' }, { label: 'b' }]
  for (const [reply, status, message] of [
    [await client.put(`${PATH}/${id}`, { list_options }), 422, /^list_options is not known: .* one by one/],
    [await client.put(`/data_attributes/${plan.id}`, { list_options }), 400, /^list_options is not known: .* a value$/],
    [
      await app.client({ version: '2.15' }).put(`/data_attributes/${id}`, { choices: ['a', 'b'] }),
      400,
      /^choices is not known: .* a value$/,
    ],
    [
      await client.post(`${custom}/order/attributes`, { name: 'roast', data_type: 'string', list_items: 'a, b' }),
      400,
      /^list_items is not known/,
    ],
  ] as const) {
    assert.deepEqual([reply.status, reply.body.errors[0].code], [status, 'parameter_invalid'], reply.text)
    assert.match(reply.body.errors[0].message, message)
  }
})

test("there is no attribute by a name, by an id of nobody's, of contacts, or of another workspace", async () => {
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  const foreign = (await theirs.post(PATH, { name: 'theirs', data_type: 'list' })).body
  const plain = (await client.post('/data_attributes', { name: 'plain', model: 'contact', data_type: 'string' })).body
  for (const id of ['theirs', '0', '9'.repeat(30), foreign.id, plain.id])
    for (const reply of [
      await client.get(`${PATH}/${id}`),
      await client.put(`${PATH}/${id}`, { name: 'taken' }),
      await client.delete(`${PATH}/${id}`),
      await client.post(`${PATH}/${id}/options`, { label: 'x' }),
      await client.put(`${PATH}/${id}/options/x`, { label: 'x' }),
      await client.delete(`${PATH}/${id}/options/x`),
    ]) {
      assert.equal(reply.status, 404)
      assert.equal(reply.body.errors[0].code, 'conversation_attribute_not_found')
    }
  assert.equal((await theirs.get(`${PATH}/${foreign.id}`)).body.name, 'theirs')
})

test('before 2.16 there are no attributes of conversations under conversations', async () => {
  const reply = await app.client({ version: '2.15' }).get(PATH)
  assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'intercom_version_invalid'])
})
