import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const post = (body: object, version = '2.16') => app.client({ version }).post('/data_attributes', body)

test('an attribute is made, and takes values of its type from then on', async () => {
  const { status, body } = await post({ name: 'Mithril Shirt', model: 'company', data_type: 'integer' })
  assert.equal(status, 200)
  const { id, ...rest } = body
  assert.equal(typeof id, 'number')
  assert.deepEqual(rest, {
    type: 'data_attribute',
    name: 'Mithril Shirt',
    full_name: 'custom_attributes.Mithril Shirt',
    label: 'Mithril Shirt',
    data_type: 'integer',
    api_writable: true,
    ui_writable: false,
    messenger_writable: false,
    custom: true,
    archived: false,
    admin_id: String(app.workspace.adminId),
    created_at: app.clock.now().getTime() / 1000,
    updated_at: app.clock.now().getTime() / 1000,
    model: 'company',
  })
  const write = (value: unknown) =>
    client.post('/companies', { company_id: 'elves', custom_attributes: { 'Mithril Shirt': value } })
  assert.equal((await write(3)).body.custom_attributes['Mithril Shirt'], 3)
  const refused = await write('three')
  assert.deepEqual([refused.status, refused.body.errors[0].message], [400, 'Mithril Shirt must be of type integer'])
})

for (const [form, options] of [
  ['objects', [{ value: 'alive' }, { value: 'dead' }]],
  ['strings', ['alive', 'dead']],
] as const)
  for (const [at, version] of ['2.7', '2.11', '2.13', '2.14', '2.16', 'Preview'].entries())
    test(`a list is made in ${version}, its options given as ${form}`, async () => {
      const name = `${form} ${at}`
      const data_type = at % 2 === 0 ? 'string' : 'options'
      const { status, body } = await post({ name, model: 'contact', data_type, options, description: 'State' }, version)
      assert.equal(status, 200)
      assert.deepEqual([body.data_type, body.options], ['string', ['alive', 'dead']])
      const write = (value: string) => client.post('/contacts', { role: 'lead', custom_attributes: { [name]: value } })
      assert.equal((await write('dead')).body.custom_attributes[name], 'dead')
      assert.equal((await write('undecided')).status, 400)
    })

test('the messenger may write a new attribute up to 2.10, and from 2.11 on where it says so', async () => {
  const made = async (name: string, version: string, more = {}) =>
    (await post({ name, model: 'contact', data_type: 'string', ...more }, version)).body.messenger_writable
  assert.equal(await made('old', '2.10'), true)
  assert.equal(await made('old and shy', '2.10', { messenger_writable: false }), false)
  assert.equal(await made('new', '2.11'), false)
  assert.equal(await made('new and open', '2.11', { messenger_writable: true }), true)
})

test('every type is taken; times of day are told from 2.17 on', async () => {
  for (const data_type of ['string', 'integer', 'float', 'boolean', 'date', 'datetime']) {
    const made = await post({ name: `of ${data_type}`, model: 'contact', data_type }, 'Preview')
    assert.deepEqual([made.status, made.body.data_type], [200, data_type])
  }
  const old = await post({ name: 'old time', model: 'contact', data_type: 'datetime' }, '2.16')
  assert.deepEqual([old.status, old.body.data_type], [200, 'date'])
})

test('names may have letters of any script, digits, blanks, hyphens, underscores and signs of currencies', async () => {
  for (const name of ['paid_subscriber', 'Größe', '売上', 'price in €', 'a-1'])
    assert.equal((await post({ name, model: 'contact', data_type: 'string' })).body.name, name)
})

const NAME = 'Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens'
const MODEL = 'The Data Attribute model field must be either contact or company'
const refused: [string, object, string][] = [
  ['no model', { description: 'Plain', options: [{ value: '1-10' }], archived: false }, MODEL],
  ['conversations', { name: 'x', model: 'conversation', data_type: 'string' }, MODEL],
  ['a strange name', { name: '!nv@l!d n@me', model: 'company', data_type: 'string' }, NAME],
  ['a name with a dot', { name: 'a.b', model: 'company', data_type: 'string' }, NAME],
  ['a strange type', { name: 'The Second Ring', model: 'company', data_type: 'mithril' }, "Data Type isn't an option"],
  ['no type', { name: 'The Second Ring', model: 'company' }, "Data Type isn't an option"],
  [
    'options by another key',
    { name: 'x', model: 'contact', data_type: 'string', list_items: 'a, b' },
    'list_items is not known: the options of a list are given in options, as objects with a value',
  ],
  [
    'options of one',
    { name: 'x', model: 'contact', data_type: 'options', options: [{ value: 'a' }] },
    'You must have at least two options on a list type data attribute',
  ],
  [
    'the same option twice',
    { name: 'x', model: 'contact', data_type: 'string', options: ['a', 'a '] },
    'You must have at least two options on a list type data attribute',
  ],
  [
    'a list without options',
    { name: 'x', model: 'contact', data_type: 'options' },
    'You must have at least two options on a list type data attribute',
  ],
  [
    'options that are no list',
    { name: 'x', model: 'contact', data_type: 'string', options: { value: 'a' } },
    "Options isn't an array",
  ],
  [
    'options without values',
    { name: 'x', model: 'contact', data_type: 'string', options: [{}, {}] },
    'An option must have a value of at most 255 characters',
  ],
  [
    'options of numbers',
    { name: 'x', model: 'contact', data_type: 'integer', options: ['1', '2'] },
    'Only a data attribute of type string can have options',
  ],
  [
    'a standard name',
    { name: 'Name', model: 'contact', data_type: 'string' },
    "'Name' is one of our standard attributes for your people data. To save this as new people data, use a different name.",
  ],
]
for (const [what, body, message] of refused)
  test(`${what}: refused`, async () => {
    const reply = await post(body)
    assert.equal(reply.status, 400)
    assert.deepEqual(reply.body.errors, [{ code: 'parameter_invalid', message }])
  })

test('a name must be given', async () => {
  const { status, body } = await post({ model: 'contact', data_type: 'string', name: ' ' })
  assert.deepEqual(
    [status, body.errors],
    [400, [{ code: 'parameter_not_found', message: 'name is a required parameter' }]],
  )
})

const ringTaken = (data: string) =>
  `You already have 'The One Ring' in your company data. To save this as new ${data} data, use a different name.`

test('a name is taken once, by people or by companies, archived or not', async () => {
  const ring = { name: 'The One Ring', data_type: 'string' }
  const made = await post({ ...ring, model: 'company' })
  for (const [model, data] of [
    ['contact', 'people'],
    ['company', 'company'],
  ] as const) {
    const { status, body } = await post({ ...ring, model })
    assert.equal(status, 400)
    assert.deepEqual(body.errors, [{ code: 'parameter_invalid', message: ringTaken(data) }])
  }
  await client.put(`/data_attributes/${made.body.id}`, { archived: true })
  assert.equal((await post({ ...ring, model: 'company' })).status, 400)
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  assert.equal((await theirs.post('/data_attributes', { ...ring, model: 'contact' })).status, 200)
})

test('one of ten parallel requests for a name succeeds', async () => {
  const models = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 'contact' : 'company'))
  const replies = await Promise.all(models.map((model) => post({ name: 'contested', model, data_type: 'string' })))
  assert.equal(replies.filter(({ status }) => status === 200).length, 1)
  assert.equal(replies.filter(({ status }) => status === 400).length, 9)
})

test('250 of a model are in use at the most; archiving one makes room', async () => {
  const workspace = await app.createWorkspace()
  const crowded = app.client({ token: workspace.token })
  await app.db`
    insert into data_attributes (workspace_id, model, name, label, data_type, admin_id, created_at, updated_at)
    select ${workspace.id}, 'contact', 'n' || n, 'N', 'string', ${workspace.adminId}, now(), now() from generate_series(1, 250) n`
  const one = { name: 'one more', model: 'contact', data_type: 'string' }
  const full = await crowded.post('/data_attributes', one)
  assert.deepEqual([full.status, full.body.errors[0].code], [400, 'custom_data_limit_reached'])
  assert.equal((await crowded.post('/data_attributes', { ...one, name: 'of companies', model: 'company' })).status, 200)
  const [first] = await app.db`select id from data_attributes where workspace_id = ${workspace.id} and name = 'n1'`
  const path = `/data_attributes/${first!['id']}`
  assert.equal((await crowded.put(path, { archived: true })).status, 200)
  assert.equal((await crowded.post('/data_attributes', one)).status, 200)
  const back = await crowded.put(path, { archived: false })
  assert.deepEqual([back.status, back.body.errors[0].code], [400, 'custom_data_limit_reached'])
})

for (const [at, version] of SAMPLED_VERSIONS.entries())
  test(`making and changing a data attribute conforms in ${version}`, async () => {
    const old = app.client({ version })
    const made = await old.post('/data_attributes', { name: `ring ${at}`, model: 'company', data_type: 'string' })
    assert.equal(made.status, 200)
    const changed = await old.put(`/data_attributes/${made.body.id}`, {
      description: 'Just a plain old ring',
      options: [{ value: '1-10' }, { value: '11-20' }],
      archived: false,
    })
    assert.deepEqual([changed.status, changed.body.options], [200, ['1-10', '11-20']])
    const strings = await old.put(`/data_attributes/${made.body.id}`, { options: ['a', 'b'] })
    assert.deepEqual(strings.body.options, ['a', 'b'])
  })
