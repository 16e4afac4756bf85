import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

const ask = (body: object) => client.post('/companies/search', body)
const is = (field: string, value: unknown, operator = '=') => ({ field, operator, value })
const find = async (query: unknown, more = {}) => {
  const { status, body } = await ask({ query, ...more })
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(body.total_count, body.data.length)
  return body.data.map((company: { company_id: string }) => company.company_id).join(' ')
}
const begin = app.clock.now().getTime() / 1000

await client.post('/data_attributes', { model: 'company', name: 'seats', data_type: 'integer' })
const companies = [
  { company_id: 'acme', name: 'Acme', monthly_spend: 10, plan: 'Pro', custom_attributes: { seats: 3 } },
  { company_id: 'beta', name: 'Beta 50%', monthly_spend: 20, remote_created_at: 1_700_000_000 },
  { company_id: 'cairn', name: 'acme two', monthly_spend: 20, update_last_request_at: true },
  { company_id: 'nobody', name: 'Acme of nobody' },
  { company_id: 'gone', name: 'Acme gone' },
]
const person = (await client.post('/contacts', { external_id: 'person' })).body
const other = (await client.post('/contacts', { external_id: 'other' })).body
for (const details of companies) {
  const { body } = await client.post('/companies', details)
  if (details.company_id !== 'nobody') await client.post(`/contacts/${person.id}/companies`, { id: body.id })
  if (details.company_id === 'beta') await client.post(`/contacts/${other.id}/companies`, { id: body.id })
  if (details.company_id === 'gone') await client.delete(`/companies/${body.id}`)
  app.clock.advance(60)
}
const tag = (await client.post('/tags', { name: 'Big', companies: [{ company_id: 'acme' }] })).body.id

for (const [field, operator, value, found] of [
  ['company_id', '=', 'acme', 'acme'],
  ['company_id', 'IN', ['acme', 'beta'], 'acme beta'],
  ['company_id', 'NIN', ['acme', 'beta'], 'cairn'],
  ['name', '=', 'ACME', 'acme'],
  ['name', '!=', 'acme', 'beta cairn'],
  ['name', '^', 'acme', 'acme cairn'],
  ['name', '$', 'two', 'cairn'],
  ['name', '~', '%', 'beta'],
  ['name', '!~', 'acme', 'beta'],
  ['created_at', '>', begin, 'beta cairn'],
  ['created_at', '>=', begin, 'acme beta cairn'],
  ['created_at', '=', begin + 60, 'beta'],
  ['updated_at', '<', begin + 120, 'beta'],
  ['remote_created_at', '=', 1_700_000_000, 'beta'],
  ['remote_created_at', '=', null, 'acme cairn'],
  ['last_request_at', '>', begin, 'cairn'],
  ['monthly_spend', '=', 20, 'beta cairn'],
  ['monthly_spend', '<', 20, 'acme'],
  ['session_count', '=', 0, 'acme beta cairn'],
  ['user_count', '>', 1, 'beta'],
  ['custom_attributes.seats', '=', 3, 'acme'],
  ['custom_attributes.seats', '>', 3, ''],
] as const)
  test(`${field} ${operator} ${JSON.stringify(value)} finds ${found || 'nothing'}`, async () => {
    assert.equal(await find(is(field, value, operator)), found)
  })

test('a tag is searched by = and != only', async () => {
  assert.equal(await find(is('tag_id', tag)), 'acme')
  assert.equal(await find(is('tag_id', tag, '!=')), 'beta cairn')
  for (const operator of ['IN', 'NIN', '>']) {
    const { status, body } = await ask({ query: is('tag_id', operator.endsWith('IN') ? [tag] : tag, operator) })
    assert.deepEqual([status, body.errors[0].code], [400, 'invalid_operator'])
  }
})

test('groups nest', async () => {
  const either = { operator: 'OR', value: [is('company_id', 'acme'), is('company_id', 'beta')] }
  assert.equal(await find({ operator: 'AND', value: [either, is('monthly_spend', 15, '>')] }), 'beta')
})

test('a page has 15 unless it is asked otherwise, and the next one goes on where it ended', async () => {
  const query = is('monthly_spend', 0, '>')
  const { body } = await ask({ query })
  assert.deepEqual(body.pages, { type: 'pages', page: 1, per_page: 15, total_pages: 1 })
  const seen: string[] = []
  let starting_after: string | undefined
  for (const page of [1, 2, 3]) {
    const { body } = await ask({
      query,
      sort: { field: 'monthly_spend', order: 'ascending' },
      pagination: { per_page: 1, ...(starting_after && { starting_after }) },
    })
    seen.push(...body.data.map((company: { company_id: string }) => company.company_id))
    assert.deepEqual([body.total_count, body.pages.page, body.pages.total_pages], [3, page, 3])
    starting_after = body.pages.next?.starting_after
    assert.equal(starting_after === undefined, page === 3)
  }
  assert.deepEqual(seen, ['acme', 'beta', 'cairn'])
})

test('results are sorted as asked, descending unless it is said', async () => {
  const query = is('monthly_spend', 0, '>')
  assert.equal(await find(query, { sort: { field: 'name', order: 'ascending' } }), 'acme beta cairn')
  assert.equal(await find(query, { sort: { field: 'name' } }), 'cairn beta acme')
  assert.equal(await find(query, { sort: { field: 'last_request_at', order: 'ascending' } }), 'cairn acme beta')
})

test('refuses fields that cannot be searched, with the error of the API', async () => {
  for (const field of ['plan.id', 'plan.name', 'segment_id', 'id', 'custom_attributes.unknown', 'toString']) {
    const { status, body } = await ask({ query: is(field, 'x') })
    assert.deepEqual(
      [status, body.errors[0].code, body.errors[0].message],
      [400, 'invalid_field', `${field} is not a valid search field`],
    )
  }
  const badSort = await ask({ query: is('name', 'x'), sort: { field: 'tag_id' } })
  assert.deepEqual(badSort.body.errors[0], { code: 'invalid_field', message: 'tag_id is not a valid search field' })
  for (const [body, code] of [
    [{}, 'invalid_query'],
    [{ query: is('created_at', 'foobar', '>') }, 'invalid_value'],
    [{ query: is('created_at', [1], 'IN') }, 'invalid_operator'],
    [{ query: is('name', 'x', '>') }, 'invalid_operator'],
    [{ query: is('name', 'x'), sort: { field: 'name', order: 'desc' } }, 'invalid_sort_order'],
    [{ query: is('name', 'x'), color: 'red' }, 'bad_request'],
    [{ query: is('name', 'x'), pagination: { starting_after: 'x' } }, 'client_error'],
    [{ query: is('name', 'x'), pagination: { per_page: 0 } }, 'parameter_invalid'],
  ] as const) {
    const reply = await ask(body)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, code], JSON.stringify(body))
  }
})

test('a company is shown in full', async () => {
  const { body } = await ask({ query: is('company_id', 'acme') })
  assert.deepEqual(body.data[0], (await client.get(`/companies/${body.data[0].id}`)).body)
})

test('another workspace finds its own only, and older versions have no such search', async () => {
  const other = app.client({ token: (await app.createWorkspace()).token, version: 'Preview' })
  assert.equal((await other.post('/companies/search', { query: is('name', 'acme') })).body.total_count, 0)
  const { status, body } = await app.client({ version: '2.16' }).post('/companies/search', { query: is('name', 'x') })
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})
