import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../ids.ts'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
const workspace_id = app.workspace.id
const now = app.clock.now()
const seconds = now.getTime() / 1000

let made = 0
async function visit(details: object = {}) {
  const visitor = { id: hexId(now), external_id: `visitor-${++made}`, ...details }
  await app.db`insert into contacts ${app.db({ workspace_id, role: 'visitor', created_at: now, updated_at: now, ...visitor })}`
  return visitor
}

const NOT_FOUND = [{ code: 'not_found', message: 'Visitor Not Found' }]

test('a visitor of whom nothing is known is shown whole', async () => {
  const { id, external_id } = await visit()
  const { status, body } = await client.get(`/visitors?user_id=${external_id}`)
  assert.equal(status, 200)
  assert.deepEqual(body, {
    type: 'visitor',
    id,
    user_id: external_id,
    anonymous: true,
    email: '',
    phone: null,
    name: null,
    pseudonym: null,
    avatar: { type: 'avatar', image_url: null },
    app_id: app.workspace.app_id,
    companies: { type: 'company.list', companies: [] },
    location_data: {},
    last_request_at: null,
    created_at: seconds,
    remote_created_at: seconds,
    signed_up_at: seconds,
    updated_at: seconds,
    session_count: 0,
    social_profiles: { type: 'social_profile.list', social_profiles: [] },
    owner_id: null,
    unsubscribed_from_emails: false,
    marked_email_as_spam: false,
    has_hard_bounced: false,
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    custom_attributes: {},
    referrer: null,
    utm_campaign: null,
    utm_content: null,
    utm_medium: null,
    utm_source: null,
    utm_term: null,
    do_not_track: null,
  })
})

test('shows the properties of a visitor, and the time of its last request under both names', async () => {
  const [tag] = await app.db<{ id: number }[]>`
    insert into tags ${app.db({ workspace_id, name: 'curious', created_at: now })} returning id`
  const company = (await client.post('/companies', { company_id: 'acme', name: 'Acme' })).body
  const { external_id } = await visit({
    last_seen_at: now,
    session_count: 3,
    pseudonym: 'Violet Suitcase',
    do_not_track: true,
    location_city: 'Dublin',
    location_country: 'Ireland',
    owner_id: app.workspace.adminId,
    tag_ids: [tag!.id],
    company_ids: [company.id],
  })
  const { body } = await client.get(`/visitors?user_id=${external_id}`)
  assert.deepEqual([body.last_request_at, body.las_request_at, body.session_count], [seconds, seconds, 3])
  assert.deepEqual(
    [body.pseudonym, body.do_not_track, body.owner_id],
    ['Violet Suitcase', true, String(app.workspace.adminId)],
  )
  assert.deepEqual(body.location_data, { type: 'location_data', city_name: 'Dublin', country_name: 'Ireland' })
  assert.deepEqual(body.tags.tags, [{ type: 'tag', id: String(tag!.id), name: 'curious' }])
  assert.deepEqual(
    body.companies.companies.map(({ id }: { id: string }) => id),
    [company.id],
  )
})

test('a visitor is named by its id or its user_id, and changes', async () => {
  const at = { created_at: now, updated_at: now }
  await app.db`insert into data_attributes ${app.db({ workspace_id, model: 'contact', name: 'seats', label: 'Seats', data_type: 'integer', ...at })}`
  const { id, external_id } = await visit()
  const byId = await client.put('/visitors', { id, name: 'Gareth Bale', custom_attributes: { seats: '9' } })
  assert.deepEqual([byId.status, byId.body.name, byId.body.custom_attributes], [200, 'Gareth Bale', { seats: 9 }])
  const byUserId = await client.put('/visitors', { user_id: external_id, custom_attributes: { seats: null } })
  assert.deepEqual([byUserId.body.name, byUserId.body.custom_attributes], ['Gareth Bale', {}])
  assert.deepEqual((await client.get(`/visitors?user_id=${external_id}`)).body, byUserId.body)
  const unknown = await client.put('/visitors', { id, custom_attributes: { legs: 2 } })
  assert.deepEqual([unknown.status, unknown.body.errors[0].message], [400, "Custom attribute 'legs' does not exist"])
})

test('a visitor must be named', async () => {
  const get = await client.get('/visitors')
  assert.deepEqual([get.status, get.body.errors[0].message], [400, 'user_id is a required parameter'])
  const put = await client.put('/visitors', { name: 'Nobody' })
  assert.deepEqual([put.status, put.body.errors[0].message], [400, 'id or user_id is a required parameter'])
})

test('contacts, unknown ids and visitors of another workspace are not found', async () => {
  const user = (await client.post('/contacts', { external_id: 'no-visitor' })).body
  const stranger = await app.createWorkspace()
  const theirs = app.client({ token: stranger.token })
  const { id, external_id } = await visit()
  for (const reply of [
    await client.get('/visitors?user_id=no-visitor'),
    await client.get('/visitors?user_id='),
    await client.put('/visitors', { id: user.id, name: 'x' }),
    await client.put('/visitors', { id: 'abc', name: 'x' }),
    await client.put('/visitors', { user_id: 'fail', name: 'Christian Fail' }),
    await theirs.get(`/visitors?user_id=${external_id}`),
    await theirs.put('/visitors', { id, name: 'x' }),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, NOT_FOUND)
  }
})

test('contacts do not show visitors', async () => {
  const { id } = await visit()
  assert.equal((await client.get(`/contacts/${id}`)).status, 404)
  const found = await client.post('/contacts/search', { query: { field: 'id', operator: '=', value: id } })
  assert.equal(found.body.total_count, 0)
})

for (const version of SAMPLED_VERSIONS)
  test(`visitors conform in ${version}`, async () => {
    const old = app.client({ version })
    const [plain, seen] = [await visit(), await visit({ last_seen_at: now, location_city: 'Dublin' })]
    for (const { external_id } of [plain, seen]) {
      assert.equal((await old.get(`/visitors?user_id=${external_id}`)).status, 200)
      assert.equal((await old.put('/visitors', { user_id: external_id, name: 'Ann' })).status, 200)
    }
    const converted = await old.post('/visitors/convert', {
      visitor: { user_id: plain.external_id },
      user: { email: `${plain.external_id}@example.com` },
      type: 'user',
    })
    assert.equal(converted.status, 200)
  })
