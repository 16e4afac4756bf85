/** Values of `custom_attributes` and their stored form: the same for contacts, companies and visitors. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
for (const data_type of ['string', 'integer', 'float', 'boolean', 'date', 'datetime'])
  await client.post('/data_attributes', { name: `a ${data_type}`, model: 'contact', data_type })
await client.post('/data_attributes', { name: 'a list', model: 'contact', data_type: 'options', options: ['S', 'L'] })
const { id } = (await client.post('/contacts', { role: 'lead' })).body
const write = (name: string, value: unknown) => client.put(`/contacts/${id}`, { custom_attributes: { [name]: value } })

const kept: [type: string, given: unknown, value: unknown][] = [
  ['string', 'text', 'text'],
  ['string', 7, '7'],
  ['string', false, 'false'],
  ['integer', -7, -7],
  ['integer', '7', 7],
  ['float', 1.5, 1.5],
  ['float', '1.5', 1.5],
  ['float', 2, 2],
  ['boolean', true, true],
  ['boolean', 'false', false],
  ['date', 1_700_000_000, 1_700_000_000],
  ['date', '1700000000', 1_700_000_000],
  ['date', '2023-11-14T22:13:20Z', 1_700_000_000],
  ['date', '-86400', -86_400],
  ['datetime', '2023-11-14', 1_699_920_000],
  ['datetime', '2023-11-14T22:13:20', 1_700_000_000],
  ['datetime', '2023-11-14 23:13:20 +0100', 1_700_000_000],
  ['datetime', '2023-11-14T17:13:20.5-05:00', 1_700_000_000],
  ['integer', ' 7e2 ', 700],
  ['float', '-.5', -0.5],
  ['string', 'x'.repeat(255), 'x'.repeat(255)],
  ['list', 'S', 'S'],
]
for (const [type, given, value] of kept)
  test(`a ${type} keeps ${JSON.stringify(given)} as ${JSON.stringify(value)}`, async () => {
    const { status, body } = await write(`a ${type}`, given)
    assert.deepEqual([status, body.custom_attributes[`a ${type}`]], [200, value])
  })

const refused: [type: string, given: unknown][] = [
  ['string', { nested: true }],
  ['string', ['a']],
  ['integer', 1.5],
  ['integer', 'seven'],
  ['integer', '0x10'],
  ['integer', '9007199254740993'],
  ['integer', ''],
  ['integer', true],
  ['integer', 2 ** 53],
  ['float', 'much'],
  ['float', 'Infinity'],
  ['float', '1e400'],
  ['boolean', 1],
  ['boolean', 'yes'],
  ['date', 'tomorrow'],
  ['date', 'tomorrow 1'],
  ['date', 'March 7, 2023'],
  ['date', '2023-02-30'],
  ['date', '2023-13-01'],
  ['date', '2023-11-14T25:00'],
  ['date', ''],
  ['date', true],
  ['date', 1_700_000_000.5],
  ['date', 1_700_000_000_000],
  ['date', 1e15],
  ['datetime', {}],
]
for (const [type, given] of refused)
  test(`a ${type} refuses ${JSON.stringify(given)}`, async () => {
    const { status, body } = await write(`a ${type}`, given)
    assert.equal(status, 400)
    assert.deepEqual(body.errors, [{ code: 'parameter_invalid', message: `a ${type} must be of type ${type}` }])
  })

test('a list takes its options only', async () => {
  const { status, body } = await write('a list', 'XL')
  assert.deepEqual([status, body.errors[0].message], [400, 'a list must be one of: S, L'])
})

test('text has at most 255 characters', async () => {
  const { status, body } = await write('a string', 'x'.repeat(256))
  assert.deepEqual([status, body.errors[0].message], [400, 'a string must have at most 255 characters'])
})

test('null takes a value away, and what is not named stays', async () => {
  await write('a string', 'kept')
  await write('a float', 1)
  const { body } = await write('a float', null)
  assert.equal('a float' in body.custom_attributes, false)
  assert.equal(body.custom_attributes['a string'], 'kept')
})

test('undeclared attributes are refused, and nothing of the request is kept', async () => {
  const { status, body } = await client.put(`/contacts/${id}`, {
    name: 'Changed',
    custom_attributes: { 'a string': 'changed', unheard: 1 },
  })
  assert.equal(status, 400)
  assert.deepEqual(body.errors, [{ code: 'parameter_invalid', message: "Custom attribute 'unheard' does not exist" }])
  const { body: contact } = await client.get(`/contacts/${id}`)
  assert.deepEqual([contact.name, contact.custom_attributes['a string']], [null, 'kept'])
})

test('names that mean something to the language of the server mean nothing here', async () => {
  for (const name of ['constructor', 'toString', '', ' ', "a 'quoted' name"]) {
    const custom_attributes = JSON.parse(`{${JSON.stringify(name)}: {"a": 1}}`)
    const reply = await app.app.inject({
      method: 'PUT',
      url: `/contacts/${id}`,
      headers: { authorization: `Bearer ${app.workspace.token}`, 'content-type': 'application/json' },
      payload: JSON.stringify({ custom_attributes }),
    })
    assert.equal(reply.statusCode, 400, name)
  }
})

test('however many attributes are named, the first that is unheard of is told', async () => {
  const many = Object.fromEntries(Array.from({ length: 70_000 }, (_, at) => [`x${at}`, at]))
  const { status, body } = await client.put(`/contacts/${id}`, { custom_attributes: many })
  assert.deepEqual([status, body.errors[0].message], [400, "Custom attribute 'x0' does not exist"])
})

test("an attribute of companies, or of another workspace's contacts, is no attribute of a contact", async () => {
  await client.post('/data_attributes', { name: 'of companies', model: 'company', data_type: 'string' })
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  await theirs.post('/data_attributes', { name: 'theirs', model: 'contact', data_type: 'string' })
  for (const name of ['of companies', 'theirs']) assert.equal((await write(name, 'x')).status, 400)
})
