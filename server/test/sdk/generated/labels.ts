/** Tags, notes and segments. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Intercom, IntercomClient } from 'intercom-client'
import { all, connect, createConversation, createUser, refusal, type Sdk } from './session.ts'

const names = (tags: { name?: string }[] | undefined) => tags?.map(({ name }) => name).sort()

const contactTags = async (client: IntercomClient, contact_id: string) =>
  names((await client.contacts.listAttachedTags({ contact_id })).data)

const companyTags = async (client: IntercomClient, company_id: string) => {
  const { tags } = await client.companies.find({ company_id })
  return names((tags as { tags?: Intercom.Tag[] }).tags)
}

export function labelTests(sdk: Sdk): void {
  const { NotFoundError, BadRequestError } = sdk.Intercom

  test(`${sdk.name} creates, renames, lists, finds and deletes tags`, async () => {
    const { client } = await connect(sdk)
    const tag = await client.tags.create({ name: 'VIP' })
    assert.equal(tag.type, 'tag')
    assert.equal(tag.name, 'VIP')
    assert.equal((await client.tags.create({ name: 'VIP' })).id, tag.id)
    assert.equal((await client.tags.create({ id: tag.id, name: 'Very important' })).id, tag.id)
    assert.equal((await client.tags.find({ tag_id: tag.id })).name, 'Very important')
    await client.tags.create({ name: 'Beta' })
    assert.deepEqual(names((await client.tags.list()).data), ['Beta', 'Very important'])
    await client.tags.delete({ tag_id: tag.id })
    assert.deepEqual(names((await client.tags.list()).data), ['Beta'])
    await assert.rejects(client.tags.find({ tag_id: tag.id }), refusal(NotFoundError, 404, 'not_found'))
    const nameless = client.tags.create({} as Intercom.CreateOrUpdateTagRequest)
    await assert.rejects(nameless, refusal(BadRequestError, 400, 'parameter_invalid'))
  })

  test(`${sdk.name} tags contacts and companies, and untags them`, async () => {
    const { client } = await connect(sdk)
    const contact_id = (await createUser(client, 'ada')).id
    const { id: companyId } = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme' })
    const { id } = await client.tags.create({ name: 'VIP' })
    assert.equal((await client.tags.tagContact({ contact_id, id })).name, 'VIP')
    assert.deepEqual(await contactTags(client, contact_id), ['VIP'])
    assert.equal((await client.tags.untagContact({ contact_id, tag_id: id })).id, id)
    assert.deepEqual(await contactTags(client, contact_id), [])
    await assert.rejects(
      client.tags.tagContact({ contact_id, id: '999999999' }),
      refusal(NotFoundError, 404, 'not_found'),
    )

    await client.tags.create({ name: 'Beta', users: [{ id: contact_id }] })
    assert.deepEqual(await contactTags(client, contact_id), ['Beta'])
    await client.tags.create({ name: 'Partner', companies: [{ company_id: 'acme' }] })
    await client.tags.create({ name: 'VIP', companies: [{ id: companyId }] })
    assert.deepEqual(await companyTags(client, companyId), ['Partner', 'VIP'])
    await client.tags.create({ name: 'Partner', companies: [{ id: companyId, untag: true }] })
    assert.deepEqual(await companyTags(client, companyId), ['VIP'])
    await client.tags.delete({ tag_id: id })
    assert.deepEqual(await companyTags(client, companyId), [])
  })

  test(`${sdk.name} tags conversations and untags them`, async () => {
    const { client, adminId } = await connect(sdk)
    const conversation_id = await createConversation(client, (await createUser(client, 'ada')).id)
    const { id } = await client.tags.create({ name: 'Delivery' })
    const shown = async () => names((await client.conversations.find({ conversation_id })).tags?.tags)
    const tagged = await client.tags.tagConversation({ conversation_id, id, admin_id: adminId })
    assert.equal(tagged.id, id)
    assert.equal(tagged.applied_by?.id, adminId)
    assert.deepEqual(await shown(), ['Delivery'])
    const untagged = await client.tags.untagConversation({ conversation_id, tag_id: id, admin_id: adminId })
    assert.equal(untagged.id, id)
    assert.deepEqual(await shown(), [])
  })

  test(`${sdk.name} writes notes on contacts, finds them and walks them page by page`, async () => {
    const { client, adminId } = await connect(sdk)
    const contact_id = (await createUser(client, 'ada')).id
    const ids: string[] = []
    for (const body of ['one', 'two', 'three']) {
      const note = await client.notes.create({ contact_id, body, admin_id: adminId })
      assert.equal(note.body, `<p>${body}</p>`)
      assert.equal(note.contact?.id, contact_id)
      ids.push(note.id!)
    }
    const found = await client.notes.find({ note_id: Number(ids[0]) })
    assert.equal(found.body, '<p>one</p>')
    assert.equal(found.author?.id, adminId)
    const page = await client.notes.list({ contact_id, per_page: 2 })
    assert.equal(page.data.length, 2)
    assert.equal(page.response.total_count, 3)
    assert.deepEqual((await all(page)).map(({ id }) => id).sort(), ids.sort())
    await assert.rejects(client.notes.find({ note_id: 999_999_999 }), refusal(NotFoundError, 404, 'not_found'))
  })

  test(`${sdk.name} lists segments with how many they hold`, async () => {
    const { client } = await connect(sdk)
    await createUser(client, 'ada')
    const { type, segments } = await client.segments.list({ include_count: true })
    assert.equal(type, 'segment.list')
    assert.ok(segments!.every(({ id, count }) => /^[0-9a-f]{24}$/.test(id!) && Number.isInteger(count)))
    assert.ok(segments!.some(({ count }) => count === 1))
    const plain = await client.segments.list()
    assert.ok(plain.segments!.length > 0)
    assert.ok(plain.segments!.every((segment) => !('count' in segment)))
  })
}
