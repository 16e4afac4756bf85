import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]

await client.post('/parley/custom_object_types', {
  identifier: 'Order',
  name: 'Order',
  attributes: [
    { name: 'order_number', data_type: 'string' },
    { name: 'total_amount', data_type: 'float' },
    { name: 'roast', data_type: 'string', options: ['Light', 'Dark'] },
    { name: 'placed_at', data_type: 'datetime' },
  ],
})
await client.post('/parley/custom_object_types', { identifier: 'Parcel', name: 'Parcel' })
const relate = (type: string, name: string, related_to: string, related_name: string, more: object) =>
  client.post(`/parley/custom_object_types/${type}/relationships`, { name, related_to, related_name, ...more })
await relate('Order', 'customer', 'contact', 'orders', { cardinality: 'many_to_one' })
await relate('Order', 'talks', 'conversation', 'order', { cardinality: 'one_to_many' })
await relate('Parcel', 'content', 'custom_object', 'parcels', {
  related_type: 'Order',
  cardinality: 'one_to_many',
})

const ORDER = '/custom_object_instances/Order'
let made = 0
const newOrder = async (details: object = {}): Promise<any> =>
  (await client.post(ORDER, { external_id: `order-${++made}`, ...details })).body
const newContact = async (details: object = {}): Promise<any> =>
  (await client.post('/contacts', { external_id: `person-${++made}`, ...details })).body
async function newConversation(): Promise<string> {
  const from = { type: 'user', id: (await newContact()).id }
  return (await client.post('/conversations', { from, body: 'Hello' })).body.conversation_id
}
const listed = ({ created_at: _, updated_at: __, ...object }: any) => object

test('an object is created, then updated under the same external id', async () => {
  const custom_attributes = {
    order_number: 'ORDER-12345',
    total_amount: '99.99',
    roast: 'Dark',
    placed_at: 1_392_036_272,
  }
  const created = await client.post(ORDER, {
    external_id: '123',
    external_created_at: 1_392_036_272,
    external_updated_at: '2014-02-10T12:44:32Z',
    custom_attributes,
  })
  const now = unix(app.clock.now())
  assert.equal(created.status, 200)
  assert.deepEqual(created.body, {
    id: created.body.id,
    type: 'Order',
    custom_attributes: { ...custom_attributes, total_amount: 99.99 },
    external_id: '123',
    external_created_at: 1_392_036_272,
    external_updated_at: 1_392_036_272,
    created_at: now,
    updated_at: now,
  })
  app.clock.advance(5)
  const changes = { total_amount: null, roast: 'Blue', order_number: 'ORDER-1' }
  const updated = await client.post(ORDER, {
    external_id: '123',
    custom_attributes: changes,
    external_created_at: 'soon',
  })
  assert.deepEqual(updated.body, {
    ...created.body,
    external_created_at: null,
    custom_attributes: { order_number: 'ORDER-1', placed_at: 1_392_036_272 },
    updated_at: now + 5,
  })
  assert.deepEqual((await client.get(`${ORDER}/${created.body.id}`)).body, updated.body)
  assert.deepEqual((await client.get(`${ORDER}/123`)).body, updated.body)
  assert.deepEqual((await client.get(`/custom_object_instances/order?external_id=123`)).body, updated.body)
})

test('an object without an external id is always new, and its type refuses what it does not know', async () => {
  const [one, two] = [(await client.post(ORDER, {})).body, (await client.post(ORDER, { external_id: '' })).body]
  assert.notEqual(one.id, two.id)
  assert.deepEqual([one.external_id, two.external_id], [null, null])
  assert.deepEqual(refusal(await client.post(ORDER, { custom_attributes: { weight: 1 } })), [
    400,
    "Custom attribute 'weight' does not exist",
  ])
  assert.deepEqual(refusal(await client.post(ORDER, { custom_attributes: { total_amount: 'much' } })), [
    400,
    'total_amount must be of type decimal',
  ])
})

test('objects are listed by pages, newest first, and deleted by either id', async () => {
  const { token } = await app.createWorkspace()
  const own = app.client({ token })
  await own.post('/parley/custom_object_types', { identifier: 'Order', name: 'Order' })
  const ids: string[] = []
  for (const external_id of ['a', 'b', 'c']) ids.unshift((await own.post(ORDER, { external_id })).body.id)
  const { body } = await own.get(`${ORDER}?per_page=2&page=2`)
  assert.partialDeepStrictEqual(body, { type: 'list', total_count: 3, pages: { page: 2, total_pages: 2, next: null } })
  assert.deepEqual(
    (await own.get(ORDER)).body.data.map(({ id }: { id: string }) => id),
    ids,
  )
  assert.deepEqual((await own.delete(`${ORDER}?external_id=a`)).body, { id: ids[2], object: 'Order', deleted: true })
  assert.deepEqual((await own.delete(`${ORDER}/${ids[1]}`)).body, { id: ids[1], object: 'Order', deleted: true })
  assert.equal((await own.delete(`${ORDER}/c`)).status, 404)
  assert.equal((await own.get(ORDER)).body.total_count, 1)
  assert.deepEqual(refusal(await own.delete(`${ORDER}?external_id=a`)), [404, 'Custom object instance not found'])
})

test('a contact refers to objects, answers and events show them, and the objects show the contact', async () => {
  const order = await newOrder({ custom_attributes: { order_number: 'ORDER-7' } })
  const { id, external_id } = await newContact()
  const { body } = await client.put(`/contacts/${id}`, { custom_attributes: { orders: [order.id] } })
  assert.deepEqual(body.custom_attributes, { orders: { type: 'Order.list', instances: [listed(order)] } })
  assert.deepEqual((await client.get(`/contacts/${id}`)).body.custom_attributes, body.custom_attributes)
  const search = { query: { field: 'id', operator: '=', value: id } }
  assert.deepEqual(
    (await client.post('/contacts/search', search)).body.data[0].custom_attributes,
    body.custom_attributes,
  )
  const [event] = await app.db<{ item: any }[]>`
    select item from events where topic = 'contact.user.updated' and item ->> 'id' = ${id} order by id desc limit 1`
  assert.deepEqual(event!.item.custom_attributes, body.custom_attributes)
  assert.deepEqual((await client.get(`${ORDER}/${order.id}`)).body.custom_attributes, {
    order_number: 'ORDER-7',
    customer: { type: 'contact.list', contacts: [{ type: 'contact', id, external_id }] },
  })
  const found = await client.get(`${ORDER}?references_contact_id=${id}`)
  assert.deepEqual([found.body.total_count, found.body.data[0].id], [1, order.id])
  // A client sends back what it read.
  assert.equal((await client.put(`/contacts/${id}`, { custom_attributes: body.custom_attributes })).status, 200)
  await client.delete(`${ORDER}/${order.id}`)
  assert.deepEqual((await client.get(`/contacts/${id}`)).body.custom_attributes, {})
})

test('a contact cannot refer to what is not there, nor to an object that another contact has', async () => {
  const order = await newOrder()
  await newContact({ custom_attributes: { orders: order.id } })
  const { id } = await newContact()
  for (const [orders, message] of [
    [['1'], "Custom object instance '1' does not exist"],
    [{ toString: 1 }, `Custom object instance '{"toString":1}' does not exist`],
    [[order.id], `Custom object instance '${order.id}' is linked to another already`],
    [Array.from({ length: 101 }, (_, at) => at + 1), 'orders can refer to at most 100 objects'],
  ])
    assert.deepEqual(refusal(await client.put(`/contacts/${id}`, { custom_attributes: { orders } })), [400, message])
})

test('an object is given its contact, which loses it to the next', async () => {
  const [one, two] = [await newContact(), await newContact()]
  const ordersOf = async ({ id }: any) =>
    (await client.get(`/contacts/${id}`)).body.custom_attributes.orders?.instances.map((order: any) => order.id)
  const order = await newOrder({ custom_attributes: { customer: one.id } })
  assert.deepEqual(await ordersOf(one), [order.id])
  const moved = await client.post(ORDER, {
    external_id: order.external_id,
    custom_attributes: { customer: [two.id, '1'] },
  })
  assert.deepEqual(moved.body.custom_attributes.customer.contacts[0].id, two.id)
  assert.deepEqual([await ordersOf(one), await ordersOf(two)], [undefined, [order.id]])
  assert.deepEqual(refusal(await client.post(ORDER, { custom_attributes: { customer: [one.id, two.id] } })), [
    400,
    'customer can refer to one object only',
  ])
  await client.post(ORDER, { external_id: order.external_id, custom_attributes: { customer: null } })
  assert.equal(await ordersOf(two), undefined)
})

test('conversations refer to objects, alone and in lists', async () => {
  const [order, other] = [await newOrder(), await newOrder()]
  const id = await newConversation()
  const { body } = await client.put(`/conversations/${id}`, { custom_attributes: { order: [order.id] } })
  const shown = { order: { type: 'Order.list', instances: [listed(order)] } }
  assert.deepEqual(body.custom_attributes, shown)
  const search = { query: { field: 'id', operator: '=', value: id } }
  const { conversations } = (await client.post('/conversations/search', search)).body
  assert.deepEqual(conversations[0].custom_attributes, shown)
  assert.deepEqual((await client.get(`${ORDER}?references_conversation_id=${id}`)).body.data[0].id, order.id)
  assert.deepEqual((await client.get(`${ORDER}/${order.id}`)).body.custom_attributes.talks, {
    type: 'conversation.list',
    conversations: [{ type: 'conversation', id }],
  })
  const both = await client.put(`/conversations/${id}`, { custom_attributes: { order: [order.id, other.id] } })
  assert.deepEqual(refusal(both), [400, 'order can refer to one object only'])
})

test('a relationship of conversations that an attribute makes holds objects of its type', async () => {
  const reference = { type: 'one', object_type_id: 'Order' }
  await client.post('/conversations/attributes', { name: 'claim', data_type: 'relationship', reference })
  const [order, parcel] = [await newOrder(), (await client.post('/custom_object_instances/Parcel', {})).body]
  const id = await newConversation()
  const put = (claim: unknown) => client.put(`/conversations/${id}`, { custom_attributes: { claim } })
  assert.deepEqual((await put(order.id)).body.custom_attributes.claim.instances[0].id, order.id)
  assert.deepEqual(refusal(await put([parcel.id])), [400, `Custom object instance '${parcel.id}' does not exist`])
  assert.deepEqual((await put(null)).body.custom_attributes, {})
})

test('tickets refer to objects in their attributes', async () => {
  const order = await newOrder()
  const { id: ticket_type_id } = (await client.post('/ticket_types', { name: 'Claim' })).body
  const ticket = await client.post('/tickets', {
    ticket_type_id,
    contacts: [{ id: (await newContact()).id }],
    ticket_attributes: { _default_title_: 'Broken', order: order.id },
  })
  const shown = { type: 'Order.list', instances: [listed(order)] }
  assert.partialDeepStrictEqual(ticket.body.ticket_attributes, { _default_title_: 'Broken', order: shown })
  const path = `/tickets/${ticket.body.id}`
  assert.deepEqual((await client.get(path)).body.ticket_attributes.order, shown)
  const cleared = await client.put(path, { ticket_attributes: { order: [] } })
  assert.equal(cleared.body.ticket_attributes.order, undefined)
})

test('objects refer to objects, and each side shows the other', async () => {
  const [one, two] = [await newOrder(), await newOrder()]
  const parcel = (
    await client.post('/custom_object_instances/Parcel', {
      external_id: 'p1',
      custom_attributes: { content: [one.id, two.id, '1'] },
    })
  ).body
  assert.deepEqual(parcel.custom_attributes.content, { type: 'Order.list', instances: [listed(one), listed(two)] })
  assert.deepEqual((await client.get(`${ORDER}/${one.id}`)).body.custom_attributes.parcels.instances[0].id, parcel.id)
  await client.post('/custom_object_instances/Parcel', { external_id: 'p2', custom_attributes: { content: one.id } })
  const left = (await client.get('/custom_object_instances/Parcel/p1')).body.custom_attributes.content.instances
  assert.deepEqual(
    left.map(({ id }: any) => id),
    [two.id],
  )
  await client.post(ORDER, { external_id: two.external_id, custom_attributes: { parcels: [] } })
  assert.deepEqual((await client.get('/custom_object_instances/Parcel/p1')).body.custom_attributes, {})
})

test('links and values go with the relationship, the attribute and the type', async () => {
  await client.post('/parley/custom_object_types', {
    identifier: 'Lease',
    name: 'Lease',
    attributes: [{ name: 'months', data_type: 'integer' }],
  })
  const { relationships, attributes } = (
    await relate('Lease', 'tenant', 'contact', 'leases', { cardinality: 'many_to_many' })
  ).body
  const { id } = await newContact()
  const path = '/custom_object_instances/Lease'
  const custom_attributes = { months: 3, tenant: [id] }
  const lease = (await client.post(path, { external_id: 'l', custom_attributes })).body
  const attributesOf = async () => (await client.get(`/contacts/${id}`)).body.custom_attributes
  assert.equal((await attributesOf()).leases.instances[0].id, lease.id)
  await client.delete(`/parley/custom_object_types/Lease/attributes/${attributes[0].id}`)
  assert.deepEqual((await attributesOf()).leases.instances[0].custom_attributes, {})
  await client.delete(`/parley/custom_object_types/Lease/relationships/${relationships[0].id}`)
  assert.deepEqual(await attributesOf(), {})
  await client.delete('/parley/custom_object_types/Lease')
  assert.deepEqual(refusal(await client.get(`${path}/l`)), [404, 'Custom object type `Lease` not found'])
})

test("another workspace's objects are not found, and cannot be referred to", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  await theirs.post('/parley/custom_object_types', { identifier: 'Order', name: 'Order' })
  const { id } = (await theirs.post(ORDER, { external_id: 'x' })).body
  for (const reply of [await client.get(`${ORDER}/${id}`), await client.delete(`${ORDER}/${id}`)])
    assert.equal(reply.status, 404)
  const contact = await newContact()
  const sent = await client.put(`/contacts/${contact.id}`, { custom_attributes: { orders: [id] } })
  assert.deepEqual(refusal(sent), [400, `Custom object instance '${id}' does not exist`])
})

for (const version of ['2.13', '2.15'])
  test(`${version} shows one object by its external id, and lists none`, async () => {
    const versioned = app.client({ version })
    const { id, external_id } = await newOrder()
    assert.equal((await versioned.get(`${ORDER}?external_id=${external_id}`)).body.id, id)
    assert.deepEqual(refusal(await versioned.get(ORDER)), [400, 'external_id is a required parameter'])
  })
