import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Intercom } from 'intercom-client'
import { all, connect, createConversation, createUser, lastPart, refusal, type Sdk } from './session.ts'

export function conversationTests(sdk: Sdk): void {
  const { NotFoundError } = sdk.Intercom

  test(`${sdk.name} begins a conversation, finds it and marks it read`, async () => {
    const { client } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    const from = { type: 'user' as const, id: ada.id }
    const message = await client.conversations.create({ from, body: 'Tea & cake' })
    assert.equal(message.type, 'user_message')
    assert.equal(message.message_type, 'inapp')
    const conversation_id = message.conversation_id!

    const found = await client.conversations.find({ conversation_id })
    assert.equal(found.type, 'conversation')
    assert.equal(found.state, 'open')
    assert.equal(found.source.body, '<p>Tea &amp; cake</p>')
    assert.equal(found.source.author?.id, ada.id)
    assert.deepEqual(
      found.contacts.contacts?.map(({ id, external_id }) => [id, external_id]),
      [[ada.id, 'ada']],
    )
    const plain = await client.conversations.find({ conversation_id, display_as: 'plaintext' })
    assert.equal(plain.source.body, 'Tea & cake')
    for (const read of [true, false])
      assert.equal((await client.conversations.update({ conversation_id, read })).read, read)

    const nobody = { type: 'user' as const, id: '0123456789abcdef01234567' }
    const notFound = refusal(NotFoundError, 404, 'not_found')
    await assert.rejects(client.conversations.create({ from: nobody, body: 'x' }), notFound)
    await assert.rejects(client.conversations.find({ conversation_id: '999999999' }), notFound)
  })

  test(`${sdk.name} replies to a conversation as an admin and as a user`, async () => {
    const { client, adminId } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    const conversation_id = await createConversation(client, ada.id)
    const admin = { type: 'admin' as const, admin_id: adminId }
    const answered = await client.conversations.reply({
      conversation_id,
      body: { ...admin, message_type: 'comment', body: '<p>Hi <b>Ada</b></p>' },
    })
    assert.equal(lastPart(answered).part_type, 'comment')
    assert.equal(lastPart(answered).body, '<p>Hi <b>Ada</b></p>')
    assert.equal(lastPart(answered).author?.id, adminId)
    const noted = await client.conversations.reply({
      conversation_id,
      body: { ...admin, message_type: 'note', body: 'Between us' },
    })
    assert.equal(lastPart(noted).part_type, 'note')

    const comment = { type: 'user' as const, message_type: 'comment' as const }
    for (const who of [{ intercom_user_id: ada.id }, { user_id: 'ada' }, { email: 'ada@example.com' }]) {
      const body = { ...comment, ...who, body: `As ${Object.keys(who)}` }
      const replied = await client.conversations.reply({ conversation_id, body })
      assert.equal(lastPart(replied).body, `<p>${body.body}</p>`)
      assert.equal(lastPart(replied).author?.id, ada.id)
    }
    const found = await client.conversations.find({ conversation_id })
    assert.equal(found.conversation_parts?.total_count, 5)
  })

  test(`${sdk.name} replies to the last conversation of a contact`, async () => {
    const { client } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    await createConversation(client, ada.id, 'First')
    const conversation_id = await createConversation(client, ada.id, 'Second')
    const body = { type: 'user' as const, message_type: 'comment' as const, body: 'Again', intercom_user_id: ada.id }
    const replied = await client.conversations.reply({ conversation_id: 'last', body })
    assert.equal(replied.id, conversation_id)
    assert.equal(lastPart(replied).body, '<p>Again</p>')
  })

  test(`${sdk.name} walks the list of conversations page by page`, async () => {
    const { client } = await connect(sdk)
    const ada = await createUser(client, 'ada')
    const ids: string[] = []
    for (const body of ['one', 'two', 'three']) ids.push(await createConversation(client, ada.id, body))
    const page = await client.conversations.list({ per_page: 2 })
    assert.equal(page.data.length, 2)
    assert.equal(page.response.type, 'conversation.list')
    assert.equal(page.response.total_count, 3)
    assert.deepEqual((await all(page)).map(({ id }) => id).sort(), ids.sort())
  })

  test(`${sdk.name} searches conversations, with groups in groups, page by page`, async () => {
    const { client, adminId } = await connect(sdk)
    const [ada, bob] = [await createUser(client, 'ada'), await createUser(client, 'bob')]
    const anvil = await createConversation(client, ada.id, 'Where is my anvil?')
    const rocket = await createConversation(client, ada.id, 'Where is my rocket?')
    const magnet = await createConversation(client, ada.id, 'I like magnets')
    await createConversation(client, bob.id, 'Where is her anvil?')
    const close = { message_type: 'close' as const, type: 'admin' as const, admin_id: adminId }
    await client.conversations.manage({ conversation_id: magnet, body: close })

    const search = async (query: Intercom.SearchRequest.Query) => {
      const page = await client.conversations.search({ query, pagination: { per_page: 1 } })
      const found = await all(page)
      assert.equal(page.response.total_count, found.length)
      return found.map(({ id }) => id).sort()
    }
    assert.deepEqual(await search({ field: 'id', operator: 'IN', value: [anvil, rocket] }), [anvil, rocket].sort())
    const either = [
      { field: 'source.body', operator: '~', value: 'anvil' },
      { field: 'state', operator: '=', value: 'closed' },
    ]
    const groups = [
      { operator: 'AND', value: [{ field: 'contact_ids', operator: '=', value: ada.id }] },
      { operator: 'OR', value: either },
    ]
    const query = { operator: 'AND', value: groups } as Intercom.MultipleFilterSearchRequest
    assert.deepEqual(await search(query), [anvil, magnet].sort())
  })
}
