/** The segments that a company is in, and its notes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: workspaceId, adminId } = app.workspace

const segment = async (letter: string, name: string, filter: object | null, personType = 'company') =>
  app.db`
    insert into segments (workspace_id, id, name, person_type, filter, created_at, updated_at)
    values (${workspaceId}, ${letter.repeat(24)}, ${name}, ${personType}, ${filter && app.db.json(filter as never)}, now(), now())`

await app.db`
  insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
  values (${workspaceId}, 'company', 'machines', 'Machines', 'integer', now(), now())`
await segment('a', 'Everybody', null)
await segment('b', 'Big', { field: 'monthly_spend', operator: '>', value: 500 })
await segment('c', 'Machines', { field: 'custom_attributes.machines', operator: '>', value: 3 })
await segment('d', 'Recent', { field: 'last_request_at', operator: '>', value: { days_ago: 30 } })
await segment('e', 'Broken', { field: 'custom_attributes.gone', operator: '=', value: 1 })
await segment('f', 'People', null, 'user')
await segment('0', 'Malformed', { field: 'name' })

const namesOf = async (id: string) =>
  (await client.get(`/companies/${id}/segments`)).body.data.map((one: any) => one.name)

test('a company is in the segments whose filter finds it', async () => {
  const big = {
    company_id: 'big',
    monthly_spend: 900,
    custom_attributes: { machines: 6 },
    update_last_request_at: true,
  }
  const { body } = await client.post('/companies', big)
  assert.deepEqual(await namesOf(body.id), ['Everybody', 'Big', 'Machines', 'Recent'])
  assert.deepEqual(
    body.segments.segments.map((one: any) => one.name),
    ['Everybody', 'Big', 'Machines', 'Recent'],
  )
  const small = (await client.post('/companies', { company_id: 'small' })).body
  assert.deepEqual(await namesOf(small.id), ['Everybody'])
  app.clock.advance(31 * 86_400)
  assert.deepEqual(await namesOf(body.id), ['Everybody', 'Big', 'Machines'])
})

test('a company shows the newest ten of its notes by address', async () => {
  const { id } = (await client.post('/companies', { company_id: 'noted', name: 'Noted' })).body
  const notes = await app.db<{ id: number }[]>`
    insert into notes (workspace_id, company_id, admin_id, body, created_at)
    select ${workspaceId}, ${id}, case when n > 1 then ${adminId}::bigint end, '<p>' || n || '</p>', now()
    from generate_series(1, 12) n returning id`
  const newestFirst = notes.map((note) => note.id).reverse()
  await app.db`
    update companies set note_ids = ${newestFirst}::bigint[] where workspace_id = ${workspaceId} and id = ${id}`
  for (const version of ['2.16', '2.17', '2.18', 'Preview']) {
    const shown = (await app.client({ version }).get(`/companies/${id}`)).body.notes
    assert.deepEqual(Object.keys(shown), ['type', 'data', 'url', 'total_count', 'has_more'])
    assert.deepEqual(shown.data[0], { type: 'note', id: String(newestFirst[0]), url: `/notes/${newestFirst[0]}` })
    assert.deepEqual(
      [shown.type, shown.data.length, shown.url, shown.total_count, shown.has_more],
      ['note.list', 10, `/companies/${id}/notes`, 12, true],
    )
  }

  const old = app.client({ version: '2.11' })
  assert.equal((await old.get(`/companies/${id}`)).body.notes, undefined)
  const contact = (await old.post('/contacts', { external_id: 'attached' })).body
  assert.equal((await old.post(`/contacts/${contact.id}/companies`, { id })).body.notes.total_count, 12)
})
