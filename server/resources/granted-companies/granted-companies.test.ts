import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0
const newContact = async (details = {}) =>
  (await client.post('/contacts', { external_id: `person ${++made}`, ...details })).body.id as string
const newCompany = async (company_id: string) => (await client.post('/companies', { company_id })).body.id as string
const grants = (id: string, company_ids: unknown) => client.put(`/contacts/${id}/granted_companies`, { company_ids })
const listed = async (id: string, query = '') => (await client.get(`/contacts/${id}/granted_companies${query}`)).body

for (const name of ['a', 'b', 'c.d', 'e/f', 'g']) await newCompany(name)

test('the companies given are those that are granted, sorted by their ids', async () => {
  const id = await newContact()
  assert.deepEqual((await grants(id, ['b', 'a', 'b'])).body, { type: 'list', company_ids: ['b', 'a'], total_count: 2 })
  assert.deepEqual((await grants(id, ['g', 'a', 'e/f'])).body.company_ids, ['g', 'e/f', 'a'])
  assert.deepEqual(await listed(id), {
    type: 'list',
    company_ids: ['g', 'e/f', 'a'],
    total_count: 3,
    pages: { type: 'pages', next: null, page: 1, per_page: 50, total_pages: 1, prev: null },
  })
  assert.deepEqual((await listed(id, '?order=asc&per_page=2')).company_ids, ['a', 'e/f'])
  assert.deepEqual((await listed(id, '?order=asc&per_page=2&page=2')).company_ids, ['g'])
  assert.equal((await listed(id, '?per_page=1000')).pages.per_page, 150)
  assert.deepEqual((await grants(id, [])).body.company_ids, [])
  assert.equal((await listed(id)).total_count, 0)
})

test('a grant does not make the contact belong to the company', async () => {
  const id = await newContact()
  await grants(id, ['a'])
  assert.equal((await client.get(`/contacts/${id}/companies`)).body.total_count, 0)
})

test('one is taken away by its id, dots and slashes too, and only once', async () => {
  const id = await newContact()
  await grants(id, ['a', 'c.d', 'e/f'])
  for (const name of ['c.d', 'e%2Ff']) {
    const { status, body, headers } = await client.delete(`/contacts/${id}/granted_companies/${name}`)
    assert.deepEqual([status, body, headers['content-type']], [204, undefined, undefined])
  }
  assert.deepEqual((await listed(id)).company_ids, ['a'])
  const again = await client.delete(`/contacts/${id}/granted_companies/c.d`)
  assert.deepEqual([again.status, again.body.errors[0].code], [404, 'company_not_found'])
})

test('where one company is unknown nothing changes', async () => {
  const id = await newContact()
  await grants(id, ['a'])
  const refused = await grants(id, ['b', 'unknown'])
  assert.deepEqual([refused.status, refused.body.errors[0].code], [404, 'company_not_found'])
  assert.deepEqual((await listed(id)).company_ids, ['a'])
})

test('up to 100 are taken, and nothing that is no list of ids', async () => {
  const id = await newContact()
  const many = Array.from({ length: 101 }, (_, at) => `many ${at}`)
  for (const name of many) await newCompany(name)
  assert.equal((await grants(id, many.slice(1))).body.total_count, 100)
  for (const [ids, code] of [
    [many, 'parameter_invalid'],
    ['a', 'parameter_invalid'],
    [[{}], 'parameter_invalid'],
    [undefined, 'parameter_not_found'],
  ] as const) {
    const { status, body } = await grants(id, ids)
    assert.deepEqual([status, body.errors[0].code], [400, code])
  }
})

test('a deleted company is granted to nobody, also if another has its id later', async () => {
  const id = await newContact()
  const company = await newCompany('short-lived')
  await grants(id, ['a', 'short-lived'])
  await client.delete(`/companies/${company}`)
  assert.deepEqual((await listed(id)).company_ids, ['a'])
  await newCompany('short-lived')
  assert.deepEqual((await listed(id)).company_ids, ['a'])
})

test('granted companies move to the user that a lead is merged into, and are removed with a deleted contact', async () => {
  const [lead, user] = [await newContact({ role: 'lead' }), await newContact()]
  await grants(lead, ['a', 'b'])
  await grants(user, ['b', 'g'])
  await client.post('/contacts/merge', { from: lead, into: user, skip_duplicate_validation: true })
  assert.deepEqual((await listed(user)).company_ids, ['g', 'b', 'a'])
  await client.delete(`/contacts/${user}`)
  const [left] = await app.db`
    select count(*) as total from contact_granted_companies where contact_id in (${lead}, ${user})`
  assert.equal(Number(left!['total']), 0)
})

test('contacts and companies of another workspace are not found, nor anything before 2.18', async () => {
  const id = await newContact()
  await grants(id, ['a'])
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const path = `/contacts/${id}/granted_companies`
  const theirs = (await stranger.post('/contacts', { external_id: 'theirs' })).body.id
  for (const [reply, code] of [
    [await stranger.get(path), 'not_found'],
    [await stranger.put(path, { company_ids: [] }), 'not_found'],
    [await stranger.delete(`${path}/a`), 'not_found'],
    [await stranger.put(`/contacts/${theirs}/granted_companies`, { company_ids: ['a'] }), 'company_not_found'],
  ] as const)
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, code])
  const older = await app.client({ version: '2.17' }).get(path)
  assert.equal(older.body.errors[0].code, 'intercom_version_invalid')
  assert.deepEqual((await listed(id)).company_ids, ['a'])
})
