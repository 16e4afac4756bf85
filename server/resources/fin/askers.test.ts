/** Questions in conversations of several contacts: each is answered to the one who asks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answerer, Question } from '../../answerer/answerer.ts'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, conversation, post, say, settle, start, unique, workspace } = scene

const { id: audience } = await post('/audiences', {
  name: 'VIPs',
  predicates: [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'Vip' }],
})
await article('Secret lounge', 'The secret lounge opens with the code on your card.', { audience_ids: [audience] })
const QUESTION = 'How does the secret lounge open?'

/** A conversation that the first user began, and the second one was added to. */
async function shared(first: string, second: string) {
  const session = await start('Hello', { user: { id: unique('user'), name: first } })
  const guest = await post('/contacts', { external_id: unique('guest'), name: second, language_override: 'de' })
  const id = session.intercom_conversation_id
  await post(`/conversations/${id}/customers`, {
    admin_id: workspace.adminId,
    customer: { intercom_user_id: guest.id },
  })
  return { session, id, guest, asks: { conversation_id: session.conversation_id, user_id: guest.external_id } }
}

const lastWords = async (id: string): Promise<string> =>
  (await conversation(id)).conversation_parts.conversation_parts.findLast(({ author }: any) => author.from_ai_agent)
    .body

test('content of an audience is shown to its contacts alone, whoever began the conversation', async () => {
  const outsider = await shared('Vip', 'Other')
  await say(outsider.asks, QUESTION)
  await settle()
  assert.doesNotMatch(await lastWords(outsider.id), /lounge|card/)
  const insider = await shared('Other', 'Vip')
  await say(insider.asks, QUESTION)
  await settle()
  assert.match(await lastWords(insider.id), /code on your card/)
})

test('the answerer is told the name of the contact who asks, and their language, else that of the help center', async () => {
  const { session, asks } = await shared('Ada', 'Grace')
  const asked: Question[] = []
  const answerer: Answerer = {
    answer: async (question) => {
      asked.push(question)
      return { outcome: 'answered', text: '<p>Yes.</p>', sources: [] }
    },
  }
  await say(asks, 'Who am I?')
  await settle(answerer)
  await say(session, 'And I?')
  await settle(answerer)
  assert.deepEqual(
    asked.map(({ user }) => user),
    [
      { name: 'Grace', locale: 'de' },
      { name: 'Ada', locale: 'en' },
    ],
  )
})

test('a question of a lead that is merged before its answer is answered to the user', async () => {
  const lead = await post('/contacts', { role: 'lead', name: 'Lead' })
  const user = await post('/contacts', { external_id: unique('user'), name: 'Vip' })
  const { intercom_conversation_id: id } = await start(QUESTION, { user: { id: lead.external_id } })
  await post('/contacts/merge', { from: lead.id, into: user.id, skip_duplicate_validation: true })
  await settle()
  assert.match(await lastWords(id), /code on your card/)
})

test('a question of a contact who was deleted meanwhile is not answered as one of another', async () => {
  const { asks, guest, id } = await shared('Vip', 'Other')
  await say(asks, QUESTION)
  await client.delete(`/contacts/${guest.id}`)
  await settle()
  assert.doesNotMatch(await lastWords(id), /lounge|card/)
})

test('the id of a lead who was merged is that of the user from then on', async () => {
  const lead = await post('/contacts', { role: 'lead', name: 'Lead' })
  const user = await post('/contacts', { email: 'ada@example.com', name: 'Ada' })
  const session = await start('Hello', { user: { id: lead.external_id } })
  await post('/contacts/merge', { from: lead.id, into: user.id, skip_duplicate_validation: true })
  const said = await say(session, 'Hello again', { user: { id: lead.external_id, name: 'Ada L.' } })
  assert.equal(said.status, 'thinking')
  const again = await start('Hello', { user: { id: lead.external_id } })
  for (const { intercom_conversation_id } of [session, again, await post('/fin/escalate', again)])
    assert.deepEqual(
      (await conversation(intercom_conversation_id)).contacts.contacts.map(({ id }: any) => id),
      [user.id],
    )
  assert.equal((await client.get(`/contacts/${user.id}`)).body.name, 'Ada L.')
})

test('an escalation is for the user whom the lead of the session was merged into, not for others who take part', async () => {
  const lead = await post('/contacts', { role: 'lead', name: 'Lead' })
  const user = await post('/contacts', { external_id: unique('user') })
  const other = await post('/contacts', { external_id: unique('other') })
  const session = await start('Hello', { user: { id: lead.external_id } })
  const talk = `/conversations/${session.intercom_conversation_id}/customers`
  const admin_id = workspace.adminId
  await post(talk, { admin_id, customer: { intercom_user_id: other.id } })
  await post('/contacts/merge', { from: lead.id, into: user.id, skip_duplicate_validation: true })
  assert.equal((await client.delete(`${talk}/${user.id}`, { admin_id })).status, 200)
  const opened = await post('/fin/escalate', { conversation_id: session.conversation_id })
  assert.deepEqual(
    (await conversation(opened.intercom_conversation_id)).contacts.contacts.map(({ id }: any) => id),
    [user.id],
  )
})
