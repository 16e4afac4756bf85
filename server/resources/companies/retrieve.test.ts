/** The lists of companies, by both operations, and the one company of a name or id. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: workspaceId } = app.workspace

const add = async (company_id: string, name: string, more: object = {}) =>
  (await client.post('/companies', { company_id, name, ...more })).body.id as string
const member = (await client.post('/contacts', { external_id: 'member' })).body.id
const attach = (id: string) => client.post(`/contacts/${member}/companies`, { id })

const never = await add('never', 'Never')
await attach(never)
const first = await add('first', 'First', { update_last_request_at: true })
await attach(first)
app.clock.advance(10)
const second = await add('second', 'Second', { update_last_request_at: true, monthly_spend: 900 })
await attach(second)
const alone = await add('alone', 'Alone', { update_last_request_at: true, monthly_spend: 900 })

const idsOf = (body: any) => body.data.map((company: any) => company.id)

test('lists begin with the last request, end with who made none, and leave out companies without contacts', async () => {
  for (const reply of [await client.get('/companies'), await client.post('/companies/list')]) {
    assert.equal(reply.status, 200)
    assert.deepEqual(idsOf(reply.body), [second, first, never])
    assert.equal(reply.body.total_count, 3)
    assert.deepEqual(reply.body.pages, { type: 'pages', next: null, page: 1, per_page: 15, total_pages: 1, prev: null })
  }
})

test('pages lead back from 2.17 on', async () => {
  const pages = async (version: string, page: number) =>
    (await app.client({ version }).get(`/companies?per_page=1&page=${page}`)).body.pages
  for (const version of ['2.17', '2.18', 'Preview']) {
    assert.equal((await pages(version, 1)).prev, null)
    assert.match((await pages(version, 2)).prev, /\/companies\?per_page=1&page=1$/)
    assert.match((await pages(version, 4)).prev, /page=3$/)
    assert.equal((await pages(version, 5)).prev, null)
  }
  for (const version of ['2.7', '2.16']) assert.equal('prev' in (await pages(version, 2)), false, version)
})

test('a query or a body reverses the order', async () => {
  const reversed = [never, first, second]
  assert.deepEqual(idsOf((await client.get('/companies?order=asc')).body), reversed)
  assert.deepEqual(idsOf((await client.post('/companies/list?order=asc')).body), reversed)
  assert.deepEqual(idsOf((await client.post('/companies/list', { order: 'asc' })).body), reversed)
  assert.equal((await client.post('/companies/list?order=up')).status, 400)
})

test('pages name the next by its address', async () => {
  const page = await client.post('/companies/list?per_page=2')
  assert.deepEqual(idsOf(page.body), [second, first])
  assert.match(page.body.pages.next, /^http:\/\/.*\/companies\/list\?per_page=2&page=2$/)
  const { pathname, search } = new URL(page.body.pages.next)
  const last = await client.post(pathname + search)
  assert.deepEqual(idsOf(last.body), [never])
  assert.equal(last.body.pages.next, null)
  assert.deepEqual(idsOf((await client.get('/companies?page=9')).body), [])
})

test('the last pages of a long list continue the pages before them', async () => {
  const long = await testApp()
  const { id } = long.workspace
  // Every second company was requested at the same moment as its neighbour, and some never.
  await long.db`
    insert into companies (workspace_id, id, company_id, user_count, last_request_at, created_at, updated_at)
    select ${id}::int, lpad(to_hex(n), 24, '0'), 'c' || n, 1,
      case when n % 7 > 0 then to_timestamp(1700000000 + n / 2) end, now(), now()
    from generate_series(1, 2507) n`
  await long.db`insert into count_deltas ${long.db({ workspace_id: id, name: 'companies', delta: 2507 })}`
  for (const order of ['asc', 'desc']) {
    const seen: string[] = []
    for (let page = 1; page <= 43; page++) {
      const { body } = await long.client().get(`/companies?order=${order}&per_page=60&page=${page}`)
      assert.equal(body.total_count, 2507)
      seen.push(...idsOf(body))
    }
    const rows = await long.db<{ id: string }[]>`
      select id from companies where workspace_id = ${id} order by last_request_at desc nulls last, id`
    const expected = rows.map((row) => row.id)
    assert.deepEqual(seen, order === 'desc' ? expected : expected.toReversed())
  }
})

test('a page too big, of no size, or of no number is refused', async () => {
  const tooBig = await client.get('/companies?per_page=61')
  assert.deepEqual(tooBig.body.errors[0], { code: 'parameter_invalid', message: 'Per Page is too big' })
  for (const query of ['per_page=0', 'per_page=-1', 'per_page=abc', 'page=0', 'page=x', 'page=1&page=2'])
    assert.equal((await client.get(`/companies?${query}`)).status, 400, query)
  assert.equal((await client.post('/companies/list', { per_page: 'abc' })).status, 400)
})

test('one company is found by its company_id or by its name, with contacts or without', async () => {
  for (const query of ['company_id=alone', 'name=Alone', 'name=aLONE', 'name=Alone&company_id=alone']) {
    const reply = await client.get(`/companies?${query}`)
    assert.deepEqual([reply.status, reply.body.type, reply.body.id], [200, 'company', alone], query)
  }
  for (const query of ['company_id=nobody', 'name=nobody', 'name=', 'name=Alone&company_id=first'])
    assert.equal((await client.get(`/companies?${query}`)).body.errors[0].code, 'company_not_found', query)
})

test('answers the oldest of several companies with one name, and an exact spelling before it', async () => {
  const lower = await add('lower', 'twin')
  const upper = await add('upper', 'Twin')
  await add('later', 'Twin')
  assert.equal((await client.get('/companies?name=Twin')).body.id, upper)
  assert.equal((await client.get('/companies?name=twin')).body.id, lower)
  assert.equal((await client.get('/companies?name=TWIN')).body.id, lower)
})

test('a list is of those with a tag, in a segment, or both', async () => {
  const [tag] = await app.db<{ id: number }[]>`
    insert into tags (workspace_id, name, created_at) values (${workspaceId}, 'VIP', now()) returning id`
  for (const id of [first, second, alone]) {
    await app.db`insert into company_tags (workspace_id, company_id, tag_id, applied_at) values (${workspaceId}, ${id}, ${tag!.id}, now())`
    await app.db`update companies set tag_ids = array[${tag!.id}::bigint] where workspace_id = ${workspaceId} and id = ${id}`
  }
  const segment = 'a'.repeat(24)
  await app.db`
    insert into segments (workspace_id, id, name, person_type, filter, created_at, updated_at)
    values (${workspaceId}, ${segment}, 'Big', 'company',
      ${app.db.json({ field: 'monthly_spend', operator: '>', value: 500 })}, now(), now())`
  const found = async (query: string) => {
    const { body } = await client.get(`/companies?${query}`)
    assert.equal(body.total_count, body.data.length)
    return idsOf(body)
  }
  assert.deepEqual(await found(`tag_id=${tag!.id}`), [second, first])
  assert.deepEqual(await found(`segment_id=${segment}`), [second])
  assert.deepEqual(await found(`segment_id=${segment}&tag_id=${tag!.id}`), [second])
  for (const query of ['tag_id=1', 'tag_id=x', `segment_id=${'b'.repeat(24)}`, 'segment_id=x'])
    assert.deepEqual(await found(query), [], query)
  const [company] = (await client.get('/companies')).body.data
  assert.deepEqual(company.tags.tags, [{ type: 'tag', id: String(tag!.id), name: 'VIP' }])
  assert.deepEqual(company.segments.segments[0].id, segment)
})

test('where limits are on, the list ends after ten thousand companies', async () => {
  const limited = await testApp({ limits: 'intercom' })
  const reply = await limited.client().post('/companies/list?page=1001&per_page=10')
  assert.equal(reply.status, 400)
  assert.deepEqual(reply.body.errors[0], {
    code: 'bad_request',
    message: 'page limit reached, please use scroll API',
  })
  assert.equal((await limited.client().post('/companies/list?page=1000&per_page=10')).status, 200)
  assert.equal((await limited.client().get('/companies?page=1001&per_page=10')).status, 400)
  assert.equal((await limited.client().get('/companies?page=1000&per_page=10')).status, 200)
  for (const query of ['page=1001&per_page=10', 'page=1000000&per_page=60']) {
    assert.equal((await client.post(`/companies/list?${query}`)).status, 200)
    assert.equal((await client.get(`/companies?${query}`)).status, 200)
  }
})
