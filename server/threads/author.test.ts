import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

const app = await testApp()

test('the author of a message or a part has an empty email, not null, where the contact has none', async () => {
  const client = app.client()
  const { body: contact } = await client.post('/contacts', { external_id: 'without an email' })
  const from = { type: 'user', id: contact.id }
  const { conversation_id } = (await client.post('/conversations', { from, body: 'Hello' })).body
  const reply = { message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Anybody?' }
  const { body } = await client.post(`/conversations/${conversation_id}/reply`, reply)
  assert.equal(body.source.author.email, '')
  assert.equal(body.conversation_parts.conversation_parts.at(-1).author.email, '')
})
