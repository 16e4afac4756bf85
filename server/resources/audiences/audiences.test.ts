import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0

const USERS = { attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }
const newAudience = async (details: object) =>
  (await client.post('/audiences', { name: `Audience ${++made}`, ...details })).body
const newContact = async (details: object = {}) =>
  (await client.post('/contacts', { external_id: `audience-${++made}`, ...details })).body.id as string
const isIn = async (contact: string, { predicates, role_predicates }: Record<string, object[]>): Promise<boolean> => {
  const itself = { attribute: 'id', type: 'string', comparison: 'eq', value: contact }
  const body = { predicates: [...predicates!, itself], role_predicates }
  return (await client.post('/parley/audiences/preview', body)).body.count === 1
}
const refusal = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors[0].code,
  body.errors[0].message,
]

for (const version of ['2.16', '2.18', 'Preview'])
  test(`an audience is created, read, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const predicates = [{ attribute: 'company.name', type: 'string', comparison: 'contains', value: 'Acme' }]
    const created = await speaker.post('/audiences', { name: ' VIP ', predicates, role_predicates: [USERS] })
    assert.equal(created.status, 201)
    const { id, created_at, ...rest } = created.body
    assert.equal(typeof id, 'string')
    assert.deepEqual(rest, {
      type: 'audience',
      name: 'VIP',
      predicates,
      role_predicates: [USERS],
      updated_at: created_at,
    })
    app.clock.advance(10)
    const { body: changed } = await speaker.put(`/audiences/${id}`, { name: 'Very important' })
    assert.deepEqual(changed, { ...created.body, name: 'Very important', updated_at: created_at + 10 })
    assert.deepEqual((await speaker.get(`/audiences/${id}`)).body, changed)
    const { body: list } = await speaker.get('/audiences')
    assert.deepEqual(Object.keys(list), ['type', 'data', 'total_count', 'page', 'per_page', 'total_pages'])
    assert.deepEqual(list.data.at(-1), changed)
    const gone = await speaker.delete(`/audiences/${id}`)
    assert.deepEqual([gone.status, gone.text], [204, ''])
    assert.equal((await speaker.get(`/audiences/${id}`)).status, 404)
  })

test('audiences do not exist before 2.16', async () => {
  const { body } = await app.client({ version: '2.15' }).get('/audiences')
  assert.equal(body.errors[0].code, 'intercom_version_invalid')
})

test('page and per_page become the nearest value that is allowed', async () => {
  for (let n = 0; n < 3; n++) await newAudience({})
  const shape = async (query: string) => {
    const { data, page, per_page } = (await client.get(`/audiences?${query}`)).body
    return [data.length > 0, page, per_page]
  }
  assert.deepEqual(await shape('page=0&per_page=0'), [true, 1, 1])
  assert.deepEqual(await shape('page=-5&per_page=51'), [true, 1, 50])
  const second = (await client.get('/audiences?page=2&per_page=1')).body
  assert.deepEqual([second.data.length, second.total_pages], [1, second.total_count])
})

test('a contact is in the audiences that describe it and its company now', async () => {
  await client.post('/data_attributes', { name: 'plan', model: 'contact', data_type: 'string' })
  const { body: acme } = await client.post('/companies', { company_id: 'acme', name: 'Acme Ltd', monthly_spend: 900 })
  const ada = await newContact({ name: 'Ada', custom_attributes: { plan: 'gold' } })
  const bob = await newContact({ name: 'Bob' })
  const named = await newAudience({
    predicates: [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'ada' }],
  })
  const gold = await newAudience({
    predicates: [{ attribute: 'custom_attributes.plan', type: 'string', comparison: 'known' }],
  })
  const spending = await newAudience({
    predicates: [
      { attribute: 'company.name', type: 'string', comparison: 'contains', value: 'acme' },
      { attribute: 'company.monthly_spend', type: 'integer', comparison: 'gt', value: 500 },
    ],
  })
  const everybody = await newAudience({})
  assert.deepEqual(await Promise.all([named, gold, spending, everybody].map((one) => isIn(ada, one))), [
    true,
    true,
    false,
    true,
  ])
  assert.deepEqual(await Promise.all([named, gold, spending, everybody].map((one) => isIn(bob, one))), [
    false,
    false,
    false,
    true,
  ])
  await client.post(`/contacts/${bob}/companies`, { id: acme.id })
  assert.equal(await isIn(bob, spending), true)
  await client.put(`/companies/${acme.id}`, { monthly_spend: 10 })
  assert.equal(await isIn(bob, spending), false)
})

test('one company must meet all predicates on companies', async () => {
  const contact = await newContact()
  for (const [company_id, name, monthly_spend] of [
    ['rich', 'Rich', 1000],
    ['poor', 'Poor', 1],
  ] as const) {
    const { body } = await client.post('/companies', { company_id, name, monthly_spend })
    await client.post(`/contacts/${contact}/companies`, { id: body.id })
  }
  const spends = (name: string) =>
    newAudience({
      predicates: [
        { attribute: 'company.name', type: 'string', comparison: 'eq', value: name },
        { attribute: 'company.monthly_spend', type: 'integer', comparison: 'gte', value: '1000' },
      ],
    })
  assert.deepEqual(
    [await isIn(contact, await spends('Rich')), await isIn(contact, await spends('Poor'))],
    [true, false],
  )
})

test('role predicates are alternatives', async () => {
  const lead = (await client.post('/contacts', { role: 'lead' })).body.id
  const user = await newContact()
  const users = await newAudience({ role_predicates: [USERS] })
  const both = await newAudience({ role_predicates: [USERS, { ...USERS, value: 'lead' }] })
  assert.deepEqual(await Promise.all([users, both].map((one) => isIn(lead, one))), [false, true])
  assert.deepEqual(await Promise.all([users, both].map((one) => isIn(user, one))), [true, true])
})

test('an audience can ask for a segment', async () => {
  const filter = { field: 'name', operator: '=', value: 'Segmented' }
  const segment = (await client.post('/parley/segments', { name: 'Segmented', person_type: 'user', filter })).body.id
  const audience = await newAudience({
    predicates: [{ attribute: 'segment_id', type: 'string', comparison: 'eq', value: segment }],
  })
  assert.equal(await isIn(await newContact({ name: 'Segmented' }), audience), true)
  assert.equal(await isIn(await newContact({ name: 'Other' }), audience), false)
  await client.delete(`/parley/segments/${segment}`)
  const gone = await client.post('/parley/audiences/preview', { predicates: audience.predicates })
  assert.deepEqual(refusal(gone), [422, 'validation_error', `${segment} is not a valid segment`])
})

test('predicates that mean nothing are refused', async () => {
  const refused = async (details: object) => refusal(await client.post('/audiences', { name: 'Refused', ...details }))
  const one = (predicate: object) => refused({ predicates: [{ type: 'string', ...predicate }] })
  assert.deepEqual(await one({ attribute: 'shoe', comparison: 'eq', value: 'x' }), [
    422,
    'validation_error',
    (await client.post('/contacts/search', { query: { field: 'shoe', operator: '=', value: 'x' } })).body.errors[0]
      .message,
  ])
  assert.deepEqual(await one({ attribute: 'name', comparison: 'like', value: 'x' }), [
    422,
    'validation_error',
    'like is not a valid comparison',
  ])
  assert.deepEqual(await one({ attribute: 'name', comparison: 'eq' }), [
    422,
    'validation_error',
    'name must be compared with a value',
  ])
  assert.deepEqual((await one({ attribute: 'company.shoe', comparison: 'eq', value: 'x' }))[0], 422)
  assert.deepEqual(await refused({ role_predicates: [{ ...USERS, value: 'king' }] }), [
    422,
    'validation_error',
    'king is not a valid role',
  ])
})

test('webhooks are told of audiences', async () => {
  const { id, ...audience } = await newAudience({ name: 'Told' })
  await client.put(`/audiences/${id}`, { name: 'Told again' })
  await client.delete(`/audiences/${id}`)
  const events = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} and topic like 'audience.%'
      and item->>'id' = ${id} order by id`
  assert.deepEqual(
    events.map(({ topic }) => topic),
    ['audience.created', 'audience.updated', 'audience.deleted'],
  )
  assert.deepEqual(events[0]!.item, { id, ...audience })
  assert.deepEqual(events[2]!.item, { type: 'audience', id, deleted: true })
})
