/** Attaching and detaching contacts, and both lists of who belongs where. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: workspaceId } = app.workspace

let made = 0
const company = async () =>
  (await client.post('/companies', { company_id: `c${++made}`, name: `Company ${made}` })).body
const contact = async () => (await client.post('/contacts', { external_id: `p${++made}` })).body
const listedCount = async () => (await client.get('/companies')).body.total_count

test('a contact is attached, shown on both sides, and counted', async () => {
  const [{ id }, person, before] = [await company(), await contact(), await listedCount()]
  const reply = await client.post(`/contacts/${person.id}/companies`, { id })
  assert.equal(reply.status, 200)
  assert.deepEqual([reply.body.id, reply.body.user_count], [id, 1])
  assert.equal(await listedCount(), before + 1)

  const companies = (await client.get(`/contacts/${person.id}/companies`)).body
  assert.deepEqual(
    companies.data.map((one: any) => one.id),
    [id],
  )
  assert.equal(companies.total_count, 1)
  const after = (await client.get(`/contacts/${person.id}`)).body
  assert.deepEqual(after.companies.data, [{ type: 'company', id, url: `/companies/${id}` }])
  const contacts = (await client.get(`/companies/${id}/contacts`)).body
  assert.deepEqual(contacts.data, [after])
  assert.deepEqual(contacts.pages, { type: 'pages', page: 1, per_page: 50, total_pages: 1 })

  const [event] = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${workspaceId} order by id desc limit 1`
  assert.equal(event!.topic, 'company.contact.attached')
  assert.deepEqual(
    [event!.item.company.id, event!.item.contact.id, event!.item.contact.companies.total_count],
    [id, person.id, 1],
  )
})

test('attaching once more changes nothing', async () => {
  const [{ id }, person] = [await company(), await contact()]
  await client.post(`/contacts/${person.id}/companies`, { id })
  const counted = await listedCount()
  const again = await client.post(`/contacts/${person.id}/companies`, { id })
  assert.deepEqual([again.status, again.body.user_count], [200, 1])
  assert.equal(await listedCount(), counted)
  assert.equal((await client.get(`/contacts/${person.id}/companies`)).body.total_count, 1)
})

test('twenty parallel attachments of one contact make one, and of twenty contacts twenty', async () => {
  const [{ id }, person] = [await company(), await contact()]
  const same = await Promise.all(
    Array.from({ length: 20 }, () => client.post(`/contacts/${person.id}/companies`, { id })),
  )
  assert.deepEqual([...new Set(same.map(({ status }) => status))], [200])
  assert.equal((await client.get(`/companies/${id}`)).body.user_count, 1)
  assert.equal((await client.get(`/contacts/${person.id}`)).body.companies.total_count, 1)

  const people = await Promise.all(Array.from({ length: 20 }, contact))
  const before = await listedCount()
  const other = await company()
  const replies = await Promise.all(people.map((one) => client.post(`/contacts/${one.id}/companies`, { id: other.id })))
  assert.deepEqual(
    replies.map(({ body }) => body.user_count).sort((a, b) => a - b),
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
  assert.equal(await listedCount(), before + 1)
})

test('a contact is detached from its company, which leaves the lists with its last one', async () => {
  const [{ id }, person, before] = [await company(), await contact(), await listedCount()]
  await client.post(`/contacts/${person.id}/companies`, { id })
  const reply = await client.delete(`/contacts/${person.id}/companies/${id}`)
  assert.deepEqual([reply.status, reply.body.id, reply.body.user_count], [200, id, 0])
  assert.equal(await listedCount(), before)
  assert.equal((await client.get(`/contacts/${person.id}`)).body.companies.total_count, 0)
  const [event] = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${workspaceId} order by id desc limit 1`
  assert.deepEqual([event!.topic, event!.item.contact.companies.total_count], ['company.contact.detached', 0])
  const again = await client.delete(`/contacts/${person.id}/companies/${id}`)
  assert.deepEqual([again.status, again.body.errors[0].code], [404, 'company_not_found'])
})

const error = async (reply: Promise<any>) => {
  const { status, body } = await reply
  return [status, body.errors[0].code, body.errors[0].message]
}

test('the contact and the company must be named and must exist', async () => {
  const [{ id }, person] = [await company(), await contact()]
  const unspecified = [400, 'parameter_not_found', 'company not specified']
  for (const body of [undefined, {}, { id: null }, { id: '' }])
    assert.deepEqual(await error(client.post(`/contacts/${person.id}/companies`, body)), unspecified)
  const noCompany = [404, 'company_not_found', 'Company Not Found']
  for (const body of [{ id: '123' }, { id: 123 }, { id: person.id }])
    assert.deepEqual(await error(client.post(`/contacts/${person.id}/companies`, body)), noCompany)
  const noContact = [404, 'not_found', 'User Not Found']
  assert.deepEqual(await error(client.post(`/contacts/${id}/companies`, { id })), noContact)
  assert.deepEqual(await error(client.delete(`/contacts/nobody/companies/${id}`)), noContact)
  assert.deepEqual(await error(client.get('/contacts/nobody/companies')), noContact)
})

test('another workspace can attach neither our contacts nor our companies', async () => {
  const [{ id }, person] = [await company(), await contact()]
  const other = app.client({ token: (await app.createWorkspace()).token })
  const theirs = (await other.post('/contacts', { external_id: 'theirs' })).body
  assert.equal((await other.post(`/contacts/${theirs.id}/companies`, { id })).status, 404)
  const their = (await other.post('/companies', { company_id: 'their' })).body
  assert.equal((await other.post(`/contacts/${person.id}/companies`, { id: their.id })).status, 404)
  assert.equal((await other.get(`/contacts/${person.id}/companies`)).status, 404)
})

test('a contact belongs to a thousand companies at the most', async () => {
  const [{ id }, last, person] = [await company(), await company(), await contact()]
  await app.db`
    insert into companies (workspace_id, id, company_id, user_count, created_at, updated_at)
    select ${workspaceId}, 'ff' || lpad(to_hex(n), 22, '0'), 'many ' || n, 1, now(), now() from generate_series(1, 999) n`
  await app.db`
    insert into contact_companies select ${workspaceId}, ${person.id}, id, now() from companies
    where workspace_id = ${workspaceId} and company_id like 'many %'`
  await app.db`
    update contacts set company_ids = array(
      select company_id from contact_companies where workspace_id = ${workspaceId} and contact_id = ${person.id} order by 1)
    where workspace_id = ${workspaceId} and id = ${person.id}`
  assert.equal((await client.post(`/contacts/${person.id}/companies`, { id: last.id })).status, 200)
  const reply = await client.post(`/contacts/${person.id}/companies`, { id })
  assert.equal(reply.status, 400)
  assert.deepEqual(reply.body.errors[0], {
    code: 'contact_company_limit_exceeded',
    message: 'Contact has reached the maximum of 1000 company associations',
  })
  const first = 'ff' + '1'.padStart(22, '0')
  assert.equal((await client.post(`/contacts/${person.id}/companies`, { id: first })).status, 200)

  const page = (await client.get(`/contacts/${person.id}/companies?page=2&per_page=60`)).body
  assert.equal(page.total_count, 1000)
  assert.equal(page.data[0].id, 'ff' + (61).toString(16).padStart(22, '0'))
  assert.match(page.pages.next, /^http:.*\/contacts\/[0-9a-f]{24}\/companies\?page=3&per_page=60$/)
})

test('the contacts of a company are paged in the order in which they came', async () => {
  const { id } = await company()
  const people = [await contact(), await contact(), await contact()]
  for (const person of people) {
    await client.post(`/contacts/${person.id}/companies`, { id })
    app.clock.advance(1)
  }
  const inOrder = people.map((person) => person.id)
  const numbering = app.client({ version: '2.16' })
  const ids = async (page: number) =>
    (await numbering.get(`/companies/${id}/contacts?per_page=2&page=${page}`)).body.data.map((one: any) => one.id)
  assert.deepEqual([...(await ids(1)), ...(await ids(2))], inOrder)
  assert.deepEqual(await ids(3), [])
  const refused = await numbering.get(`/companies/${id}/contacts?per_page=61`)
  assert.equal(refused.body.errors[0].message, 'Per Page is too big')
  for (const [perPage, amounts] of [
    [1, [1, 1, 1]],
    [2, [2, 1]],
    [3, [3]],
    [151, [3]],
  ] as const) {
    const pages = await walk(`/companies/${id}/contacts?per_page=${perPage}`)
    assert.deepEqual(
      pages.flatMap(({ data }) => data.map((one: any) => one.id)),
      inOrder,
    )
    assert.deepEqual(
      pages.map(({ data }) => data.length),
      amounts,
    )
    assert.ok(pages.every(({ total_count, pages: { per_page } }) => total_count === 3 && per_page <= 150))
  }
  assert.equal((await client.get(`/companies/${id}/contacts?starting_after=x`)).body.errors[0].code, 'client_error')
})

test('a numbered page of the contacts of a company leads on by a cursor, and the last page to none', async () => {
  const { id } = await company()
  const people = [await contact(), await contact(), await contact()]
  for (const person of people) await client.post(`/contacts/${person.id}/companies`, { id })
  for (const version of ['2.7', '2.11', '2.16']) {
    const older = app.client({ version })
    const list = async (query: string) => (await older.get(`/companies/${id}/contacts?per_page=1&${query}`)).body
    const second = await list('page=2')
    const { starting_after, ...next } = second.pages.next
    assert.deepEqual({ ...second.pages, next }, { ...PAGES, next: { page: 3, per_page: 1 }, page: 2 })
    const third = await list(`starting_after=${encodeURIComponent(starting_after)}`)
    assert.deepEqual(third.pages, { ...PAGES, page: 3 })
    assert.notEqual(third.data[0].id, second.data[0].id)
    assert.deepEqual(await list('page=3'), third)
  }
})

const PAGES = { type: 'pages', per_page: 1, total_pages: 3 }

/** The pages that one leads to after the other. */
async function walk(path: string): Promise<any[]> {
  const pages: any[] = [(await client.get(path)).body]
  for (let next; (next = pages.at(-1).pages.next) && pages.length < 10;)
    pages.push((await client.get(`${path}&starting_after=${encodeURIComponent(next.starting_after)}`)).body)
  return pages
}

test('the contacts of a company show who was merged into them, where that is asked for', async () => {
  const { id } = await company()
  const [into, from] = [await contact(), (await client.post('/contacts', { role: 'lead' })).body]
  await client.post(`/contacts/${into.id}/companies`, { id })
  await client.post('/contacts/merge', { from: from.id, into: into.id, skip_duplicate_validation: true })
  const path = `/companies/${id}/contacts?include_merge_history=true`
  assert.equal((await client.get(path)).body.data[0].merge_history[0].source_contact_id, from.id)
  const [before] = (await app.client({ version: '2.16' }).get(path)).body.data
  assert.equal('merge_history' in before, false)
})
