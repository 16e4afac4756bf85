import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/custom_object_types'
const now = app.clock.now().getTime() / 1000
let made = 0
const make = (type: object = {}) => client.post(PATH, { identifier: `Thing${made++}`, name: 'Thing', ...type })
const identifierOf = async (type?: object) => (await make(type)).body.identifier as string
const taken = (name: string) => [409, `There is something named '${name}' already`]
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]

test('a type is made with its attributes, found in any letter case, and listed', async () => {
  const attributes = [
    { name: 'order_number', data_type: 'string', label: 'Order number' },
    { name: 'roast', data_type: 'string', options: ['Light', { value: 'Dark' }] },
    { name: 'total', data_type: 'float' },
  ]
  const { status, body } = await make({ identifier: 'Order', name: ' Order ', attributes })
  assert.equal(status, 200)
  const [number, roast, total] = body.attributes
  const attribute = { type: 'custom_object_attribute', description: null, options: null }
  assert.deepEqual(body, {
    type: 'custom_object_type',
    id: body.id,
    identifier: 'Order',
    name: 'Order',
    description: null,
    attributes: [
      { ...attribute, id: number.id, name: 'order_number', label: 'Order number', data_type: 'string' },
      { ...attribute, id: roast.id, name: 'roast', label: 'roast', data_type: 'string', options: ['Light', 'Dark'] },
      { ...attribute, id: total.id, name: 'total', label: 'total', data_type: 'float' },
    ],
    relationships: [],
    created_at: body.created_at,
    updated_at: body.created_at,
  })
  assert.ok(body.created_at >= now)
  assert.deepEqual((await client.get(`${PATH}/order`)).body, body)
  assert.deepEqual((await client.get(PATH)).body.data.at(-1), body)
  const changed = await client.put(`${PATH}/Order`, { name: 'Purchase', description: 'A purchase' })
  assert.deepEqual(changed.body, {
    ...body,
    name: 'Purchase',
    description: 'A purchase',
    updated_at: changed.body.updated_at,
  })
  assert.deepEqual((await client.delete(`${PATH}/Order`)).body, {
    type: 'custom_object_type',
    id: body.id,
    deleted: true,
  })
  assert.equal((await client.get(`${PATH}/Order`)).status, 404)
})

test('attributes are added, changed and taken away', async () => {
  const path = `${PATH}/${await identifierOf()}`
  const added = (await client.post(`${path}/attributes`, { name: 'size', data_type: 'integer' })).body
  const { id } = added.attributes[0]
  const changed = await client.put(`${path}/attributes/${id}`, { label: 'Size', description: 'In litres' })
  assert.partialDeepStrictEqual(changed.body.attributes, [{ name: 'size', label: 'Size', description: 'In litres' }])
  const cleared = await client.put(`${path}/attributes/${id}`, { description: ' ' })
  assert.equal(cleared.body.attributes[0].description, null)
  assert.equal((await client.put(`${path}/attributes/${id}`, { options: ['S', 'L'] })).status, 400)
  assert.deepEqual((await client.delete(`${path}/attributes/${id}`)).body.attributes, [])
  assert.equal((await client.delete(`${path}/attributes/${id}`)).status, 404)
})

test('types are related to contacts, to conversations, to other types and to themselves', async () => {
  const [one, two] = [await identifierOf(), await identifierOf()]
  const relate = (body: object) =>
    client.post(`${PATH}/${one}/relationships`, { related_name: `of ${one}`, cardinality: 'many_to_one', ...body })
  await relate({ name: 'customer', related_to: 'contact' })
  await relate({ name: 'talk', related_to: 'conversation' })
  await relate({ name: 'part of', related_to: 'custom_object', related_type: two.toLowerCase() })
  const { body } = await relate({ name: 'parent', related_to: 'custom_object', related_type: one })
  assert.deepEqual(
    body.relationships.map((it: any) => [it.name, it.related_to, it.related_type, it.related_name, it.cardinality]),
    [
      ['customer', 'contact', null, `of ${one}`, 'many_to_one'],
      ['talk', 'conversation', null, `of ${one}`, 'many_to_one'],
      ['part of', 'custom_object', two, `of ${one}`, 'many_to_one'],
      ['parent', 'custom_object', one, `of ${one}`, 'many_to_one'],
    ],
  )
  const refused = await client.delete(`${PATH}/${two}`)
  assert.deepEqual(refusal(refused), [409, `${one} has a relationship to it`])
  const [, , third] = body.relationships
  const left = await client.delete(`${PATH}/${one}/relationships/${third.id}`)
  assert.equal(left.body.relationships.length, 3)
  assert.equal((await client.delete(`${PATH}/${two}`)).status, 200)
  assert.equal((await client.delete(`${PATH}/${one}`)).status, 200)
})

test('a name stands for one thing only', async () => {
  const [one, two] = [
    await identifierOf({ attributes: [{ name: 'size', data_type: 'integer' }] }),
    await identifierOf(),
  ]
  const attribute = (name: string) => client.post(`${PATH}/${one}/attributes`, { name, data_type: 'string' })
  const relate = (type: string, name: string, related_name: string, related_type?: string) =>
    client.post(`${PATH}/${type}/relationships`, {
      name,
      related_name,
      related_to: related_type ? 'custom_object' : 'contact',
      related_type,
      cardinality: 'one_to_one',
    })
  assert.deepEqual(refusal(await attribute('size')), taken('size'))
  assert.deepEqual(refusal(await relate(one, 'size', 'x')), taken('size'))
  assert.equal((await relate(two, 'whole', 'piece', one)).status, 200)
  assert.deepEqual(refusal(await attribute('piece')), taken('piece'))
  assert.deepEqual(refusal(await relate(one, 'same', 'same', one)), taken('same'))
  await client.post('/data_attributes', { name: 'bought', model: 'contact', data_type: 'string' })
  for (const name of ['bought', 'email']) assert.deepEqual(refusal(await relate(one, 'buyer', name)), taken(name))
  assert.equal((await relate(one, 'buyer', `buys ${one}`)).status, 200)
  assert.deepEqual(refusal(await relate(two, 'buyer', `buys ${one}`)), taken(`buys ${one}`))
  const twice = [
    { name: 'a', data_type: 'string' },
    { name: 'a', data_type: 'integer' },
  ]
  assert.deepEqual(refusal(await make({ attributes: twice })), taken('a'))
})

test('no two types have one identifier, in whatever letter case, and it does not change', async () => {
  const identifier = await identifierOf()
  assert.equal((await make({ identifier: identifier.toUpperCase() })).status, 409)
  const replies = await Promise.all(['Race', 'race', 'RACE'].map((name) => make({ identifier: name })))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409, 409])
  const refused = await client.put(`${PATH}/${identifier}`, { identifier: 'Other' })
  assert.deepEqual(refusal(refused), [400, 'identifier cannot be changed'])
})

test('a type has no more than a hundred attributes', async () => {
  const attributes = Array.from({ length: 100 }, (_, at) => ({ name: `a${at}`, data_type: 'boolean' }))
  const identifier = await identifierOf({ attributes })
  const refused = await client.post(`${PATH}/${identifier}/attributes`, { name: 'more', data_type: 'boolean' })
  assert.deepEqual(refusal(refused), [400, 'A type of custom objects cannot have more than 100 attributes'])
})

for (const [body, message] of [
  [{ identifier: 'has space' }, 'identifier must be of letters, digits and underscores, a letter first'],
  [{ identifier: '' }, 'identifier must be of letters, digits and underscores, a letter first'],
  [{ name: ' ' }, 'name must not be blank'],
  [{ attributes: [{ name: 'x' }] }, 'attributes.0.data_type is a required parameter'],
  [{ attributes: [{ name: '', data_type: 'string' }] }, 'name is a required parameter'],
  [{ attributes: [{ name: 'external_id', data_type: 'string' }] }, "Every custom object has 'external_id' already"],
  [
    { attributes: [{ name: 'x', data_type: 'string', options: ['one'] }] },
    'You must have at least two options on a list type data attribute',
  ],
] as const)
  test(`${JSON.stringify(body)} is refused`, async () => {
    assert.deepEqual(refusal(await make(body)), [400, message])
  })

test("another workspace's are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const attributes = [{ name: 'x', data_type: 'string' }]
  const { body: type } = await theirs.post(PATH, { identifier: 'Secret', name: 'Secret', attributes })
  const own = await identifierOf()
  for (const reply of [
    await client.get(`${PATH}/Secret`),
    await client.put(`${PATH}/Secret`, { name: 'x' }),
    await client.delete(`${PATH}/Secret`),
    await client.put(`${PATH}/${own}/attributes/${type.attributes[0].id}`, { label: 'x' }),
    await client.delete(`${PATH}/${own}/attributes/${type.attributes[0].id}`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
  assert.equal((await make({ identifier: 'Secret' })).status, 200)
})
