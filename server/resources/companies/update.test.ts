import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: workspaceId } = app.workspace

const eventsOf = async (id: string) =>
  await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${workspaceId} and item->>'id' = ${id} order by id`

await app.db`
  insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at) values
    (${workspaceId}, 'company', 'machines', 'Machines', 'integer', now(), now()),
    (${workspaceId}, 'company', 'day', 'Day', 'string', now(), now())`

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
    ['kept', 'Kept', 'b', { day: 'Friday' }],
  )
  assert.deepEqual(
    (await eventsOf(id)).map(({ topic }) => topic),
    ['company.created', 'company.updated'],
  )
})
