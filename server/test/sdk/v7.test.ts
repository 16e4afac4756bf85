/** The official client, 7.x: asks for 2.14, with a bearer token, through fetch. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Intercom, IntercomClient, IntercomError } from 'intercom-client'
import { adminTests } from './generated/admins.ts'
import { companyTests } from './generated/companies.ts'
import { contactTests } from './generated/contacts.ts'
import { conversationTests } from './generated/conversations.ts'
import { labelTests } from './generated/labels.ts'
import { managingTests } from './generated/managing.ts'
import { connect, createConversation, createUser, refusal, type Sdk } from './generated/session.ts'
import { newWorkspace } from './listening.ts'
import { subscriptionTests } from './generated/subscriptions.ts'

const sdk: Sdk = { name: '7.x', IntercomClient, Intercom, IntercomError }

adminTests(sdk, '2.14')
contactTests(sdk)
companyTests(sdk)
labelTests(sdk)
conversationTests(sdk)
managingTests(sdk)
subscriptionTests(sdk)

test('7.x told to ask for 2.17 or 2.18 is answered in that version', async () => {
  for (const version of ['2.17', '2.18']) {
    const { url, token } = await newWorkspace()
    // Its types end with 2.14.
    const client = new IntercomClient({ token, environment: url, version: version as '2.14' })
    const { rawResponse } = await client.admins.list().withRawResponse()
    assert.equal(rawResponse.headers.get('intercom-version'), version)
    const ada = await createUser(client, 'ada')
    const query = { field: 'created_at', operator: '=', value: String(ada.created_at! + 60) } as const
    assert.equal((await client.contacts.search({ query })).data.length, 0)
    const conversation_id = await createConversation(client, ada.id)
    assert.equal((await client.conversations.find({ conversation_id })).id, conversation_id)
  }
})

test('7.x updates a company', async () => {
  const { client } = await connect(sdk)
  const { id } = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme', plan: 'Gold' })
  const updated = await client.companies.update({ company_id: id, body: { name: 'Acme Inc', size: 41 } })
  assert.deepEqual([updated.id, updated.name, updated.size, updated.plan?.name], [id, 'Acme Inc', 41, 'Gold'])
})

test('7.x finds a contact by its external id, and blocks it', async () => {
  const { client } = await connect(sdk)
  const { id: contact_id } = await createUser(client, 'ada')
  const found = (await client.contacts.showContactByExternalId({ external_id: 'ada' })) as Intercom.Contact
  assert.equal(found.id, contact_id)
  const missing = client.contacts.showContactByExternalId({ external_id: 'bob' })
  await assert.rejects(missing, refusal(IntercomError, 404, 'not_found'))
  assert.equal((await client.contacts.blockContact({ contact_id })).blocked, true)
})

test('7.x gives a conversation a title and a company, and deletes it', async () => {
  const { client } = await connect(sdk)
  const ada = await createUser(client, 'ada')
  const { id: company_id } = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme' })
  await client.companies.attachContact({ contact_id: ada.id, id: company_id })
  const conversation_id = await createConversation(client, ada.id)
  const updated = await client.conversations.update({ conversation_id, title: 'Greetings', company_id })
  assert.equal(updated.title, 'Greetings')
  const deleted = await client.conversations.deleteConversation({ conversation_id: Number(conversation_id) })
  assert.deepEqual(deleted, { id: conversation_id, object: 'conversation', deleted: true })
  const gone = refusal(Intercom.NotFoundError, 404, 'not_found')
  await assert.rejects(client.conversations.find({ conversation_id }), gone)
})
