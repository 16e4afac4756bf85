import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const message = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]

for (const version of ['2.9', '2.10', '2.12', '2.16', '2.18', 'Preview'])
  test(`a type begins with a title and a description in ${version}`, async () => {
    const speaker = app.client({ version })
    const { body } = await speaker.post('/ticket_types', { name: ' Bug ', description: 'Something is broken' })
    assert.equal(body.name, 'Bug')
    assert.equal(body.icon, '🎟️')
    assert.equal(body.category, 'Customer')
    assert.equal(body.is_internal, false)
    const attributes = body.ticket_type_attributes.data
    assert.deepEqual(
      attributes.map((one: any) => [one.name, one.data_type, one.input_options, one.order, one.default]),
      [
        ['_default_title_', 'string', { multiline: false }, 0, true],
        ['_default_description_', 'string', { multiline: true }, 1, true],
      ],
    )
    assert.equal(attributes[0].ticket_type_id, Number(body.id))
    const states = body.ticket_states?.data.map(({ category }: { category: string }) => category)
    const all = ['submitted', 'in_progress', 'waiting_on_customer', 'resolved']
    assert.deepEqual(states, ['2.9', '2.10'].includes(version) ? undefined : all)
    assert.deepEqual((await speaker.get(`/ticket_types/${body.id}`)).body, body)
    assert.ok((await speaker.get('/ticket_types')).body.data.some(({ id }: { id: string }) => id === body.id))
  })

test('a tracker is internal, and contacts do not see its title', async () => {
  const { body } = await client.post('/ticket_types', { name: 'Tracker', category: 'Tracker' })
  assert.equal(body.is_internal, true)
  assert.equal(body.ticket_type_attributes.data[0].visible_to_contacts, false)
})

test('given properties change, missing ones stay, and an archived type is listed', async () => {
  const { body: made } = await client.post('/ticket_types', { name: 'Bug', icon: '🐛' })
  app.clock.advance(10)
  const { body: changed } = await client.put(`/ticket_types/${made.id}`, { name: 'Defect', archived: true })
  assert.deepEqual(changed, { ...made, name: 'Defect', archived: true, updated_at: made.updated_at + 10 })
  const { body: list } = await client.get('/ticket_types')
  assert.deepEqual(
    list.data.find(({ id }: { id: string }) => id === made.id),
    changed,
  )
})

test('an attribute comes last, with the options of its type', async () => {
  const { body: type } = await client.post('/ticket_types', { name: 'Order' })
  const path = `/ticket_types/${type.id}/attributes`
  const list = {
    name: 'Size',
    description: '',
    data_type: 'list',
    list_items: 'Small, Large,',
    required_to_create: true,
  }
  const { body: size } = await client.post(path, list)
  assert.deepEqual(
    size.input_options.list_options.map(({ label }: { label: string }) => label),
    ['Small', 'Large'],
  )
  assert.equal(size.order, 2)
  assert.equal(size.required_to_create, true)
  const [small] = size.input_options.list_options
  const changed = (await client.put(`${path}/${size.id}`, { list_items: 'Medium,Small' })).body
  assert.deepEqual(changed.input_options.list_options[1], small)
  const files = (await client.post(path, { name: 'Proof', description: '', data_type: 'files' })).body
  assert.equal(files.input_options, null)
  const note = {
    name: 'Note',
    description: 'Some words',
    data_type: 'string',
    multiline: true,
    visible_to_contacts: false,
  }
  const text = (await client.post(path, note)).body
  assert.deepEqual(text.input_options, { multiline: true })
  assert.equal(text.visible_to_contacts, false)
  const { body: whole } = await client.get(`/ticket_types/${type.id}`)
  assert.deepEqual(whole.ticket_type_attributes.data.slice(2), [changed, files, text])
})

test('an archived attribute gives up its name', async () => {
  const { body: type } = await client.post('/ticket_types', { name: 'Order' })
  const path = `/ticket_types/${type.id}/attributes`
  const attribute = { name: 'Number', description: '', data_type: 'integer' }
  const { body: first } = await client.post(path, attribute)
  assert.equal((await client.post(path, attribute)).status, 400)
  assert.equal((await client.put(`${path}/${first.id}`, { archived: true })).body.archived, true)
  assert.equal((await client.post(path, attribute)).status, 200)
  assert.deepEqual(message(await client.put(`${path}/${first.id}`, { archived: false })), [
    400,
    'An attribute of this ticket type has that name already',
  ])
})

test('invalid attributes are refused', async () => {
  const { body: type } = await client.post('/ticket_types', { name: 'Order' })
  const path = `/ticket_types/${type.id}/attributes`
  const [title] = type.ticket_type_attributes.data
  const base = { name: 'Extra', description: '' }
  const refused = async (body: object) => message(await client.post(path, { ...base, ...body }))
  assert.deepEqual(await refused({ data_type: 'list' }), [400, 'list_items is a required parameter'])
  assert.deepEqual(await refused({ data_type: 'list', list_items: ' , ' }), [
    400,
    'list_items must name at least one item',
  ])
  assert.deepEqual(await refused({ data_type: 'list', list_items: 'a,a' }), [
    400,
    'list_items must differ from each other',
  ])
  assert.deepEqual(await refused({ data_type: 'integer', multiline: true }), [
    400,
    'multiline is only for attributes of type string',
  ])
  assert.equal((await refused({ data_type: 'colour' }))[0], 400)
  const kept = 'The title and the description of a ticket type keep their names and cannot be archived'
  assert.deepEqual(message(await client.put(`${path}/${title.id}`, { name: 'Title' })), [400, kept])
  assert.deepEqual(message(await client.put(`${path}/${title.id}`, { archived: true })), [400, kept])
})

test('unknown ids, and ids of another workspace, answer 404', async () => {
  const twin = app.client({ token: (await app.createWorkspace()).token })
  const { body: type } = await twin.post('/ticket_types', { name: 'Theirs' })
  for (const id of [type.id, '0', 'x'])
    for (const ask of [client.get(`/ticket_types/${id}`), client.put(`/ticket_types/${id}`, { name: 'Mine' })])
      assert.deepEqual(message(await ask), [404, 'Resource Not Found'])
  const [title] = type.ticket_type_attributes.data
  const { body: mine } = await client.post('/ticket_types', { name: 'Mine' })
  const reply = await client.put(`/ticket_types/${mine.id}/attributes/${title.id}`, { description: 'taken' })
  assert.deepEqual(message(reply), [404, 'Resource Not Found'])
})

test('a state belongs to the types that it names, or to all', async () => {
  const [{ body: bug }, { body: order }] = [
    await client.post('/ticket_types', { name: 'Bug' }),
    await client.post('/ticket_types', { name: 'Order' }),
  ]
  const state = { category: 'in_progress', internal_label: 'With engineers', external_label: 'In progress' }
  const { body: made } = await client.post('/parley/ticket_states', { ...state, ticket_type_ids: [bug.id] })
  assert.deepEqual(
    made.ticket_types.data.map(({ id }: { id: string }) => id),
    [bug.id],
  )
  const statesOf = async (id: string) =>
    (await client.get(`/ticket_types/${id}`)).body.ticket_states.data.map((one: { id: string }) => one.id)
  assert.ok((await statesOf(bug.id)).includes(made.id))
  assert.ok(!(await statesOf(order.id)).includes(made.id))
  const { body: moved } = await client.put(`/parley/ticket_states/${made.id}`, { ticket_type_ids: [order.id] })
  assert.deepEqual(
    moved.ticket_types.data.map(({ name }: { name: string }) => name),
    ['Order'],
  )
  const { body: everywhere } = await client.post('/parley/ticket_states', state)
  assert.ok((await statesOf(bug.id)).includes(everywhere.id))
  assert.equal((await client.post('/parley/ticket_states', { ...state, ticket_type_ids: ['0'] })).status, 404)
})
