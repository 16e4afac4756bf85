/**
 * Answers about conversations that one client was given in 2.11: ours to the same requests have the same keys, types and
 * forms. Without the captures at hand this says that it was skipped.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Client } from '../app.ts'
import { compareForms, type Difference } from './forms.ts'
import { recordedAnswers } from './recorded.ts'

interface Stage {
  client: Client
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
const SCRIPTS: Record<string, (stage: Stage) => Promise<{ status: number; body: unknown }>> = {
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

/** Differences with a reason: a row of docs/deviations.md, or facts about the capture. */
const KNOWN: { at: RegExp; detail: RegExp; reason: string }[] = [
  { at: /^custom_attributes\./, detail: /missing/, reason: 'built-in attributes of conversations' },
  {
    at: /conversation_parts\[\]\.author\.type$/,
    detail: /"admin", captured: "bot"/,
    reason: 'the bot told the language of the first message: built-in attributes of conversations',
  },
]

const isKnown = (one: Difference) => KNOWN.some(({ at, detail }) => at.test(one.at) && detail.test(one.detail))

async function build(): Promise<Stage> {
  const app = await testApp({ own: true })
  const client = app.client({ version: '2.11' })
  const admin_id = String(app.workspace.adminId)
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
    where workspace_id = ${app.workspace.id} and id = ${blank}`
  const tag = (await client.post('/tags', { name: 'Feature Request' })).body
  return { client, admin_id, contactId: contact.id, own, blank, tagId: tag.id }
}

if (recordedAnswers) {
  const stage = await build()
  for (const [name, act] of Object.entries(SCRIPTS))
    test(`the answer to ${name} has the form that was captured`, async () => {
      const captured = recordedAnswers!.find(({ file }) => file === `${name}.test.json`)!
      const ours = await act(stage)
      assert.equal(ours.status, captured.status)
      const differences = compareForms(captured.body, ours.body).filter((one) => !isKnown(one))
      assert.deepEqual(
        differences.map(({ at, detail }) => `${at}: ${detail}`),
        [],
      )
    })
} else {
  test('answers about conversations are held against captured ones', { skip: 'the captures are not at hand' }, () => {})
}
