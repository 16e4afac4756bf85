import assert from 'node:assert/strict'
import { test } from 'node:test'
import v4 from 'intercom-client-v4'
import { connect, createUser, habits, refusal, walk, type Habit } from './v4-session.ts'

const { AssignToConversationUserType, Operators, RedactConversationPartType, ReplyToConversationMessageType } = v4
const { SearchConversationOrderBy } = v4

type Found = Awaited<ReturnType<InstanceType<typeof v4.Client>['conversations']['find']>>

const lastPart = (conversation: Found) => conversation.conversation_parts.conversation_parts.at(-1)!

const idsOf = (page: { conversations: { id: string }[] }) => page.conversations.map(({ id }) => id)

async function start(habit: Habit, body = 'Tea & cake') {
  const session = await connect(habit)
  const ada = await createUser(session.client, 'ada')
  const message = await session.client.conversations.create({ userId: ada.id, body })
  return { ...session, ada, id: (message as unknown as { conversation_id: string }).conversation_id }
}

for (const habit of habits) {
  const { name } = habit

  test(`${name} begins a conversation, finds it and marks it read`, async () => {
    const { client, ada, id } = await start(habit)
    const found = await client.conversations.find({ id })
    assert.equal(found.source.body, '<p>Tea &amp; cake</p>')
    assert.equal(found.source.author.id, ada.id)
    assert.equal((await client.conversations.find({ id, inPlainText: true })).source.body, 'Tea & cake')
    assert.equal((await client.conversations.update({ id, markRead: true })).read, true)
    assert.equal((await client.conversations.update({ id, markRead: false })).read, false)
    await assert.rejects(client.conversations.find({ id: '999999999' }), refusal(404, 'not_found'))
  })

  test(`${name} replies as an admin, and as a user to this and to the last conversation`, async () => {
    const { client, ada, adminId, id } = await start(habit)
    const { COMMENT, NOTE } = ReplyToConversationMessageType
    const answered = await client.conversations.replyByIdAsAdmin({ id, adminId, messageType: COMMENT, body: 'Hi' })
    assert.deepEqual([lastPart(answered).body, lastPart(answered).author.id], ['<p>Hi</p>', adminId])
    const noted = await client.conversations.replyByIdAsAdmin({ id, adminId, messageType: NOTE, body: 'Psst' })
    assert.equal(lastPart(noted).part_type, 'note')
    for (const who of [{ intercomUserId: ada.id }, { userId: 'ada' }, { email: 'ada@example.com' }]) {
      const replied = await client.conversations.replyByIdAsUser({ id, body: 'Thanks', ...who })
      assert.deepEqual([lastPart(replied).body, lastPart(replied).author.id], ['<p>Thanks</p>', ada.id])
    }
    const last = await client.conversations.replyByLastAsUser({ intercomUserId: ada.id, body: 'And again' })
    assert.deepEqual([last.id, lastPart(last).body], [id, '<p>And again</p>'])
  })

  test(`${name} closes, opens, assigns and unassigns a conversation`, async () => {
    const { client, adminId, id } = await start(habit)
    const closed = await client.conversations.close({ id, adminId, body: 'Bye' })
    assert.deepEqual([closed.state, lastPart(closed).body], ['closed', '<p>Bye</p>'])
    assert.equal((await client.conversations.open({ id, adminId })).state, 'open')
    const mine = { id, adminId, type: AssignToConversationUserType.ADMIN, assigneeId: adminId, body: 'Mine' }
    assert.equal((await client.conversations.assign(mine)).admin_assignee_id, Number(adminId))
    const unassigned = await client.conversations.assign({ ...mine, assigneeId: 0 })
    assert.equal(unassigned.admin_assignee_id, habit.nobody)
    assert.equal(unassigned.team_assignee_id, habit.nobody)
  })

  test(`${name} snoozes a conversation by way of a reply, and says until when in a string`, async () => {
    const { client, adminId, now, id } = await start(habit)
    const snoozed = await client.conversations.snooze({ id, adminId, snoozedUntil: String(now + 3600) })
    assert.deepEqual([snoozed.state, snoozed.snoozed_until], ['snoozed', now + 3600])
  })

  test(`${name} walks conversations, and searches them`, async () => {
    const { client, ada, adminId, id } = await start(habit, 'Where is my anvil?')
    const ids = [id]
    for (const body of ['Where is my rocket?', 'I like magnets']) {
      const message = await client.conversations.create({ userId: ada.id, body })
      ids.push((message as unknown as { conversation_id: string }).conversation_id)
    }
    const list = (startingAfter?: string) =>
      client.conversations.list({ perPage: 2, ...(startingAfter && { startingAfter }) })
    const pages = await walk(list, idsOf)
    assert.equal(pages.length, 2)
    assert.deepEqual(pages.flat().sort(), ids.toSorted())

    await client.conversations.close({ id: ids[2]!, adminId })
    const either = [
      { field: 'source.body', operator: Operators.CONTAINS, value: 'anvil' },
      { field: 'state', operator: Operators.EQUALS, value: 'closed' },
    ]
    const mine = { field: 'contact_ids', operator: Operators.EQUALS, value: ada.id }
    const search = (starting_after?: string) =>
      client.conversations.search({
        data: {
          query: { operator: Operators.AND, value: [mine, { operator: Operators.OR, value: either }] },
          pagination: { per_page: 1, ...(starting_after && { starting_after }) },
          sort: { field: 'created_at', order: SearchConversationOrderBy.ASC },
        },
      })
    assert.deepEqual(await walk(search, idsOf), [[ids[0]], [ids[2]]])
  })

  test(`${name} attaches contacts as an admin and as a contact, and detaches them`, async () => {
    const { client, ada, adminId, id } = await start(habit)
    const bob = await createUser(client, 'bob')
    const cai = await createUser(client, 'cai')
    const attached = await client.conversations.attachContactAsAdmin({ id, adminId, customer: { userId: 'bob' } })
    assert.ok(attached.customers.some((customer) => customer.id === bob.id))
    const invited = { id, intercomUserId: ada.id, customer: { email: 'cai@example.com' } }
    const more = await client.conversations.attachContactAsContact(invited)
    assert.ok(more.customers.some((customer) => customer.id === cai.id))
    for (const contact of [bob, cai])
      await client.conversations.detachContactAsAdmin({ conversationId: id, contactId: contact.id, adminId })
    const { contacts } = (await client.conversations.find({ id })) as unknown as {
      contacts: { contacts: { id: string }[] }
    }
    assert.deepEqual(
      contacts.contacts.map((contact) => contact.id),
      [ada.id],
    )
    const last = client.conversations.detachContactAsAdmin({ conversationId: id, contactId: ada.id, adminId })
    await assert.rejects(last, refusal(422, 'parameter_invalid'))
  })

  test(`${name} tags conversations and untags them, and redacts what they say`, async () => {
    const { client, ada, adminId, id } = await start(habit, 'My card is 4111')
    const tag = await client.tags.create({ name: 'Delivery' })
    const tagged = await client.tags.tagConversation({ conversationId: id, tagId: tag.id, adminId })
    assert.equal(tagged.id, tag.id)
    const tags = async () => {
      const { tags } = (await client.conversations.find({ id })) as unknown as { tags: { tags: { id: string }[] } }
      return tags.tags.map((shown) => shown.id)
    }
    assert.deepEqual(await tags(), [tag.id])
    await client.tags.untagConversation({ conversationId: id, tagId: tag.id, adminId })
    assert.deepEqual(await tags(), [])

    const replied = await client.conversations.replyByIdAsUser({ id, body: 'It is 4111', intercomUserId: ada.id })
    const { CONVERSATION_PART, SOURCE } = RedactConversationPartType
    const redact = client.conversations.redactConversationPart.bind(client.conversations)
    await redact({ type: CONVERSATION_PART, conversationId: id, conversationPartId: lastPart(replied).id })
    await redact({ type: SOURCE, conversationId: id, sourceId: replied.source.id })
    const found = await client.conversations.find({ id })
    assert.equal(lastPart(found).redacted, true)
    assert.equal(found.source.redacted, true)
    assert.ok(!JSON.stringify(found).includes('4111'))
  })
}
