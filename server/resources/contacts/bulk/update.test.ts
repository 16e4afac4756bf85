/** Contacts that are updated and deleted in bulk, as the single operations do it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { bulkScene } from '../../../bulk/test-scene.ts'

const app = await testApp()
const errors = (refused: Iterable<{ position: number; error_code: string }>) =>
  [...refused].map(({ position, error_code }) => [position, error_code])

test('a contact is updated by its id, in what can be changed so', async () => {
  const { client, finished, refused } = await bulkScene(app)
  const user = (await client.post('/contacts', { external_id: 'u', name: 'Old', signed_up_at: 1 })).body
  const lead = (await client.post('/contacts', { role: 'lead' })).body
  const [old, kept] = [
    (await client.post('/companies', { company_id: 'old' })).body,
    (await client.post('/companies', { company_id: 'kept', name: 'Kept' })).body,
  ]
  for (const { id } of [old, kept]) await client.post(`/contacts/${user.id}/companies`, { id })
  const [gone, stays, comes] = await Promise.all(
    ['gone', 'stays', 'comes'].map(async (name) => (await client.post('/tags', { name })).body.id),
  )
  for (const id of [gone, stays]) await client.post(`/contacts/${user.id}/tags`, { id })
  const job = await client.put('/contacts/bulk', {
    contacts: [
      {
        id: user.id,
        name: 'New',
        email: 'new@example.com',
        role: 'lead',
        signed_up_at: 5,
        last_seen_at: 5,
        companies: [{ company_id: 'old', remove: true }, { company_id: 'kept' }, { company_id: 'new', name: 'New' }],
        tags: { add: [{ id: comes }, { id: '999999' }], remove: [{ id: gone }, { id: '999999' }] },
      },
      { id: lead.id, role: 'user', external_id: 'promoted' },
    ],
  })
  assert.equal((await finished(job)).state, 'completed')
  assert.deepEqual([...(await refused())], [])
  const { body } = await client.get(`/contacts/${user.id}`)
  assert.deepEqual(
    [body.name, body.email, body.role, body.signed_up_at, body.last_seen_at],
    ['New', 'new@example.com', 'user', 1, null],
  )
  assert.deepEqual(
    body.tags.data.map((tag: any) => tag.id),
    [stays, comes],
  )
  const companies = (await client.get(`/contacts/${user.id}/companies`)).body.data
  assert.deepEqual(
    companies.map((company: any) => [company.company_id, company.name]),
    [
      ['kept', 'Kept'],
      ['new', 'New'],
    ],
  )
  const promoted = (await client.get(`/contacts/${lead.id}`)).body
  assert.deepEqual([promoted.role, promoted.external_id], ['lead', 'promoted'])
})

test('an update that is refused in part changes nothing at all', async () => {
  const { client, finished, refused } = await bulkScene(app)
  const user = (await client.post('/contacts', { external_id: 'u', name: 'Old' })).body
  await client.post('/contacts', { external_id: 'taken' })
  const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
  const theirs = (await stranger.post('/contacts', { external_id: 'theirs' })).body
  const before = (await client.get(`/contacts/${user.id}`)).body
  const job = await client.put('/contacts/bulk', {
    contacts: [
      { id: user.id, name: 'New', companies: [{ company_id: 'never attached', remove: true }] },
      { id: user.id, name: 'New', external_id: 'taken' },
      { id: user.id, name: 'New', custom_attributes: { unknown: 1 } },
      { id: theirs.id, name: 'New', companies: [{ company_id: 'never made' }] },
      { id: 'nobody', name: 'New' },
      { id: 5, name: 'New' },
    ],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [0, 'company_not_found'],
    [1, 'conflict'],
    [2, 'parameter_invalid'],
    [3, 'not_found'],
    [4, 'not_found'],
    [5, 'not_found'],
  ])
  assert.deepEqual((await client.get(`/contacts/${user.id}`)).body, before)
  assert.equal((await stranger.get(`/contacts/${theirs.id}`)).body.name, null)
  assert.equal((await client.get('/companies?company_id=never%20made')).status, 404)
})

test('contacts are deleted by their ids; one that is not there is refused', async () => {
  const { client, finished, refused, topics } = await bulkScene(app)
  const [one, two, other] = await Promise.all(
    ['one', 'two', 'other'].map(async (external_id) => (await client.post('/contacts', { external_id })).body),
  )
  const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
  const theirs = (await stranger.post('/contacts', { external_id: 'theirs' })).body
  const job = await client.post('/contacts/bulk/delete', {
    contacts: [{ id: one.id }, { id: 'nobody' }, { id: two.id }, { id: one.id }, { id: theirs.id }],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [1, 'not_found'],
    [3, 'not_found'],
    [4, 'not_found'],
  ])
  const { body } = await client.get('/contacts')
  assert.deepEqual([body.total_count, body.data[0].id], [1, other.id])
  assert.equal((await topics()).filter((topic) => topic === 'contact.deleted').length, 2)
  assert.equal((await stranger.get(`/contacts/${theirs.id}`)).status, 200)
})

test('jobs that write the same contacts and companies at the same time all come to their end', async () => {
  const { client, run, refused } = await bulkScene(app)
  const people = await Promise.all(
    Array.from({ length: 5 }, async (_, n) => (await client.post('/contacts', { external_id: `p${n}` })).body.id),
  )
  const companies = ['a', 'b', 'c']
  const jobs = await Promise.all(
    Array.from({ length: 4 }, (_, n) => {
      const turn = <T>(all: T[]) => [...all.slice(n), ...all.slice(0, n)]
      const named = turn(companies).map((company_id) => ({ company_id, name: `${company_id} of job ${n}` }))
      return client.put('/contacts/bulk', { contacts: turn(people).map((id) => ({ id, companies: named })) })
    }),
  )
  await Promise.all(jobs.map((job) => run(job)))
  for (const job of jobs) assert.equal((await client.get(`/contacts/bulk/${job.body.id}`)).body.state, 'completed')
  assert.deepEqual([...(await refused())], [])
  const { body } = await client.get('/companies')
  assert.deepEqual(
    body.data.map((company: any) => [company.company_id, company.user_count]).toSorted(),
    companies.map((company_id) => [company_id, 5]),
  )
})
