import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Intercom } from 'intercom-client'
import { all, connect, createLead, createUser, refusal, type Contact, type Sdk } from './session.ts'

export function contactTests(sdk: Sdk): void {
  const { IntercomError } = sdk

  test(`${sdk.name} creates, finds, updates and deletes contacts`, async () => {
    const { client, adminId } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    assert.equal(ada.type, 'contact')
    assert.equal(ada.role, 'user')
    assert.equal(ada.external_id, 'ada')
    assert.equal(ada.email, 'ada@example.com')
    const lead = await createLead(client, { name: 'Lena' })
    assert.equal(lead.role, 'lead')
    assert.equal(lead.name, 'Lena')

    const changes = {
      name: 'Ada L.',
      phone: '+353871234567',
      owner_id: Number(adminId),
      unsubscribed_from_emails: true,
    }
    const updated = (await client.contacts.update({ contact_id: ada.id, ...changes })) as Contact
    assert.equal(updated.name, 'Ada L.')
    const found = (await client.contacts.find({ contact_id: ada.id })) as Contact
    assert.deepEqual(
      [found.email, found.phone, found.owner_id, found.unsubscribed_from_emails],
      ['ada@example.com', '+353871234567', Number(adminId), true],
    )

    const deleted = await client.contacts.delete({ contact_id: ada.id })
    assert.deepEqual(deleted, { type: 'contact', id: ada.id, external_id: 'ada', deleted: true })
    await assert.rejects(client.contacts.find({ contact_id: ada.id }), refusal(IntercomError, 404, 'not_found'))
  })

  test(`${sdk.name} turns a lead into a user`, async () => {
    const { client } = await connect(sdk)
    const lead = await createLead(client, { name: 'Lena' })
    const user = await client.contacts.update({ contact_id: lead.id, role: 'user', email: 'lena@example.com' })
    assert.equal((user as Contact).id, lead.id)
    assert.equal((user as Contact).role, 'user')
  })

  test(`${sdk.name} archives contacts and brings them back`, async () => {
    const { client } = await connect(sdk)
    const { id } = await createUser(client, 'ada')
    const archived = await client.contacts.archive({ contact_id: id })
    assert.deepEqual(archived, { type: 'contact', id, external_id: 'ada', archived: true })
    assert.deepEqual(await all(await client.contacts.list()), [])
    const restored = await client.contacts.unarchive({ contact_id: id })
    assert.deepEqual(restored, { type: 'contact', id, external_id: 'ada', archived: false })
    assert.equal((await all(await client.contacts.list())).length, 1)
  })

  test(`${sdk.name} is told the id of the contact that a duplicate conflicts with`, async () => {
    const { client } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    const conflict = refusal(IntercomError, 409, 'conflict', new RegExp(`id=${ada.id}$`))
    await assert.rejects(createUser(client, 'ada'), conflict)
    await assert.rejects(client.contacts.create({ email: 'ada@example.com' }), conflict)
  })

  test(`${sdk.name} walks the list of contacts page by page`, async () => {
    const { client } = await connect(sdk)
    const ids: string[] = []
    for (const name of ['ada', 'bob', 'cai', 'dee', 'eve']) ids.push((await createUser(client, name)).id)
    const page = await client.contacts.list({ per_page: 2 })
    assert.equal(page.data.length, 2)
    assert.equal(page.response.total_count, 5)
    assert.equal(page.response.pages?.total_pages, 3)
    assert.equal(page.hasNextPage(), true)
    const walked = await all(page)
    assert.deepEqual(walked.map(({ id }) => id).sort(), ids.sort())
    assert.equal(page.hasNextPage(), false)
  })

  test(`${sdk.name} searches contacts, with groups in groups, page by page`, async () => {
    const { client } = await connect(sdk)
    for (const name of ['ada', 'adam', 'bob', 'cai', 'dee']) await createUser(client, name)
    await createLead(client, { name: 'ada the lead' })
    const names = async (query: Intercom.SearchRequest.Query, per_page = 50) => {
      const page = await client.contacts.search({ query, pagination: { per_page } })
      const contacts = await all(page)
      assert.equal(page.response.total_count, contacts.length)
      return contacts.map(({ name }) => name!.split(' ')[0]).sort()
    }
    assert.deepEqual(await names({ field: 'email', operator: '=', value: 'bob@example.com' }), ['bob'])
    assert.deepEqual(await names({ field: 'external_id', operator: 'IN', value: ['cai', 'dee'] }), ['cai', 'dee'])
    assert.deepEqual(await names({ field: 'name', operator: '~', value: 'nobody' }), [])

    const first = [
      { field: 'name', operator: '^', value: 'ada' },
      { field: 'email', operator: '$', value: 'cai@example.com' },
    ]
    const groups = [
      { operator: 'AND', value: [{ field: 'role', operator: '=', value: 'user' }] },
      { operator: 'OR', value: first },
    ]
    const query = { operator: 'AND', value: groups } as Intercom.MultipleFilterSearchRequest
    assert.deepEqual(await names(query, 1), ['ada', 'adam', 'cai'])

    const unknown = names({ field: 'shoe_size', operator: '=', value: 'x' })
    await assert.rejects(unknown, refusal(IntercomError, 400, 'invalid_field', /shoe_size/))
  })

  test(`${sdk.name} merges a lead into a user`, async () => {
    const { client } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    const lead = await createLead(client, { name: 'Ada the lead', phone: '+353871234567' })
    const merged = (await client.contacts.mergeLeadInUser({ from: lead.id, into: ada.id })) as Contact
    assert.deepEqual([merged.id, merged.role, merged.name, merged.phone], [ada.id, 'user', 'ada User', '+353871234567'])
    await assert.rejects(client.contacts.find({ contact_id: lead.id }), refusal(IntercomError, 404, 'not_found'))
    const left = await all(await client.contacts.list())
    assert.deepEqual(
      left.map(({ id }) => id),
      [ada.id],
    )
  })
}
