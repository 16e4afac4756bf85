import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { isFrom } from '../../test/sampled-versions.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
/** When its workspace was made: other files move the clock on. */
const made = unix(app.clock.now())
const client = app.client()

test('a new workspace has one help center, whose site is off', async () => {
  const { status, body } = await client.get('/help_center/help_centers')
  assert.equal(status, 200)
  const { app_id } = app.workspace
  const center = {
    id: body.data[0].id,
    workspace_id: app_id,
    created_at: made,
    updated_at: made,
    identifier: app_id,
    website_turned_on: false,
    display_name: 'Help Center',
    url: `http://localhost/help/${app_id}`,
    custom_domain: null,
    default: true,
    locales: ['en'],
  }
  assert.deepEqual(body, { type: 'list', data: [center] })
  assert.deepEqual((await client.get(`/help_center/help_centers/${center.id}`)).body, center)
})

test('one with a domain of its own is there, in its locales', async () => {
  const { id, token } = await app.createWorkspace()
  const now = app.clock.now()
  const [row] = await app.db`
    insert into help_centers ${app.db({
      workspace_id: id,
      identifier: 'second',
      display_name: 'Second',
      website_turned_on: true,
      custom_domain: 'help.example.com',
      locales: ['en', 'fr'],
      created_at: now,
      updated_at: now,
    })} returning id`
  const own = app.client({ token })
  const { body } = await own.get(`/help_center/help_centers/${row!['id']}`)
  assert.partialDeepStrictEqual(body, {
    url: 'https://help.example.com',
    custom_domain: 'help.example.com',
    website_turned_on: true,
    default: false,
    locales: ['en', 'fr'],
  })
  assert.deepEqual((await own.get('/help_center/help_centers')).body.data[1], body)
})

test('an unknown id, or another workspace, answers 404', async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const strange = (await stranger.get('/help_center/help_centers')).body.data[0].id
  for (const id of [strange, 'abc', '0', '-1', '9007199254740993']) {
    const { status, body } = await client.get(`/help_center/help_centers/${id}`)
    assert.equal(status, 404)
    assert.deepEqual(body.errors, [{ code: 'not_found', message: 'Resource Not Found' }])
  }
})

for (const version of ['2.7', '2.10', '2.11', '2.13', '2.15', '2.16', '2.18', 'Preview'])
  test(`help centers conform in ${version}`, async () => {
    const versioned = app.client({ version })
    const { status, body } = await versioned.get('/help_center/help_centers')
    assert.equal(status, 200)
    assert.deepEqual((await versioned.get(`/help_center/help_centers/${body.data[0].id}`)).body, body.data[0])
    const newer = isFrom('2.16', version)
    assert.deepEqual(['default' in body.data[0], 'locales' in body.data[0]], [newer, newer])
  })
