import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../ids.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const DAY = 86_400

async function createSegment({ db, clock, workspace }: TestApp, name: string, filter: unknown, person_type = 'user') {
  const now = clock.now()
  const id = hexId(now)
  await db`insert into segments ${db({
    workspace_id: workspace.id,
    id,
    name,
    person_type,
    filter: filter === null ? null : db.json(filter as never),
    created_at: now,
    updated_at: now,
  })}`
  return id
}
const names = (segments: { name: string }[]) => segments.map(({ name }) => name)

const app = await testApp({ own: true }) // the clock is moved far
const client = app.client()
const seen = async (daysAgo: number, details: object = {}) => {
  const last_seen_at = app.clock.now().getTime() / 1000 - daysAgo * DAY
  return (await client.post('/contacts', { external_id: `seen ${Math.random()}`, last_seen_at, ...details })).body.id
}
const countOf = async (id: string) => (await client.get(`/segments/${id}?include_count=true`)).body.count
const segmentsOf = async (id: string) => names((await client.get(`/contacts/${id}/segments`)).body.data)

test('a new workspace has segments of people, shown by name and without counts', async () => {
  const { body } = await client.get('/segments')
  assert.equal(body.type, 'segment.list')
  assert.deepEqual(names(body.segments), ['Active', 'New', 'Slipping Away'])
  const [active] = body.segments
  assert.deepEqual(active, {
    type: 'segment',
    id: active.id,
    name: 'Active',
    created_at: app.clock.now().getTime() / 1000,
    updated_at: app.clock.now().getTime() / 1000,
    person_type: 'user',
  })
  assert.deepEqual((await client.get(`/segments/${active.id}`)).body, active)
})

test('people that the filter finds now are in the segment', async () => {
  const [active, slipping, gone] = [await seen(1), await seen(45), await seen(90)]
  assert.deepEqual(await segmentsOf(active), ['Active', 'New'])
  assert.deepEqual(await segmentsOf(slipping), ['New', 'Slipping Away'])
  assert.deepEqual(await segmentsOf(gone), ['New'])
  const { body } = await client.get('/segments?include_count=true')
  assert.deepEqual(
    body.segments.map(({ name, count }: { name: string; count: number }) => [name, count]),
    [
      ['Active', 1],
      ['New', 3],
      ['Slipping Away', 1],
    ],
  )
  app.clock.advance(40 * DAY)
  assert.deepEqual(await segmentsOf(active), ['Slipping Away'])
  assert.deepEqual(await segmentsOf(slipping), [])
})

test('a filter asks for attributes, tags and other segments', async () => {
  await app.db`insert into data_attributes ${app.db({
    workspace_id: app.workspace.id,
    model: 'contact',
    name: 'roast',
    label: 'Roast',
    data_type: 'string',
    created_at: app.clock.now(),
    updated_at: app.clock.now(),
  })}`
  const dark = await createSegment(app, 'Dark', { field: 'custom_attributes.roast', operator: '=', value: 'Dark' })
  const { body: tag } = await client.post('/tags', { name: 'Gold' })
  const gold = await createSegment(app, 'Gold', {
    operator: 'AND',
    value: [
      { field: 'tag_id', operator: '=', value: tag.id },
      { field: 'segment_id', operator: '=', value: dark },
    ],
  })
  const drinker = await seen(90, { custom_attributes: { roast: 'Dark' } })
  await seen(90, { custom_attributes: { roast: 'Light' } })
  assert.deepEqual([await countOf(dark), await countOf(gold)], [1, 0])
  await client.post(`/contacts/${drinker}/tags`, { id: tag.id })
  assert.deepEqual([await countOf(dark), await countOf(gold)], [1, 1])
  assert.deepEqual((await segmentsOf(drinker)).toSorted(), ['Dark', 'Gold', 'New'])
})

test('a segment of users has no leads in it, and one of leads no users; a search by it finds the same', async () => {
  const named = { field: 'name', operator: '=', value: 'Twin' }
  const [users, leads] = [await createSegment(app, 'Users', named), await createSegment(app, 'Leads', named, 'contact')]
  const user = await seen(90, { name: 'Twin' })
  const lead = await seen(90, { name: 'Twin', role: 'lead' })
  assert.ok((await segmentsOf(user)).includes('Users'))
  assert.deepEqual(await segmentsOf(lead), ['Leads'])
  for (const [segment, member] of [
    [users, user],
    [leads, lead],
  ]) {
    assert.equal(await countOf(segment), 1)
    const query = { field: 'segment_id', operator: '=', value: segment }
    const { body } = await client.post('/contacts/search', { query })
    assert.deepEqual(
      body.data.map(({ id }: { id: string }) => id),
      [member],
    )
  }
})

test('an archived or blocked contact is in no segment', async () => {
  const [archived, blocked] = [await seen(1), await seen(1)]
  assert.notDeepEqual(await segmentsOf(blocked), [])
  const active = (await client.get('/segments')).body.segments[0].id
  const before = await countOf(active)
  await client.post(`/contacts/${archived}/archive`)
  await client.post(`/contacts/${blocked}/block`)
  assert.equal(await countOf(active), before - 2)
  assert.deepEqual(await segmentsOf(blocked), [])
  assert.equal((await client.get(`/contacts/${archived}/segments`)).status, 404)
})

test('nobody is in a segment without a filter, with a broken one, or with one that asks for itself', async () => {
  const person = await seen(400)
  const before = await segmentsOf(person)
  const none = await createSegment(app, 'None', null)
  const broken = await createSegment(app, 'Broken', { field: 'gone', operator: '=', value: 1 })
  const malformed = await createSegment(app, 'Malformed', { field: 'name' })
  const itself = await createSegment(app, 'Itself', null)
  await app.db`
      update segments set filter = ${app.db.json({ field: 'segment_id', operator: '=', value: itself })}
      where workspace_id = ${app.workspace.id} and id = ${itself}`
  for (const id of [none, broken, malformed, itself]) assert.equal(await countOf(id), 0)
  assert.deepEqual(await segmentsOf(person), before)
})

test('type=company lists the segments of companies alone, other lists those of people alone', async () => {
  const big = { field: 'monthly_spend', operator: '>', value: 1 }
  const id = await createSegment(app, 'Big', big, 'company')
  await createSegment(app, 'All', { field: 'user_count', operator: '>', value: 0 }, 'company')
  const { body: company } = await client.post('/companies', { company_id: 'big', monthly_spend: 900 })
  await client.post(`/contacts/${await seen(1)}/companies`, { id: company.id })
  for (const version of SAMPLED_VERSIONS) {
    const versioned = app.client({ version })
    const { segments } = (await versioned.get('/segments?type=company&include_count=true')).body
    assert.deepEqual(names(segments), ['All', 'Big'])
    const [, shown] = segments
    assert.deepEqual([shown.id, shown.count, shown.person_type], [id, 1, 'user'])
    assert.deepEqual((await versioned.get(`/segments/${id}?include_count=true`)).body, shown)
    const ofPeople = (await versioned.get('/segments')).body
    assert.ok(names(ofPeople.segments).includes('Active'))
    assert.equal(names(ofPeople.segments).includes('Big'), false)
    assert.deepEqual((await versioned.get('/segments?type=user')).body, ofPeople)
  }
})

test('unknown ids, and ids of another workspace, answer 404', async () => {
  const { body } = await client.get('/segments')
  const contact = await seen(1)
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  for (const [reply, message] of [
    [await client.get('/segments/123'), 'Resource Not Found'],
    [await client.get(`/segments/${'0'.repeat(24)}`), 'Resource Not Found'],
    [await stranger.get(`/segments/${body.segments[0].id}`), 'Resource Not Found'],
    [await client.get('/contacts/123/segments'), 'User Not Found'],
    [await stranger.get(`/contacts/${contact}/segments`), 'User Not Found'],
  ] as const) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'not_found', message }])
  }
  assert.equal((await client.get('/segments?include_count=perhaps')).status, 400)
  const counted = await stranger.get('/segments?include_count=true')
  assert.ok(counted.body.segments.every(({ count }: { count: number }) => count === 0))
})

for (const version of SAMPLED_VERSIONS)
  test(`segments conform in ${version}`, async () => {
    const versioned = app.client({ version })
    const { body } = await versioned.get('/segments?include_count=true')
    assert.equal(typeof body.segments[0].count, 'number')
    await versioned.get('/segments')
    await versioned.get(`/segments/${body.segments[0].id}`)
    assert.ok((await versioned.get(`/contacts/${await seen(1)}/segments`)).body.data.length > 0)
  })
