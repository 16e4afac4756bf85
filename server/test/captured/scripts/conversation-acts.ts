import type { Actor, Script } from './script.ts'

interface Stage extends Actor {
  admin_id: string
  contactId: string
  /** A conversation that the contact began. */
  own: string
  /** A conversation of the messenger that has no first message. */
  blank: string
  tagId: string
}

const part = ({ client, admin_id }: Stage, id: string, more: object) =>
  client.post(`/conversations/${id}/parts`, { type: 'admin', admin_id, ...more })

const say = ({ client, admin_id, blank }: Stage) =>
  client.post(`/conversations/${blank}/reply`, { type: 'admin', message_type: 'comment', body: 'Hi', admin_id })

const snooze = (stage: Stage) => part(stage, stage.blank, { message_type: 'snoozed', snoozed_until: 1778737917 })

async function times(count: number, act: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < count; at++) await act()
}

/** The last act of each script, after acts that were not captured; in the order in which the client made them. */
export const conversationActs: Record<string, Script<Stage>> = {
  'create-conversation': ({ client, contactId }) =>
    client.post('/conversations', { from: { type: 'user', id: contactId }, body: 'Hello' }),
  'close-conversation': async (stage) => {
    await part(stage, stage.own, { message_type: 'close' })
    return part(stage, stage.own, { message_type: 'close' })
  },
  'reopen-conversation': async (stage) => {
    for (const message_type of ['close', 'open', 'close', 'open', 'close'])
      await part(stage, stage.blank, { message_type })
    return part(stage, stage.blank, { message_type: 'open' })
  },
  'update-conversation': ({ client, blank }) => client.put(`/conversations/${blank}`, { read: true }),
  'tag-conversation': async (stage) => {
    await say(stage)
    return stage.client.post(`/conversations/${stage.blank}/tags`, { id: stage.tagId, admin_id: stage.admin_id })
  },
  'reply-to-conversation': async (stage) => {
    await say(stage)
    await snooze(stage)
    await say(stage)
    return say(stage)
  },
  'untag-conversation': ({ client, admin_id, blank, tagId }) =>
    client.delete(`/conversations/${blank}/tags/${tagId}`, { admin_id }),
  'snooze-conversation': async (stage) => {
    await times(3, () => snooze(stage))
    return snooze(stage)
  },
  'send-message': ({ client, admin_id, contactId }) =>
    client.post('/messages', {
      message_type: 'inapp',
      body: 'Hello',
      from: { type: 'admin', id: admin_id },
      to: { type: 'contact', id: contactId },
    }),
}

export async function createStage(actor: Actor): Promise<Stage> {
  const { app, client, workspaceId } = actor
  const newContact = async (more: object) =>
    (await client.post('/contacts', { role: 'user', name: 'Ada', ...more })).body
  const [contact, member] = [
    await newContact({ email: 'ada@example.com' }),
    await newContact({ external_id: '035c0b02-f5a0-4d64-9cca-ffdf90d279c6' }),
  ]
  const company = (await client.post('/companies', { company_id: '1' })).body
  await client.post(`/contacts/${member.id}/companies`, { id: company.id })
  const begin = async ({ id }: { id: string }): Promise<string> =>
    (await client.post('/conversations', { from: { type: 'user', id }, body: 'Hello' })).body.conversation_id
  const [own, blank] = [await begin(contact), await begin(member)]
  // By SQL: nothing here begins a conversation without a first message.
  await app.db`
    update threads set source_author_type = null, source_id = null, source_contact_id = null, title = null, read = false,
      waiting_since = null, unanswered_since = null, first_contact_reply_at = null, first_contact_reply_type = null,
      last_contact_reply_at = null
    where workspace_id = ${workspaceId} and id = ${blank}`
  const tag = (await client.post('/tags', { name: 'Feature Request' })).body
  return { ...actor, admin_id: actor.adminId, contactId: contact.id, own, blank, tagId: tag.id }
}
