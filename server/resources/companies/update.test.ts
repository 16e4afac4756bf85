import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyScene } from './test-scene.ts'

const { client, eventsOf } = await companyScene()

test('an update keeps the company_id and what it does not name', async () => {
  const { id } = (await client.post('/companies', { company_id: 'kept', name: 'Kept', website: 'a' })).body
  const reply = await client.put(`/companies/${id}`, {
    company_id: 'other',
    website: 'b',
    custom_attributes: { day: 'Friday' },
  })
  assert.equal(reply.status, 200)
  assert.deepEqual(
    [reply.body.company_id, reply.body.name, reply.body.website, reply.body.custom_attributes],
    ['kept', 'Kept', 'b', { creation_source: 'api', day: 'Friday' }],
  )
  assert.deepEqual(
    (await eventsOf(id)).map(({ topic }) => topic),
    ['company.created', 'company.updated'],
  )
})
