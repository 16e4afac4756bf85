import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()

test('a deleted company is found nowhere, and its contacts stay without it', async () => {
  const { id } = (await client.post('/companies', { company_id: 'gone', name: 'Gone' })).body
  const people = await Promise.all(
    [1, 2].map(async (n) => (await client.post('/contacts', { external_id: `p${n}` })).body),
  )
  for (const person of people) await client.post(`/contacts/${person.id}/companies`, { id })
  const { total_count } = (await client.get('/companies')).body

  const reply = await client.delete(`/companies/${id}`)
  assert.deepEqual(reply.body, { id, object: 'company', deleted: true })

  for (const path of [`/${id}`, `/${id}/contacts`, `/${id}/segments`, '?company_id=gone', '?name=Gone'])
    assert.equal((await client.get(`/companies${path}`)).status, 404, path)
  assert.equal((await client.put(`/companies/${id}`, { name: 'Back' })).status, 404)
  assert.equal((await client.delete(`/companies/${id}`)).status, 404)
  const list = (await client.get('/companies')).body
  assert.deepEqual([list.data, list.total_count], [[], total_count - 1])
  assert.deepEqual((await client.get('/companies/scroll')).body.data, [])
  for (const person of people) {
    assert.equal((await client.get(`/contacts/${person.id}`)).body.companies.total_count, 0)
    assert.deepEqual((await client.get(`/contacts/${person.id}/companies`)).body.data, [])
    assert.equal((await client.post(`/contacts/${person.id}/companies`, { id })).status, 404)
  }
  const [event] = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} order by id desc limit 1`
  assert.deepEqual([event!.topic, event!.item], ['company.deleted', { id, type: 'company', deleted: true }])
})

test('each contact of a deleted company is told to leave it, as both were before', async () => {
  const { id } = (await client.post('/companies', { company_id: 'left', name: 'Left' })).body
  const people = [1, 2, 3].map((n) => `left ${n}`)
  for (const external_id of people) {
    const { body } = await client.post('/contacts', { external_id })
    await client.post(`/contacts/${body.id}/companies`, { id })
  }
  await client.delete(`/companies/${id}`)
  const told = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events
    where workspace_id = ${app.workspace.id} and ${id} in (item -> 'company' ->> 'id', item ->> 'id') order by id desc limit 4`
  assert.equal(told[0]!.topic, 'company.deleted')
  const left = told.slice(1).map(({ topic, item: { company, contact, ...rest } }) => {
    assert.deepEqual([topic, rest], ['company.contact.detached', {}])
    assert.deepEqual([company.name, company.user_count, contact.companies.data[0].id], ['Left', 3, id])
    return contact.external_id
  })
  assert.deepEqual(left.toSorted(), people)
})

test('the company_id of a deleted company makes a new one', async () => {
  const { id } = (await client.post('/companies', { company_id: 'again' })).body
  await client.delete(`/companies/${id}`)
  const reply = await client.post('/companies', { company_id: 'again' })
  assert.equal(reply.status, 200)
  assert.notEqual(reply.body.id, id)
})

test('a company that is deleted while contacts are attached to it leaves none behind', async () => {
  const { id } = (await client.post('/companies', { company_id: 'busy' })).body
  const people = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => (await client.post('/contacts', { external_id: `busy ${n}` })).body.id),
  )
  const replies = await Promise.all([
    ...people.map((person) => client.post(`/contacts/${person}/companies`, { id })),
    client.delete(`/companies/${id}`),
  ])
  for (const { status } of replies) assert.ok(status === 200 || status === 404)
  for (const person of people) assert.equal((await client.get(`/contacts/${person}`)).body.companies.total_count, 0)
  assert.equal((await client.get('/companies')).body.total_count, 0)
})
