/** Each company of a bulk task is written as by the single operations. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { bulkScene } from '../../../bulk/test-scene.ts'

const app = await testApp()
const errors = (refused: Iterable<{ position: number; error_code: string }>) =>
  [...refused].map(({ position, error_code }) => [position, error_code])

test('companies are made, and updated where there is one of that company_id', async () => {
  const { client, finished, refused, topics } = await bulkScene(app)
  await client.post('/data_attributes', { model: 'company', name: 'team_mates', data_type: 'integer' })
  const known = (await client.post('/companies', { company_id: 'known', name: 'Old', industry: 'Food' })).body
  const job = await client.post('/companies/bulk', {
    companies: [
      {
        company_id: 'new',
        name: 'Acme Corp',
        plan: 'Enterprise',
        size: 100,
        website: 'https://www.example.com',
        industry: 'Manufacturing',
        monthly_spend: 155.98,
        remote_created_at: 1394531169,
        update_last_request_at: true,
        custom_attributes: { team_mates: 9 },
        color: 'ignored',
      },
      { company_id: 'known', name: 'New', id: 'ignored' },
      { name: 'Nobody knows which' },
      { company_id: 'bad', custom_attributes: { unknown: 1 } },
      { company_id: 'bad', size: 'x' },
      { company_id: 'new', size: 101 },
    ],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [2, 'parameter_not_found'],
    [3, 'parameter_invalid'],
    [4, 'parameter_invalid'],
  ])
  const made = (await client.get('/companies?company_id=new')).body
  assert.deepEqual(
    [made.name, made.plan.name, made.size, made.website, made.industry, made.monthly_spend, made.remote_created_at],
    ['Acme Corp', 'Enterprise', 101, 'https://www.example.com', 'Manufacturing', 155, 1394531169],
  )
  assert.deepEqual(made.custom_attributes, { creation_source: 'api', team_mates: 9 })
  assert.equal(made.last_request_at, app.clock.now().getTime() / 1000)
  const updated = (await client.get(`/companies/${known.id}`)).body
  assert.deepEqual([updated.company_id, updated.name, updated.industry], ['known', 'New', 'Food'])
  assert.equal((await client.get('/companies?company_id=bad')).status, 404)
  assert.deepEqual(await topics(), ['company.created', 'company.created', 'company.updated', 'company.updated'])
})

test('companies are updated by their ids, and none is made', async () => {
  const { client, finished, refused } = await bulkScene(app)
  const { id } = (await client.post('/companies', { company_id: 'mine', name: 'Old' })).body
  const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
  const theirs = (await stranger.post('/companies', { company_id: 'theirs', name: 'Theirs' })).body
  const job = await client.put('/companies/bulk', {
    companies: [
      { id, name: 'New', company_id: 'other', color: 'ignored' },
      { id: theirs.id, name: 'Taken' },
      { id: '531ee472cce572a6ec000006', company_id: 'unknown', name: 'Unknown' },
    ],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [1, 'company_not_found'],
    [2, 'company_not_found'],
  ])
  const { body } = await client.get(`/companies/${id}`)
  assert.deepEqual([body.company_id, body.name], ['mine', 'New'])
  assert.equal((await stranger.get(`/companies/${theirs.id}`)).body.name, 'Theirs')
  assert.equal((await client.get('/companies?company_id=unknown')).status, 404)
})

test('companies are deleted by their ids, and their contacts stay', async () => {
  const { client, finished, refused, topics } = await bulkScene(app)
  const person = (await client.post('/contacts', { external_id: 'person' })).body
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (company_id) => (await client.post('/companies', { company_id })).body),
  )
  await client.post(`/contacts/${person.id}/companies`, { id: one.id })
  const job = await client.post('/companies/bulk/delete', {
    companies: [{ id: one.id }, { id: two.id }, { id: one.id }, { id: 'x' }],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [2, 'company_not_found'],
    [3, 'company_not_found'],
  ])
  for (const { id } of [one, two]) assert.equal((await client.get(`/companies/${id}`)).status, 404)
  assert.equal((await client.get('/companies')).body.total_count, 0)
  assert.equal((await client.get(`/contacts/${person.id}`)).body.companies.total_count, 0)
  assert.equal((await topics()).filter((topic) => topic === 'company.deleted').length, 2)
})
