import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../ids.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const createTag = async (name: string) => (await client.post('/tags', { name })).body

async function createSegment(name: string, filter: object) {
  const now = app.clock.now()
  await app.db`insert into segments ${app.db({
    workspace_id: app.workspace.id,
    id: hexId(now),
    name,
    person_type: 'user',
    filter: app.db.json(filter as never),
    created_at: now,
    updated_at: now,
  })}`
}

test('a deleted tag answers nothing, is gone, and leaves all that it hung on', async () => {
  const [gone, kept] = [await createTag('Gone'), await createTag('Kept')]
  const { body: contact } = await client.post('/contacts', { role: 'lead' })
  const { body: company } = await client.post('/companies', { company_id: 'untagged', name: 'Untagged' })
  const [thread] = await app.db<{ id: number }[]>`
    insert into threads ${app.db({ workspace_id: app.workspace.id, created_at: app.clock.now(), updated_at: app.clock.now() })}
    returning id`
  for (const { name, id } of [gone, kept]) {
    await client.post('/tags', { name, users: [{ id: contact.id }], companies: [{ id: company.id }] })
    await client.post(`/conversations/${thread!.id}/tags`, { id, admin_id: app.workspace.adminId })
  }
  const reply = await client.delete(`/tags/${gone.id}`)
  assert.equal(reply.status, 200)
  assert.equal(reply.text, '')
  assert.equal((await client.get(`/tags/${gone.id}`)).status, 404)
  for (const table of ['contacts', 'companies', 'threads'] as const) {
    const rows = await app.db`select tag_ids from ${app.db(table)} where workspace_id = ${app.workspace.id}`
    assert.deepEqual([...rows], [{ tag_ids: [Number(kept.id)] }], table)
  }
  assert.equal((await client.delete(`/tags/${gone.id}`)).body.errors[0].message, 'Resource Not Found')
})

test('a tag that segments ask for stays, and the answer names them', async () => {
  const [alone, listed, unused] = [await createTag('Alone'), await createTag('Listed'), await createTag('Unused')]
  await createSegment('Seg 1', { field: 'tag_id', operator: '=', value: alone.id })
  await createSegment('Seg 2', {
    operator: 'OR',
    value: [
      { field: 'name', operator: '=', value: unused.id },
      { operator: 'AND', value: [{ field: 'tag_id', operator: 'IN', value: [listed.id, Number(alone.id)] }] },
    ],
  })
  const refused = await client.delete(`/tags/${alone.id}`)
  assert.equal(refused.status, 400)
  assert.deepEqual(refused.body.errors, [
    {
      code: 'tag_has_dependent_objects',
      message: 'Unable to delete Tag with dependent objects. Segments: Seg 1, Seg 2.',
    },
  ])
  const other = await client.delete(`/tags/${listed.id}`)
  assert.equal(other.body.errors[0].message, 'Unable to delete Tag with dependent objects. Segments: Seg 2.')
  assert.equal((await client.delete(`/tags/${unused.id}`)).status, 200)
})

test('a tag of another workspace, or no tag, cannot be deleted or read', async () => {
  const tag = await createTag('Ours')
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [
    await stranger.delete(`/tags/${tag.id}`),
    await stranger.get(`/tags/${tag.id}`),
    await client.get('/tags/abc'),
    await client.delete('/tags/99999999999999999999'),
  ]) {
    assert.equal(reply.status, 404)
    assert.deepEqual(reply.body.errors, [{ code: 'not_found', message: 'Resource Not Found' }])
  }
  assert.equal((await client.get(`/tags/${tag.id}`)).status, 200)
})

test('tagging and deleting at once leave no trace of the tag', async () => {
  const tag = await createTag('Contested')
  const contacts = await Promise.all(Array.from({ length: 6 }, () => client.post('/contacts', { role: 'lead' })))
  const replies = await Promise.all([
    ...contacts.map(({ body }) => client.post(`/contacts/${body.id}/tags`, { id: tag.id })),
    client.delete(`/tags/${tag.id}`),
  ])
  assert.equal(replies.at(-1)!.status, 200)
  for (const { status } of replies) assert.ok([200, 404].includes(status))
  const left = await app.db`
    select from contacts where workspace_id = ${app.workspace.id} and tag_ids @> ${[Number(tag.id)]}::bigint[]`
  assert.equal(left.length, 0)
})
