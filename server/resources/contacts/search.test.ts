import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const { db } = app
const client = app.client()
const workspace_id = app.workspace.id

type Found = { external_id: string }
const ask = (body: object, version?: string) =>
  app.client({ ...(version !== undefined && { version }) }).post('/contacts/search', body)
const find = async (query: unknown, version?: string) => {
  const { status, body } = await ask({ query }, version)
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(body.total_count, body.data.length)
  return body.data.map(({ external_id }: Found) => external_id).join(' ')
}
const is = (field: string, value: unknown, operator = '=') => ({ field, operator, value })

const at = app.clock.now()
await db`insert into data_attributes ${db({ workspace_id, model: 'contact', name: 'seats', label: 'Seats', data_type: 'integer', created_at: at, updated_at: at })}`
const people = [
  { external_id: 'ann', email: 'ann@example.com', name: 'Ann', custom_attributes: { seats: 3 } },
  { external_id: 'bob', email: 'bob@acme.test', name: 'Bob', custom_attributes: { seats: 9 } },
  { external_id: 'cy', role: 'lead', email: 'ann@example.com' },
  { external_id: 'gone', email: 'gone@example.com' },
]
for (const person of people) {
  const { body } = await client.post('/contacts', person)
  if (person.external_id === 'gone') await client.post(`/contacts/${body.id}/archive`)
  app.clock.advance(3600)
}
const segment = { workspace_id, created_at: at, updated_at: at }
for (const [id, person_type, filter] of [
  ['1', 'user', is('email', 'example', '~')],
  ['2', 'contact', is('email', 'example', '~')],
  ['3', 'user', is('segment_id', '4'.repeat(24))],
  ['4', 'user', is('custom_attributes.seats', 5, '>')],
  ['5', 'user', { operator: 'NOT' }],
  ['6', 'user', is('segment_id', '6'.repeat(24))],
] as const) {
  const row = { ...segment, id: id.repeat(24), name: id, person_type, filter: db.json(filter as never) }
  await db`insert into segments ${db(row)}`
}

test('a contact is found as soon as it is made', async () => {
  assert.equal(await find(is('email', 'ANN@example.com')), 'ann cy')
  const { body } = await ask({ query: is('external_id', 'ann') })
  assert.deepEqual([body.type, body.total_count, body.data[0].external_id], ['list', 1, 'ann'])
  assert.deepEqual(body.pages, { type: 'pages', page: 1, per_page: 50, total_pages: 1 })
})

test('groups nest', async () => {
  const either = { operator: 'OR', value: [is('name', 'Ann'), is('name', 'Bob')] }
  assert.equal(await find({ operator: 'AND', value: [either, is('email_domain', 'acme.test')] }), 'bob')
})

test('custom attributes are searched by their types', async () => {
  assert.equal(await find(is('custom_attributes.seats', 3)), 'ann')
  assert.equal(await find(is('custom_attributes.seats', 3, '>')), 'bob')
})

test('a segment holds users or leads, and may be made of another segment', async () => {
  const inSegment = (n: number) => find(is('segment_id', String(n).repeat(24)))
  assert.deepEqual([await inSegment(1), await inSegment(2), await inSegment(3)], ['ann', 'cy', 'bob'])
  assert.deepEqual([await inSegment(5), await inSegment(6), await inSegment(7)], ['', '', ''])
  assert.equal(await find(is('segment_id', '1'.repeat(24), '!=')), 'bob cy')
})

test('dates mean days of the workspace up to 2.16, and seconds from 2.17 on', async () => {
  const { body } = await ask({ query: is('external_id', 'ann') })
  const created = body.data[0].created_at
  assert.equal(await find(is('created_at', created + 60), '2.16'), 'ann bob cy')
  for (const version of ['2.17', '2.18', 'Preview'])
    assert.equal(await find(is('created_at', created + 60), version), '', version)
  assert.equal(await find(is('created_at', created, '>='), 'Preview'), 'ann bob cy')
  const refused = await ask({ query: is('created_at', created, '>=') }, '2.16')
  assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'invalid_operator'])
})

test('days begin when they do where the workspace is', async () => {
  const { id, token } = await app.createWorkspace()
  await db`update workspaces set time_zone = 'Asia/Tokyo' where id = ${id}`
  const tokyo = app.client({ token, version: '2.16' })
  await tokyo.post('/contacts', { external_id: 'early' })
  // One in the morning of the 16th.
  await db`update contacts set created_at = '2026-01-15T16:00:00Z' where workspace_id = ${id}`
  const on = async (time: string) =>
    (await tokyo.post('/contacts/search', { query: is('created_at', Date.parse(time) / 1000) })).body.total_count
  assert.deepEqual([await on('2026-01-15T14:30:00Z'), await on('2026-01-15T15:30:00Z')], [0, 1])
})

test('pages and their order', async () => {
  const sort = { field: 'name', order: 'descending' }
  const query = is('created_at', 1, '>')
  const names: string[] = []
  let starting_after: string | undefined
  for (let page = 1; page <= 3; page++) {
    const { body } = await ask({ query, sort, pagination: { per_page: 1, starting_after } })
    assert.deepEqual([body.total_count, body.pages.page, body.pages.total_pages], [3, page, 3])
    names.push(body.data[0].name)
    starting_after = body.pages.next?.starting_after
  }
  assert.equal(starting_after, undefined)
  assert.deepEqual(names, ['Bob', 'Ann', null])
})

test('an unknown order means descending up to 2.15, and answers 400 after it', async () => {
  const body = { query: is('role', 'user'), sort: { field: 'name', order: 'desc' } }
  assert.equal((await ask(body, '2.15')).body.data[0].external_id, 'bob')
  const { status, body: refused } = await ask(body, '2.16')
  assert.deepEqual([status, refused.errors[0].code], [400, 'invalid_sort_order'])
})

const bad: [body: object, code: string, message?: RegExp][] = [
  [{}, 'invalid_query'],
  [{ query: [] }, 'invalid_query'],
  [{ query: { field: 'email', value: 'x' } }, 'invalid_query'],
  [{ query: is('nothing', 'x') }, 'invalid_field', /^nothing is not a valid field$/],
  [{ query: is('custom_attributes.nothing', 'x') }, 'invalid_field'],
  [{ query: is('email', 123) }, 'invalid_value', /^123 is not a valid string$/],
  [{ query: is('email', 'x', '>') }, 'invalid_operator', /^email does not support operator: >$/],
  [{ query: { operator: 'NOT', value: [] } }, 'invalid_operator'],
  [{ query: { operator: 'OR', value: Array(16).fill(is('email', 'x')) } }, 'invalid_value'],
  [{ query: is('email', 'x'), random_param: 1 }, 'bad_request', /^bad 'random_param' parameter$/],
  [{ query: is('email', 'x'), pagination: { starting_after: 'x' } }, 'client_error'],
  [{ query: is('email', 'x'), pagination: { per_page: 0 } }, 'parameter_invalid'],
]
for (const [body, code, message = /./] of bad)
  test(`400 ${code} for ${JSON.stringify(body).slice(0, 80)}`, async () => {
    const reply = await ask(body)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, code])
    assert.match(reply.body.errors[0].message, message)
  })

test('another workspace finds its own contacts only', async () => {
  const other = app.client({ token: (await app.createWorkspace()).token })
  const { body } = await other.post('/contacts/search', { query: is('email', 'ann@example.com') })
  assert.deepEqual([body.total_count, body.data], [0, []])
  const tagged = await other.post('/contacts/search', { query: is('segment_id', '1'.repeat(24)) })
  assert.equal(tagged.body.total_count, 0)
})

for (const version of SAMPLED_VERSIONS)
  test(`a search conforms in ${version}`, async () => assert.equal(await find(is('role', 'lead'), version), 'cy'))
