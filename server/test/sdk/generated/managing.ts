/** Actions of admins on conversations. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Intercom } from 'intercom-client'
import { connect, createConversation, createUser, lastPart, refusal, type Sdk } from './session.ts'

export function managingTests(sdk: Sdk): void {
  const { NotFoundError, UnprocessableEntityError } = sdk.Intercom

  async function start(body?: string) {
    const session = await connect(sdk)
    const ada = await createUser(session.client, 'ada')
    return { ...session, ada, conversation_id: await createConversation(session.client, ada.id, body) }
  }

  test(`${sdk.name} closes, opens and snoozes a conversation`, async () => {
    const { client, adminId, now, conversation_id } = await start()
    const manage = (body: Intercom.ConversationsManageRequestBody) =>
      client.conversations.manage({ conversation_id, body })
    const closed = await manage({ message_type: 'close', type: 'admin', admin_id: adminId, body: 'Bye' })
    assert.equal(closed.state, 'closed')
    assert.equal(closed.open, false)
    assert.equal(lastPart(closed).part_type, 'close')
    assert.equal(lastPart(closed).body, '<p>Bye</p>')
    const opened = await manage({ message_type: 'open', admin_id: adminId })
    assert.equal(opened.state, 'open')
    assert.equal(opened.open, true)
    const snoozed = await manage({ message_type: 'snoozed', admin_id: adminId, snoozed_until: now + 3600 })
    assert.equal(snoozed.state, 'snoozed')
    assert.equal(snoozed.snoozed_until, now + 3600)
  })

  test(`${sdk.name} assigns a conversation and unassigns it`, async () => {
    const { client, adminId, conversation_id } = await start()
    const assign = (assignee_id: string, body?: string) =>
      client.conversations.manage({
        conversation_id,
        body: { message_type: 'assignment', type: 'admin', admin_id: adminId, assignee_id, ...(body && { body }) },
      })
    const assigned = await assign(adminId, 'Mine')
    assert.equal(assigned.admin_assignee_id, Number(adminId))
    assert.equal(lastPart(assigned).part_type, 'assignment')
    assert.equal(lastPart(assigned).assigned_to?.id, adminId)
    const unassigned = await assign('0')
    assert.equal(unassigned.admin_assignee_id, null)
    assert.equal(unassigned.team_assignee_id, null)
  })

  test(`${sdk.name} attaches contacts to a conversation and detaches them`, async () => {
    const { client, adminId: admin_id, ada, conversation_id } = await start()
    const bob = await createUser(client, 'bob')
    const attach = async (customer: Intercom.AttachContactToConversationRequest.Customer) => {
      const reply = await client.conversations.attachContactAsAdmin({ conversation_id, admin_id, customer })
      return (reply as unknown as { customers: { type: string; id: string }[] }).customers
    }
    assert.ok((await attach({ intercom_user_id: bob.id })).some(({ id }) => id === bob.id))
    assert.ok((await attach({ email: 'new@example.com' })).some(({ type }) => type === 'lead'))
    const attached = async () => {
      const { contacts } = await client.conversations.find({ conversation_id })
      return contacts.contacts!.map(({ id }) => id)
    }
    assert.equal((await attached()).length, 3)
    await client.conversations.detachContactAsAdmin({ conversation_id, contact_id: ada.id, admin_id })
    const [first, second, ...more] = await attached()
    assert.ok(![first, second].includes(ada.id))
    assert.deepEqual(more, [])
    await client.conversations.detachContactAsAdmin({ conversation_id, contact_id: first!, admin_id })
    const last = client.conversations.detachContactAsAdmin({ conversation_id, contact_id: second!, admin_id })
    await assert.rejects(last, refusal(UnprocessableEntityError, 422, 'parameter_invalid'))
  })

  test(`${sdk.name} redacts parts and sources`, async () => {
    const { client, adminId, conversation_id } = await start('My card is 4111')
    const replied = await client.conversations.reply({
      conversation_id,
      body: { message_type: 'comment', type: 'admin', admin_id: adminId, body: 'Your card 4111?' },
    })
    const part = await client.conversations.redactConversationPart({
      type: 'conversation_part',
      conversation_id,
      conversation_part_id: lastPart(replied).id!,
    })
    assert.equal(lastPart(part).redacted, true)
    assert.equal(lastPart(part).body, '<p><i>This message was deleted</i></p>')
    const redact = (source_id: string) =>
      client.conversations.redactConversationPart({ type: 'source', conversation_id, source_id })
    const { source } = await redact(part.source.id!)
    assert.equal(source.redacted, true)
    const found = await client.conversations.find({ conversation_id })
    assert.ok(!JSON.stringify(found).includes('4111'))
    await assert.rejects(redact('999999999'), refusal(NotFoundError, 404, 'conversation_part_or_message_not_found'))
  })
}
