/** The preview of a merge, which is held against the merge that follows it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const { db } = app
const client = app.client({ version: 'Preview' })
const workspace_id = app.workspace.id

const make = async (details: object) => (await client.post('/contacts', details)).body
const preview = (from: string, into: string, more = {}) =>
  client.post('/contacts/merge/preview', { from, into, ...more })
const skip = { skip_duplicate_validation: true }
const changesOf = (body: any) =>
  Object.fromEntries(body.summary.attribute_changes.attributes.map(({ field, ...change }: any) => [field, change]))

for (const name of ['plan', 'color'])
  await client.post('/data_attributes', { model: 'contact', name, data_type: 'string' })

const company = async (person: { id: string }, company_id: string) => {
  const { body } = await client.post('/companies', { company_id, name: `Company ${company_id}` })
  await client.post(`/contacts/${person.id}/companies`, { id: body.id })
}

test('the preview tells field by field the changes, kept and additional values that the merge then makes', async () => {
  const lead = await make({
    role: 'lead',
    name: 'Jo',
    phone: '+353 1 555 0100',
    email: 'jo@example.com',
    avatar: 'https://example.com/jo.png',
    signed_up_at: 1_600_000_000,
    last_seen_at: 1_700_000_000,
    custom_attributes: { plan: 'gold', color: 'red' },
  })
  const user = await make({
    external_id: 'jo',
    phone: '+353 1 555 0199',
    email: 'JO@example.com',
    signed_up_at: 1_650_000_000,
    custom_attributes: { plan: 'silver' },
  })
  await company(lead, 'beta')
  await company(lead, 'acme')
  await company(user, 'acme')
  const { status, body } = await preview(lead.id, user.id)
  assert.equal(status, 200)
  assert.equal(body.allowed, true)
  const changes = changesOf(body)
  assert.deepEqual(changes, {
    email: {
      outcome: 'discarded',
      from_value: 'jo@example.com',
      into_value: 'JO@example.com',
      new_into_value: 'JO@example.com',
    },
    phone: {
      outcome: 'discarded',
      from_value: '+353 1 555 0100',
      into_value: '+353 1 555 0199',
      new_into_value: '+353 1 555 0199',
    },
    name: { outcome: 'adopted', from_value: 'Jo', new_into_value: 'Jo' },
    avatar: {
      outcome: 'adopted',
      from_value: 'https://example.com/jo.png',
      new_into_value: 'https://example.com/jo.png',
    },
    signed_up_at: {
      outcome: 'discarded',
      from_value: 1_600_000_000,
      into_value: 1_650_000_000,
      new_into_value: 1_650_000_000,
    },
    last_seen_at: { outcome: 'adopted', from_value: 1_700_000_000, new_into_value: 1_700_000_000 },
    'custom_attributes.plan': {
      outcome: 'discarded',
      from_value: 'gold',
      into_value: 'silver',
      new_into_value: 'silver',
    },
    'custom_attributes.color': { outcome: 'adopted', from_value: 'red', new_into_value: 'red' },
    companies: {
      outcome: 'merged',
      from_value: ['Company beta', 'Company acme'],
      into_value: ['Company acme'],
      new_into_value: ['Company acme', 'Company beta'],
    },
  })
  assert.equal(body.summary.attribute_changes.total_count, Object.keys(changes).length)

  const merged = (await client.post('/contacts/merge', { from: lead.id, into: user.id })).body
  for (const [field, { new_into_value }] of Object.entries(changes) as [string, { new_into_value: unknown }][]) {
    const [name, key] = field.split('.') as [string, string | undefined]
    if (name === 'companies') {
      const companies = (await client.get(`/contacts/${user.id}/companies`)).body.data
      assert.deepEqual(new Set(companies.map((one: any) => one.name)), new Set(new_into_value as string[]))
    } else if (name === 'avatar') assert.equal(merged.avatar.image_url, new_into_value)
    else assert.deepEqual(key ? merged[name][key] : merged[name], new_into_value, field)
  }
})

test('conversations, tickets, tags and notes are counted on both sides, where some would go over', async () => {
  const [lead, user] = [await make({ role: 'lead' }), await make({ external_id: 'counted' })]
  const tags = await Promise.all(['a', 'b', 'c'].map(async (name) => (await client.post('/tags', { name })).body.id))
  for (const id of tags.slice(0, 2)) await client.post(`/contacts/${lead.id}/tags`, { id })
  for (const id of tags.slice(1)) await client.post(`/contacts/${user.id}/tags`, { id })
  for (const [contact, type, conversations] of [
    [lead, 'lead', 3],
    [user, 'user', 1],
  ] as const)
    for (let n = 0; n < conversations; n++) {
      const { body } = await client.post('/conversations', { from: { type, id: contact.id }, body: 'Hello' })
      if (contact === lead && n === 0) await client.delete(`/conversations/${body.conversation_id}`)
      if (contact === lead && n === 1)
        await db`update threads set kind = 'ticket' where workspace_id = ${workspace_id} and id = ${body.conversation_id}`
    }
  const note = { body: 'A note', admin_id: app.workspace.adminId }
  await client.post(`/contacts/${user.id}/notes`, note)

  const counted = async () => (await preview(lead.id, user.id, skip)).body.summary.reassignments
  const few = {
    conversations: { from: 1, into: 1 },
    tickets: { from: 1, into: 0 },
    tags: { from: 1, into: 2 },
  }
  assert.deepEqual(await counted(), few)
  await client.post(`/contacts/${lead.id}/notes`, note)
  assert.deepEqual(await counted(), { ...few, notes: { from: 1, into: 1 } })

  const merged = (await client.post('/contacts/merge', { from: lead.id, into: user.id, ...skip })).body
  assert.deepEqual([merged.tags.total_count, merged.notes.total_count], [1 + 2, 1 + 1])
  const found = await client.post('/conversations/search', {
    query: { field: 'contact_ids', operator: '=', value: user.id },
  })
  assert.equal(found.body.total_count, 1 + 1)
})

test('a preview changes nothing, nor does it tell anybody', async () => {
  const [lead, user] = [await make({ role: 'lead', name: 'Jo' }), await make({ external_id: 'untouched' })]
  const contents = async () => [
    (await client.get(`/contacts/${lead.id}`)).body,
    (await client.get(`/contacts/${user.id}`)).body,
    (await db`select count(*) from events where workspace_id = ${workspace_id}`)[0],
  ]
  const before = await contents()
  assert.equal((await preview(lead.id, user.id, skip)).body.allowed, true)
  assert.deepEqual(await contents(), before)
})

test('the preview tells each refusal of the merge, with its reason', async () => {
  const lead = await make({ role: 'lead', email: 'one@example.com' })
  const otherLead = await make({ role: 'lead' })
  const user = await make({ external_id: 'one' })
  const otherUser = await make({ external_id: 'two' })
  for (const [from, into, more, code] of [
    [lead, otherLead, skip, 'invalid_merge_role_pair'],
    [user, lead, skip, 'invalid_merge_role_pair'],
    [user, user, skip, 'invalid_merge_role_pair'],
    [user, otherUser, {}, 'u2u_no_shared_identifier'],
    [lead, lead, skip, 'invalid_merge_role_pair'],
    [lead, user, {}, 'no_shared_identifier'],
    [lead, user, { skip_duplicate_validation: false }, 'no_shared_identifier'],
  ] as const) {
    const { status, body } = await preview(from.id, into.id, more)
    assert.deepEqual([status, body.allowed, body.reasons.length, body.reasons[0].code], [200, false, 1, code])
    assert.ok(body.reasons[0].message.length > 0)
    const merge = await client.post('/contacts/merge', { from: from.id, into: into.id, ...more })
    assert.deepEqual([merge.status, merge.body.errors[0].code], [400, 'invalid_merge'])
  }
})

test('an email that another user without an external_id has answers 409, as the merge does', async () => {
  await make({ email: 'held@example.com' })
  const user = await make({ email: 'blank@example.com' })
  await client.put(`/contacts/${user.id}`, { email: null })
  const lead = await make({ role: 'lead', email: 'held@example.com' })
  const previewed = await preview(lead.id, user.id, skip)
  const merged = await client.post('/contacts/merge', { from: lead.id, into: user.id, ...skip })
  assert.equal(previewed.status, 409)
  assert.deepEqual(previewed.body.errors, merged.body.errors)
})

test('fifty changes are shown, and all are counted', async () => {
  const [lead, user] = [await make({ role: 'lead' }), await make({ external_id: 'many' })]
  const attributes = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`a${n}`, 'x']))
  await db`update contacts set custom_attributes = ${attributes as never} where id = ${lead.id}`
  const { attributes: shown, total_count } = (await preview(lead.id, user.id, skip)).body.summary.attribute_changes
  assert.deepEqual([shown.length, total_count], [50, 60])
})

test('bad requests answer 400, contacts that are not there 404, and older versions do not have it', async () => {
  const [lead, user] = [await make({ role: 'lead' }), await make({ external_id: 'there' })]
  for (const body of [
    { from: {}, into: user.id },
    { from: lead.id, into: user.id, skip_duplicate_validation: 'x' },
  ])
    assert.equal((await client.post('/contacts/merge/preview', body)).status, 400)
  for (const from of ["'", 5, '0'.repeat(24)]) {
    const { status, body } = await preview(from as string, user.id)
    assert.deepEqual([status, body.errors[0].message], [404, 'User Not Found'])
  }
  const other = app.client({ token: (await app.createWorkspace()).token, version: 'Preview' })
  assert.equal((await other.post('/contacts/merge/preview', { from: lead.id, into: user.id })).status, 404)
  const older = await app.client({ version: '2.16' }).post('/contacts/merge/preview', { from: lead.id, into: user.id })
  assert.equal(older.body.errors[0].code, 'intercom_version_invalid')
})
