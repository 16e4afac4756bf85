import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyScene } from './test-scene.ts'

const { app, client, eventsOf } = await companyScene()

test('a company is created with what it was given, and nothing that it was not', async () => {
  const { status, body } = await client.post('/companies', { company_id: 'kestrel', name: 'Kestrel Labs' })
  assert.equal(status, 200)
  const now = Math.floor(app.clock.now().getTime() / 1000)
  assert.deepEqual(body, {
    type: 'company',
    company_id: 'kestrel',
    id: body.id,
    app_id: app.workspace.app_id,
    name: 'Kestrel Labs',
    created_at: now,
    updated_at: now,
    monthly_spend: 0,
    session_count: 0,
    user_count: 0,
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    plan: {},
    custom_attributes: { creation_source: 'api' },
    notes: { type: 'note.list', data: [], url: `/companies/${body.id}/notes`, total_count: 0, has_more: false },
  })
  assert.match(body.id, /^[0-9a-f]{24}$/)
  assert.deepEqual((await client.get(`/companies/${body.id}`)).body, body)
})

test('a second company of one company_id is the first, updated', async () => {
  const first = await client.post('/companies', {
    company_id: 'twice',
    name: 'One',
    industry: 'Coffee',
    custom_attributes: { machines: 2, day: 'Monday' },
  })
  app.clock.advance(60)
  const second = await client.post('/companies', {
    company_id: 'twice',
    name: 'Two',
    custom_attributes: { machines: '3', day: null },
  })
  assert.equal(second.body.id, first.body.id)
  assert.equal(second.body.name, 'Two')
  assert.equal(second.body.industry, 'Coffee')
  assert.deepEqual(second.body.custom_attributes, { creation_source: 'api', machines: 3 })
  assert.equal(second.body.updated_at, first.body.updated_at + 60)
  assert.equal(second.body.created_at, first.body.created_at)
  const events = await eventsOf(first.body.id)
  assert.deepEqual(
    events.map(({ topic, item }) => [topic, item.name]),
    [
      ['company.created', 'One'],
      ['company.updated', 'Two'],
    ],
  )
})

test('thirty parallel creations of one company_id make one company', async () => {
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, i) => client.post('/companies', { company_id: 'race', name: `${i}`, plan: 'Race' })),
  )
  assert.deepEqual([...new Set(replies.map(({ status }) => status))], [200])
  assert.equal(new Set(replies.map(({ body }) => body.id)).size, 1)
  assert.equal(new Set(replies.map(({ body }) => body.plan.id)).size, 1)
  const topics = (await eventsOf(replies[0]!.body.id)).map(({ topic }) => topic)
  assert.equal(topics.filter((topic) => topic === 'company.created').length, 1)
  assert.equal(topics.length, 30)
})

test('a plan is told by its name and has an id of its own', async () => {
  const one = (await client.post('/companies', { company_id: 'plan 1', plan: 'Pro' })).body
  const two = (await client.post('/companies', { company_id: 'plan 2', plan: 'Pro' })).body
  assert.deepEqual(one.plan, { type: 'plan', id: one.plan.id, name: 'Pro' })
  assert.deepEqual(two.plan, one.plan)
  assert.deepEqual((await client.put(`/companies/${one.id}`, { plan: null })).body.plan, {})
})

test('numbers lose their fraction', async () => {
  const body = { company_id: 7, monthly_spend: 155.98, size: 10.9, remote_created_at: 1374138000 }
  const reply = await client.post('/companies', body)
  assert.equal(reply.body.company_id, '7')
  assert.equal(reply.body.monthly_spend, 155)
  assert.equal(reply.body.size, 10)
  assert.equal(reply.body.remote_created_at, 1374138000)
  assert.equal(
    (await client.post('/companies', { ...body, monthly_spend: 2147483647.5 })).body.monthly_spend,
    2147483647,
  )
})

test('the last request is moved to now where that is asked for, in versions that know of it', async () => {
  const body = { company_id: 'asked', update_last_request_at: true }
  const now = Math.floor(app.clock.now().getTime() / 1000)
  assert.equal((await client.post('/companies', body)).body.last_request_at, now)
  const old = await app.client({ version: '2.15' }).post('/companies', body)
  assert.equal(old.status, 400)
  assert.equal(old.body.errors[0].message, "bad 'update_last_request_at' parameter")
})

test('a company without a name has none', async () => {
  assert.equal('name' in (await client.post('/companies', { company_id: 'nameless' })).body, false)
})

test('our own id tells the company where the company_id is not given', async () => {
  const { id } = (await client.post('/companies', { company_id: 'by id' })).body
  const reply = await client.post('/companies', { id, name: 'Found' })
  assert.deepEqual([reply.body.id, reply.body.company_id, reply.body.name], [id, 'by id', 'Found'])
  assert.equal((await client.post('/companies', { id: 'nobody' })).body.errors[0].code, 'company_not_found')
})

test('a company of another workspace is not found, and its company_id is free', async () => {
  const { id } = (await client.post('/companies', { company_id: 'ours' })).body
  const other = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [
    await other.get(`/companies/${id}`),
    await other.put(`/companies/${id}`, { name: 'Theirs' }),
    await other.delete(`/companies/${id}`),
    await other.get(`/companies/${id}/contacts`),
    await other.get(`/companies/${id}/segments`),
    await other.get('/companies?company_id=ours'),
  ]) {
    assert.equal(reply.status, 404)
    assert.equal(reply.body.errors[0].code, 'company_not_found')
  }
  assert.notEqual((await other.post('/companies', { company_id: 'ours' })).body.id, id)
})

test('a malformed id is not found', async () => {
  for (const id of ['1', "'", 'x'.repeat(24), '%00'])
    assert.ok([400, 404].includes((await client.get(`/companies/${id}`)).status), id)
})

test('a company made through the API says so in its attributes, and keeps that', async () => {
  const made = await client.post('/companies', { company_id: 'sourced', name: 'Sourced' })
  assert.deepEqual(made.body.custom_attributes, { creation_source: 'api' })
  const custom_attributes = { creation_source: 'elsewhere' }
  const updated = await client.put(`/companies/${made.body.id}`, { name: 'Renamed', custom_attributes })
  assert.deepEqual([updated.body.name, updated.body.custom_attributes], ['Renamed', { creation_source: 'api' }])
})
