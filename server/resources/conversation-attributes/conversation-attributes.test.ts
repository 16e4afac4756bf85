import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'

const app = await testApp()
const client = app.client()
const PATH = '/conversations/attributes'

let made = 0
const make = async (details: object = {}, speaker = client) => {
  const { status, body } = await speaker.post(PATH, { name: `attribute ${++made}`, data_type: 'string', ...details })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
const listOf = (...labels: string[]) => make({ data_type: 'list', options: labels.map((label) => ({ label })) })
const names = (body: any) => body.data.map(({ name }: { name: string }) => name)
const now = () => app.clock.now().getTime() / 1000
const answer = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]

for (const version of ['2.16', '2.18', 'Preview'])
  test(`attributes of every type are made, read, changed and archived in ${version}`, async () => {
    const speaker = app.client({ version })
    const common = { description: '', required: false, visible_to_team_ids: [], archived: false }
    const types: [data_type: string, asked: object, told: object][] = [
      ['string', { multiline: true }, { multiline: true }],
      ['integer', {}, {}],
      ['list', {}, { options: [] }],
      ['decimal', {}, {}],
      ['boolean', {}, {}],
      ['datetime', {}, {}],
      [
        'relationship',
        { reference: { type: 'many', object_type_id: 'Order' } },
        { reference: { type: 'many', object_type_id: 'Order' } },
      ],
      ['files', {}, {}],
    ]
    for (const [data_type, asked, told] of types) {
      const name = `${data_type} of ${version}: any text!`
      const attribute = await make({ name, data_type, ...asked }, speaker)
      const { id } = attribute
      assert.equal(typeof id, 'number')
      assert.deepEqual(attribute, {
        type: 'conversation_attribute',
        id,
        name,
        data_type,
        ...common,
        created_at: now(),
        updated_at: now(),
        admin_id: String(app.workspace.adminId),
        ...told,
      })
      assert.deepEqual((await speaker.get(`${PATH}/${id}`)).body, attribute)
      app.clock.advance(10)
      const changed = await speaker.put(`${PATH}/${id}`, { description: 'Told', required: true })
      assert.deepEqual(changed.body, { ...attribute, description: 'Told', required: true, updated_at: now() })
      const gone = await speaker.delete(`${PATH}/${id}`)
      assert.deepEqual([gone.status, gone.body], [200, { ...changed.body, archived: true }])
      assert.deepEqual((await speaker.delete(`${PATH}/${id}`)).body, gone.body)
      assert.ok(!names((await speaker.get(PATH)).body).includes(name))
      assert.ok(names((await speaker.get(`${PATH}?include_archived=true`)).body).includes(name))
    }
  })

test('a conversation takes values of the types of its attributes', async () => {
  const { path } = await newConversation(client)
  const { name: level } = await listOf('High', 'Low')
  const { name: amount } = await make({ data_type: 'decimal' })
  const { name: due } = await make({ data_type: 'datetime' })
  const { name: bare } = await make({ data_type: 'list' })
  const { name: order } = await make({ data_type: 'relationship', reference: { type: 'many' } })
  const { name: scan } = await make({ data_type: 'files' })
  const custom_attributes = { [level]: 'High', [amount]: '1.5', [due]: '2023-11-14T22:13:20Z', [order]: [] }
  const { body } = await client.put(path, { custom_attributes })
  assert.deepEqual(body.custom_attributes, { [level]: 'High', [amount]: 1.5, [due]: 1_700_000_000 })
  for (const [name, value, message] of [
    [level, 'Medium', `${level} must be one of: High, Low`],
    [bare, 'High', `${bare} has no options yet: they must be added to the attribute first`],
    [amount, 'much', `${amount} must be of type decimal`],
    [order, ['21'], "Custom object instance '21' does not exist"],
    [order, { toString: 1 }, `Custom object instance '{"toString":1}' does not exist`],
    [scan, ['scan.png'], `${scan} must be of type files`],
    ['nothing', 1, "Conversation attribute 'nothing' does not exist"],
  ])
    assert.deepEqual(answer(await client.put(path, { custom_attributes: { [name!]: value } })), [
      400,
      'parameter_invalid',
      message,
    ])
})

test('under a new name an attribute keeps the values that conversations have for it', async () => {
  const { path } = await newConversation(client)
  const [kept, moved] = [await make(), await make()]
  await client.put(path, { custom_attributes: { [kept.name]: 'one', [moved.name]: 'two' } })
  const name = `renamed ${moved.name}`
  assert.equal((await client.put(`${PATH}/${moved.id}`, { name: ` ${name} ` })).body.name, name)
  assert.deepEqual((await client.get(path)).body.custom_attributes, { [kept.name]: 'one', [name]: 'two' })
  assert.equal((await client.put(path, { custom_attributes: { [moved.name]: 'x' } })).status, 400)
  assert.equal((await client.put(path, { custom_attributes: { [name]: 'three' } })).status, 200)
})

test('a rename and writes of values at the same time leave no value behind', async () => {
  const attribute = await make()
  const paths = await Promise.all(Array.from({ length: 8 }, async () => (await newConversation(client)).path))
  const write = (path: string) => client.put(path, { custom_attributes: { [attribute.name]: 'x' } })
  const [renamed, ...written] = await Promise.all([
    client.put(`${PATH}/${attribute.id}`, { name: `${attribute.name} anew` }),
    ...paths.map(write),
  ])
  assert.equal(renamed!.status, 200)
  for (const [at, path] of paths.entries()) {
    const { custom_attributes } = (await client.get(path)).body
    const expected = written[at]!.status === 200 ? { [`${attribute.name} anew`]: 'x' } : {}
    assert.deepEqual(custom_attributes, expected)
  }
})

test('an archived attribute keeps its values, takes no new ones, and gives up its name', async () => {
  const { path } = await newConversation(client)
  const { id, name } = await make()
  await client.put(path, { custom_attributes: { [name]: 'kept' } })
  await client.delete(`${PATH}/${id}`)
  assert.equal((await client.put(path, { custom_attributes: { [name]: 'new' } })).status, 400)
  assert.equal((await client.get(path)).body.custom_attributes[name], 'kept')
  const next = await make({ name, data_type: 'integer' })
  assert.notEqual(next.id, id)
  // Its own name is another's now.
  await client.put(`${PATH}/${id}`, { name: `${name} (old)` })
  assert.equal((await client.get(path)).body.custom_attributes[name], 'kept')
  const back = await app.client({ version: '2.15' }).put(`/data_attributes/${id}`, { archived: false })
  assert.equal(back.status, 200)
})

test('a name is borne by one attribute in use', async () => {
  const [first, second] = [await make(), await make()]
  const refused = [400, 'parameter_invalid', `A conversation attribute named '${first.name}' already exists`]
  assert.deepEqual(answer(await client.post(PATH, { name: first.name, data_type: 'integer' })), refused)
  assert.deepEqual(answer(await client.put(`${PATH}/${second.id}`, { name: first.name })), refused)
  assert.equal((await client.put(`${PATH}/${first.id}`, { name: first.name })).status, 200)
  await client.delete(`${PATH}/${first.id}`)
  await client.put(`${PATH}/${second.id}`, { name: first.name })
  const back = await app.client({ version: '2.15' }).put(`/data_attributes/${first.id}`, { archived: false })
  assert.deepEqual(answer(back), refused)
  const contested = await Promise.all(
    Array.from({ length: 6 }, () => client.post(PATH, { name: 'contested', data_type: 'string' })),
  )
  assert.equal(contested.filter(({ status }) => status === 200).length, 1)
})

test('only teams that there are can be those that see an attribute', async () => {
  const [team] = await app.db<{ id: number }[]>`
    insert into teams (workspace_id, name, created_at) values (${app.workspace.id}, 'Eyes', now()) returning id`
  const attribute = await make({ visible_to_team_ids: [team!.id] })
  assert.deepEqual(attribute.visible_to_team_ids, [String(team!.id)])
  const none = await client.put(`${PATH}/${attribute.id}`, { visible_to_team_ids: [] })
  assert.deepEqual(none.body.visible_to_team_ids, [])
  const unknown = await client.put(`${PATH}/${attribute.id}`, { visible_to_team_ids: ['7'] })
  assert.deepEqual(answer(unknown), [404, 'team_not_found', 'Team not found'])
})

test('250 attributes of conversations are in use at the most', async () => {
  const workspace = await app.createWorkspace()
  await app.db`
    insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
    select ${workspace.id}, 'conversation', 'n' || n, 'N', 'string', now(), now() from generate_series(1, 250) n`
  const crowded = app.client({ token: workspace.token })
  const { status, body } = await crowded.post(PATH, { name: 'one more', data_type: 'string' })
  assert.deepEqual([status, body.errors[0].code], [400, 'custom_data_limit_reached'])
})
