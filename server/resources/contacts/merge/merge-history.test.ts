/** Contacts that were merged into another: as their own list, and in the contact. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
let lastMerge: Date

const id: string = (await client.post('/contacts', { external_id: 'merged into' })).body.id
const leads: string[] = []
for (let n = 0; n < 5; n++) {
  const { body } = await client.post('/contacts', { role: 'lead' })
  leads.push(body.id)
  app.clock.advance(10)
  lastMerge = app.clock.now()
  await client.post('/contacts/merge', { from: body.id, into: id, skip_duplicate_validation: true })
}

type History = { data: { source_contact_id: string }[]; has_more: boolean; next_cursor?: string }

const sources = (data: { source_contact_id: string }[]) => data.map((item) => item.source_contact_id)

test('the newest merge comes first, unless it is asked otherwise', async () => {
  const { status, body } = await client.get(`/contacts/${id}/merge_history`)
  assert.equal(status, 200)
  const { data, ...rest } = body
  assert.deepEqual(sources(data), leads.toReversed())
  assert.deepEqual(rest, { type: 'list', has_more: false })
  const { merged_at, ...item } = data[0]
  assert.deepEqual(item, { type: 'merge_history', source_contact_id: leads[4], source_contact_role: 'lead' })
  assert.equal(merged_at, lastMerge.getTime() / 1000)
  assert.deepEqual(sources((await client.get(`/contacts/${id}/merge_history?order=asc`)).body.data), leads)
})

test('pages follow each other by cursor', async () => {
  const seen: string[] = []
  for (let path: string | undefined = `/contacts/${id}/merge_history?per_page=2&order=asc`; path;) {
    const { data, has_more, next_cursor }: History = (await client.get(path)).body
    seen.push(...sources(data))
    assert.equal(has_more, next_cursor !== undefined)
    path = next_cursor && `/contacts/${id}/merge_history?per_page=2&order=asc&cursor=${encodeURIComponent(next_cursor)}`
  }
  assert.deepEqual(seen, leads)
})

test('a contact shows its history where it is asked to', async () => {
  for (const path of [`/contacts/${id}`, '/contacts/find_by_external_id/merged%20into']) {
    assert.ok(!('merge_history' in (await client.get(path)).body))
    assert.ok(!('merge_history' in (await client.get(`${path}?include_merge_history=false`)).body))
    const { body } = await client.get(`${path}?include_merge_history=true`)
    assert.deepEqual(sources(body.merge_history), leads.toReversed())
  }
  await client.post('/contacts', { role: 'lead', name: 'No user' })
  await client.post('/contacts', { external_id: 'no merges' })
  const { body } = await client.get('/contacts?include_merge_history=true')
  assert.deepEqual(
    body.data.map((contact: { merge_history?: unknown[] }) => contact.merge_history?.length),
    [5, undefined, 0],
  )
})

test('users only have a history', async () => {
  const lead = (await client.post('/contacts', { role: 'lead' })).body
  const other = app.client({ token: (await app.createWorkspace()).token })
  for (const [path, asker] of [
    [lead.id, client],
    [leads[0], client],
    ["'", client],
    [id, other],
  ] as const) {
    const { status, body } = await asker.get(`/contacts/${path}/merge_history`)
    assert.deepEqual([status, body.errors[0].code, body.errors[0].message], [404, 'not_found', 'Contact not found'])
  }
})

test('bad questions answer 400', async () => {
  for (const query of ['order=up', 'per_page=0', 'cursor=x', 'per_page=x'])
    assert.equal((await client.get(`/contacts/${id}/merge_history?${query}`)).status, 400, query)
  assert.equal((await client.get(`/contacts/${id}?include_merge_history=maybe`)).status, 400)
})

test('it is known from 2.16 on', async () => {
  assert.equal((await app.client({ version: 'Preview' }).get(`/contacts/${id}/merge_history`)).status, 200)
  const { status, body } = await app.client({ version: '2.15' }).get(`/contacts/${id}/merge_history`)
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})
