import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const createContact = async () => (await client.post('/contacts', { role: 'lead' })).body
const createTag = async (name: string) => (await client.post('/tags', { name })).body

test('a contact is tagged by the admin of the token, and shows the tag', async () => {
  const [contact, tag] = [await createContact(), await createTag('On a contact')]
  app.clock.advance(60)
  const reply = await client.post(`/contacts/${contact.id}/tags`, { id: Number(tag.id) })
  assert.deepEqual(reply.body, {
    type: 'tag',
    id: tag.id,
    name: 'On a contact',
    applied_at: app.clock.now().getTime() / 1000,
    applied_by: { type: 'admin', id: String(app.workspace.adminId) },
  })
  const shown = await client.get(`/contacts/${contact.id}`)
  assert.deepEqual(shown.body.tags.data, [{ type: 'tag', id: tag.id, url: `/tags/${tag.id}` }])
  assert.equal(shown.body.updated_at, app.clock.now().getTime() / 1000)
})

test('tagging twice keeps the first application and tells of it once', async () => {
  const [contact, tag] = [await createContact(), await createTag('Twice')]
  const first = await client.post(`/contacts/${contact.id}/tags`, { id: tag.id })
  app.clock.advance(60)
  const second = await client.post(`/contacts/${contact.id}/tags`, { id: tag.id })
  assert.deepEqual(second.body, first.body)
  const events = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} and item->'tag'->>'id' = ${tag.id}`
  assert.deepEqual(
    events.map(({ topic }) => topic),
    ['contact.lead.tag.created'],
  )
  assert.equal(events[0]!.item.type, 'contact_tag')
  assert.equal(events[0]!.item.contact.tags.data[0].id, tag.id)
})

test('tags are listed in the order in which they were applied', async () => {
  const contact = await createContact()
  const [first, second, third] = [await createTag('1st'), await createTag('2nd'), await createTag('3rd')]
  for (const tag of [third, first, second]) await client.post(`/contacts/${contact.id}/tags`, { id: tag.id })
  const list = await client.get(`/contacts/${contact.id}/tags`)
  assert.deepEqual(
    list.body.data.map(({ id }: { id: string }) => id),
    [third.id, first.id, second.id],
  )
})

test('tags applied at once all stay', async () => {
  const contact = await createContact()
  const tags = await Promise.all(Array.from({ length: 8 }, (_, at) => createTag(`At once ${at}`)))
  const replies = await Promise.all(
    [...tags, ...tags].map((tag) => client.post(`/contacts/${contact.id}/tags`, { id: tag.id })),
  )
  assert.ok(replies.every(({ status }) => status === 200))
  const shown = await client.get(`/contacts/${contact.id}`)
  assert.equal(shown.body.tags.total_count, tags.length)
  assert.equal((await client.get(`/contacts/${contact.id}/tags`)).body.data.length, tags.length)
})

test('a tag that is taken off tells since when it was there; one that is not there tells nothing of that', async () => {
  const [contact, tag] = [await createContact(), await createTag('Off again')]
  const { applied_at } = (await client.post(`/contacts/${contact.id}/tags`, { id: tag.id })).body
  app.clock.advance(60)
  const removed = await client.delete(`/contacts/${contact.id}/tags/${tag.id}`)
  assert.deepEqual(removed.body, { type: 'tag', id: tag.id, name: 'Off again', applied_at, applied_by: null })
  const again = await client.delete(`/contacts/${contact.id}/tags/${tag.id}`)
  assert.deepEqual(again.body, { ...removed.body, applied_at: null })
  assert.equal((await client.get(`/contacts/${contact.id}`)).body.tags.total_count, 0)
  const events = await app.db`
    select from events where workspace_id = ${app.workspace.id}
      and topic = 'contact.lead.tag.deleted' and item->'tag'->>'id' = ${tag.id}`
  assert.equal(events.length, 1)
})

test('contacts and tags that do not exist, or are of another workspace, answer 404', async () => {
  const [contact, tag] = [await createContact(), await createTag('Ours')]
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const strange = (await stranger.post('/tags', { name: 'Theirs' })).body
  for (const [reply, message] of [
    [await client.post(`/contacts/${contact.id}/tags`, { id: '123' }), 'Resource Not Found'],
    [await client.post(`/contacts/${contact.id}/tags`, { id: "1'--" }), 'Resource Not Found'],
    [await client.post(`/contacts/${contact.id}/tags`, { id: strange.id }), 'Resource Not Found'],
    [await client.post('/contacts/123/tags', { id: tag.id }), 'User Not Found'],
    [await client.delete(`/contacts/${contact.id}/tags/${strange.id}`), 'Resource Not Found'],
    [await client.delete(`/contacts/nobody/tags/${tag.id}`), 'User Not Found'],
    [await stranger.post(`/contacts/${contact.id}/tags`, { id: strange.id }), 'User Not Found'],
    [await stranger.get(`/contacts/${contact.id}/tags`), 'User Not Found'],
  ] as const) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'not_found', message }])
  }
  const empty = await client.post(`/contacts/${contact.id}/tags`, {})
  assert.deepEqual(empty.body.errors, [{ code: 'parameter_not_found', message: 'id is a required parameter' }])
})
