// Drives Parley with Intercom's own client. Start Parley, then: PARLEY_TOKEN=… node examples/sdk.mjs
import { IntercomClient } from 'intercom-client'

const client = new IntercomClient({
  token: process.env.PARLEY_TOKEN,
  environment: process.env.PARLEY_URL ?? 'http://127.0.0.1:4400',
  version: '2.18',
})
const { id: admin_id, app } = await client.admins.identify()
console.log(`Connected to ${app.name}`)

const email = `ada-${Date.now()}@example.com`
const ada = await client.contacts.create({ email, name: 'Ada Lovelace' })
const found = await client.contacts.search({ query: { field: 'email', operator: '=', value: email } })
console.log(`Found ${found.data[0].name}, a ${found.data[0].role}`)

const from = { type: 'user', id: ada.id }
const { conversation_id } = await client.conversations.create({ from, body: 'Where is my order?' })
const { conversation_parts, state } = await client.conversations.reply({
  conversation_id,
  body: { type: 'admin', admin_id, message_type: 'comment', body: 'On its way!' },
})
console.log(`The conversation is ${state}; the answer reads ${conversation_parts.conversation_parts.at(-1).body}`)
