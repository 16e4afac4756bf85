import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const named = (value: string) => ({ field: 'name', operator: '=', value })
const make = (segment: object) => client.post('/parley/segments', { name: 'Some', person_type: 'user', ...segment })
const within = (id: string) => ({ field: 'segment_id', operator: 'IN', value: [id] })
const made = async (segment: object) => (await make(segment)).body

test('a segment is made with its filter; the API shows it, and whoever it finds is in it', async () => {
  const { body: user } = await client.post('/contacts', { email: 'dark@example.com', name: 'Dark Roast' })
  await client.post('/contacts', { role: 'lead', email: 'lead@example.com', name: 'Dark Roast' })
  const segment = await made({ name: ' Dark ', filter: named('Dark Roast') })
  assert.deepEqual(segment, {
    type: 'segment',
    id: segment.id,
    name: 'Dark',
    created_at: app.clock.now().getTime() / 1000,
    updated_at: app.clock.now().getTime() / 1000,
    person_type: 'user',
    filter: named('Dark Roast'),
  })
  assert.equal(JSON.stringify(segment.filter), JSON.stringify(named('Dark Roast')))
  const { filter: _, ...shown } = segment
  assert.deepEqual((await client.get(`/segments/${segment.id}`)).body, shown)
  assert.equal((await client.get(`/parley/segments/${segment.id}?include_count=true`)).body.count, 1)
  const { data } = (await client.get(`/contacts/${user.id}/segments`)).body
  assert.ok(data.some(({ id }: { id: string }) => id === segment.id))
})

test('segments of companies are among them, and counted', async () => {
  const { body: user } = await client.post('/contacts', { email: 'boss@example.com' })
  for (const [company_id, monthly_spend] of [
    ['big', 900],
    ['small', 9],
  ]) {
    const { body: company } = await client.post('/companies', { company_id, name: company_id, monthly_spend })
    await client.post(`/contacts/${user.id}/companies`, { id: company.id })
  }
  const filter = { field: 'monthly_spend', operator: '>', value: 500 }
  const { id } = await made({ name: 'Big spenders', person_type: 'company', filter })
  const { data } = (await client.get('/parley/segments?include_count=true')).body
  const found = data.find((segment: { id: string }) => segment.id === id)
  assert.deepEqual([found.person_type, found.count], ['company', 1])
  const preview = await client.post('/parley/segments/preview', { person_type: 'company', filter })
  assert.partialDeepStrictEqual(preview.body, { count: 1, data: [{ type: 'company', name: 'big' }] })
})

test('a preview tells how many a filter finds, and stores nothing', async () => {
  for (let n = 0; n < 12; n++) await client.post('/contacts', { external_id: `p${n}`, name: 'Previewed' })
  const before = (await client.get('/parley/segments')).body
  const { body } = await client.post('/parley/segments/preview', { person_type: 'user', filter: named('Previewed') })
  assert.deepEqual([body.type, body.count, body.data.length], ['segment.preview', 12, 10])
  const leads = await client.post('/parley/segments/preview', { person_type: 'contact', filter: named('Previewed') })
  assert.equal(leads.body.count, 0)
  assert.deepEqual((await client.get('/parley/segments')).body, before)
})

test('a date may be so many days ago', async () => {
  const filter = { field: 'created_at', operator: '>', value: { days_ago: 7 } }
  assert.deepEqual((await made({ filter })).filter, filter)
  const preview = await client.post('/parley/segments/preview', { person_type: 'user', filter })
  assert.ok(preview.body.count > 0)
})

const and = (...value: unknown[]) => ({ operator: 'AND', value })

test('given properties change, the rest stays; the person_type of a segment does not change', async () => {
  const { id } = await made({ name: 'Before', filter: named('x') })
  app.clock.advance(60)
  const renamed = (await client.put(`/parley/segments/${id}`, { name: 'After' })).body
  assert.deepEqual([renamed.name, renamed.filter], ['After', named('x')])
  assert.equal(renamed.updated_at, renamed.created_at + 60)
  const filtered = (await client.put(`/parley/segments/${id}`, { ...renamed, filter: named('y') })).body
  assert.deepEqual([filtered.name, filtered.filter], ['After', named('y')])
  const refused = await client.put(`/parley/segments/${id}`, { person_type: 'company' })
  assert.equal(refused.body.errors[0].message, 'person_type cannot be changed')
})

test('a segment is never defined by itself, though by way of others', async () => {
  const one = await made({ filter: named('x') })
  const two = await made({ filter: within(one.id) })
  for (const id of [one.id, two.id]) {
    const refused = await client.put(`/parley/segments/${one.id}`, { filter: within(id) })
    assert.equal(refused.body.errors[0].message, 'A segment cannot be defined by itself')
  }
})

test('a segment is deleted, but not while another is defined by it', async () => {
  const one = await made({ filter: named('x') })
  const of = and({ field: 'segment_id', operator: '=', value: one.id }, named('x'))
  for (const filter of [of, within(one.id)]) {
    const { id } = await made({ name: 'Needing', filter })
    const refused = await client.delete(`/parley/segments/${one.id}`)
    assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'conflict'])
    assert.deepEqual((await client.delete(`/parley/segments/${id}`)).body, { type: 'segment', id, deleted: true })
  }
  assert.equal((await client.delete(`/parley/segments/${one.id}`)).status, 200)
  assert.equal((await client.get(`/segments/${one.id}`)).status, 404)
})

test("another workspace's segments are not found, nor can a filter ask for them", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await theirs.get('/parley/segments')).body.data[0]
  assert.equal((await client.get(`/parley/segments/${id}`)).status, 404)
  assert.equal((await client.put(`/parley/segments/${id}`, { name: 'x' })).status, 404)
  assert.equal((await client.delete(`/parley/segments/${id}`)).status, 404)
  const refused = await make({ filter: { field: 'segment_id', operator: '=', value: id } })
  assert.equal(refused.body.errors[0].code, 'invalid_value')
})
